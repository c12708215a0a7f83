"""Is a server asked as it wishes to be asked: by what it answers, by robots.txt, and one at a time?"""

import pytest
from capture.asking import fetch, refusal
from small_web import Page, article

from sayso.model.fetches import Fetched, NotFetched


@pytest.mark.parametrize(
    ("status", "words"), [(403, "403 Forbidden"), (404, "404 Not Found"), (410, "410 Gone"), (451, "451")]
)
def test_what_the_server_refuses_is_said(web, status, words):
    url = web.put("http://herald.test/a", Page(status=status))
    assert refusal(web, url).startswith(f"the server answers {words}")
    assert web.count("/a") == 1


@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_a_busy_server_is_asked_again_after_the_time_it_names(web, status):
    url = web.put(
        "http://herald.test/a",
        lambda count: Page(status=status, headers={"Retry-After": "17"}) if count < 3 else article("The bridge"),
    )
    assert isinstance(fetch(web, url)[url], Fetched)
    assert web.waits.count(17.0) == 2


def test_a_server_that_stays_busy_is_left_alone_after_three_tries(web):
    url = web.put("http://herald.test/a", Page(status=503))
    answer = fetch(web, url)[url]
    assert isinstance(answer, NotFetched)
    assert (answer.reason, answer.is_passing) == ("the server answers 503 Service Unavailable", True)
    assert web.count("/a") == 3
    assert [wait for wait in web.waits if wait > 1] == [2.0, 4.0]


def test_nobody_waits_for_an_hour(web):
    url = web.put("http://herald.test/a", Page(status=429, headers={"Retry-After": "3600"}))
    assert refusal(web, url) == "the server answers 429 Too Many Requests"
    assert web.count("/a") == 1


@pytest.mark.parametrize(
    "said", ["soon", "Wed, 32 Foo 2021", "", "-5", "9" * 400, "\u00b2", f"Wed, 5 May {'9' * 30} 00:00:00 GMT"]
)
def test_a_wait_that_is_no_time_does_no_harm(web, said):
    url = web.put("http://herald.test/a", Page(status=503, headers={"Retry-After": said}))
    assert refusal(web, url) == "the server answers 503 Service Unavailable"


def test_what_robots_txt_forbids_is_not_asked_for(web):
    web.put("http://herald.test/robots.txt", Page(body=b"User-agent: *\nDisallow: /private\n"))
    closed, free = web.put("http://herald.test/private/a", article("A")), web.put("http://herald.test/b", article("B"))
    found = fetch(web, closed, free)
    assert found[closed].reason == "robots.txt of its site does not allow it"
    assert isinstance(found[free], Fetched)
    assert web.count("/private/a") == 0
    assert web.count("/robots.txt") == 1


def test_robots_txt_of_a_site_that_a_redirect_leads_to_holds_too(web):
    web.put("http://news.test/robots.txt", Page(body=b"User-agent: sayso\nDisallow: /\n"))
    new = web.put("http://news.test/b", article("The bridge"))
    old = web.put("http://herald.test/a", Page(status=302, headers={"Location": new}))
    assert refusal(web, old) == "robots.txt of its site does not allow it"
    assert web.count("/b") == 0


def test_a_robots_txt_that_leads_to_no_web_address_closes_its_site_and_no_other(web):
    web.put("http://herald.test/robots.txt", Page(status=302, headers={"Location": "http://[::1"}))
    closed, free = web.put("http://herald.test/a", article("A")), web.put("http://news.test/b", article("B"))
    found = fetch(web, closed, free)
    assert found[closed].reason == "robots.txt of its site leads on to what is no web address"
    assert isinstance(found[free], Fetched)


@pytest.mark.parametrize("status", [500, 503, 429])
def test_a_site_whose_robots_txt_cannot_be_read_is_left_alone(web, status):
    web.put("http://herald.test/robots.txt", Page(status=status))
    url = web.put("http://herald.test/a", article("The bridge"))
    answer = fetch(web, url)[url]
    assert answer.reason == f"robots.txt of its site cannot be read now ({status})"
    assert answer.is_passing
    assert web.count("/a") == 0


def test_a_site_is_asked_as_seldom_as_it_wishes(web):
    web.put("http://herald.test/robots.txt", Page(body=b"User-agent: *\nCrawl-delay: 7\n"))
    urls = [web.put(f"http://herald.test/{number}", article(f"Part {number}")) for number in range(3)]
    fetch(web, *urls)
    assert web.waits == [7.0, 7.0, 7.0]


@pytest.mark.parametrize("delay", ["86400", "1e300"])
def test_a_site_that_wants_days_between_two_requests_is_left_alone(web, delay):
    web.put("http://herald.test/robots.txt", Page(body=f"User-agent: *\nCrawl-delay: {delay}\n".encode()))
    url = web.put("http://herald.test/a", article("The bridge"))
    assert "between two requests" in refusal(web, url)
    assert web.count("/a") == 0


def test_a_site_is_asked_by_one_connection_at_a_time(web):
    moments = []

    def answer(_count):
        moments.append(web.now)
        return article("The bridge")

    urls = [web.put(f"http://herald.test/{number}", answer) for number in range(12)]
    fetch(web, *urls)
    assert moments == [float(number) for number in range(1, 13)], "a second after robots.txt and between each two"
