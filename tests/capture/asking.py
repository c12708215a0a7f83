"""What do the tests of capture share?"""

from sayso.capture import fetch_pages
from sayso.model.fetches import NotFetched, Wanted


def fetch(web, *urls, **terms):
    """Return what came of each page, by its address."""
    return {answer.url: answer for answer in fetch_pages([Wanted(url=url) for url in urls], web.terms(**terms))}


def refusal(web, url, **terms):
    """Return why a page did not come."""
    answer = fetch(web, url, **terms)[url]
    assert isinstance(answer, NotFetched)
    return answer.reason
