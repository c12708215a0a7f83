"""Which words at the head of a sentence are a label of the page, not somebody who speaks ("UPDATE 1, 1640 GMT - ...")?"""

from sayso.attribution.pages import Page
from sayso.lexicons import read_words

_LONGEST = 10
_DASHES = frozenset({"-", "–", "—", "--", ":", "|"})
_PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PART", "NUM"})


def find_behind_slug(page: Page, token: int) -> int | None:
    """Return the noun that a sentence begins with behind the label and dash that a token stands in; None without one.

    A label is a word of the table of what pages put before their text, in capitals, with a number, time or day.
    """
    first, last = page.sentence(token)
    is_label = page.parse.words[first].isupper() and page.word(first) in read_words("page_heads", "not_places")
    dash = next((t for t in range(first, min(last, first + _LONGEST)) if page.word(t) in _DASHES), last)
    if not is_label or token > dash:
        return None
    end = dash + 1
    while end < last and page.parse.universal[end] in _PHRASE:
        end += 1
    return end - 1 if end > dash + 1 else None
