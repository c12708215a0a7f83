"""Who speaks in words that commas part into an office and a name ("..., its spokesman, *Ivo Lenz*, said")?"""

from sayso.attribution.kinds import is_role
from sayso.attribution.pages import Page, Run
from sayso.attribution.words import role_words

_DESCRIBING = frozenset({"DET", "PRON", "ADJ", "NOUN", "PROPN", "PART", "ADP"})
_FAR = 10


def find_office(page: Page, verb: int) -> tuple[int, Run] | None:
    """Return the noun of an office with the run of it and the name behind it, right before a verb and behind what is said.

    Commas stand before the office, between the two and behind the name; the office says whose it is, or has an article.
    """
    first, _ = page.sentence(verb)
    last = verb - 1
    name = last
    while name - 1 > first and page.parse.universal[name - 1] == "PROPN":
        name -= 1
    end = name - 2
    if page.word(last) != "," or name == last or end <= first or page.word(name - 1) != ",":
        return None
    start = end
    while start - 1 > first and end - start < _FAR and page.parse.universal[start - 1] in _DESCRIBING:
        start -= 1
    office = _find_noun(page, start, end)
    is_apart = page.word(start - 1) == "," and page.parse.universal[start] in {"DET", "PRON", "PROPN"}
    is_person = page.lemma(office) in role_words("persons") and is_role(page, office)
    is_after_clause = any(page.parse.universal[t] in {"VERB", "AUX"} for t in range(first, start - 1))
    return (office, (start, last)) if is_apart and is_person and is_after_clause else None


def _find_noun(page: Page, start: int, last: int) -> int:
    """Return the noun of an office: what stands before the name of whose it is ("the *prefect* of Belgor"), else its last word."""
    if page.lemma(last) in role_words("persons"):
        return last
    before = (t - 1 for t in range(start + 1, last) if page.word(t) in {"of", "in", "for"})
    return next((t for t in before if page.parse.universal[t] == "NOUN"), last)


def find_client(page: Page, subject: int | None) -> int | None:
    """Return the noun behind a country and what that did with those spoken of ("*Russia*-installed *officials*"), else the subject."""
    if (
        subject is None
        or page.word(subject + 1) not in {"-", "‑"}
        or page.word(subject + 2) not in role_words("patrons")
    ):
        return subject
    noun = subject + 3
    while page.word(noun) and page.parse.universal[noun] in {"ADJ", "PROPN"}:
        noun += 1
    return noun if page.word(noun) and page.parse.universal[noun] == "NOUN" else subject
