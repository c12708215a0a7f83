"""Who speaks in words of an office and a name: "..., its spokesman, *Ivo Lenz*, said", "Member of Parliament *Ivo Lenz*"?"""

from sayso.attribution.kinds import body_word_kind, is_role
from sayso.attribution.pages import Page, Run
from sayso.attribution.words import role_words

_DESCRIBING = frozenset({"DET", "PRON", "ADJ", "NOUN", "PROPN", "PART", "ADP"})
_FAR = 10
_NAMES = 2
_OF_BODIES = frozenset({"DET", "ADJ", "NOUN", "PROPN"})


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


def find_name_in_office(page: Page, head: int) -> Run | None:
    """Return the name that runs on behind an office and its body ("Member of Parliament *Ivo Lenz*"), None without one.

    It is all behind the last word that bodies are named by, else the last two words where the parse knows a person there.
    """
    if page.word(head + 1) != "of" or page.lemma(head) not in role_words("persons"):
        return None
    last = head + 2
    while page.word(last) and page.parse.universal[last] in _OF_BODIES and last not in page.timex_tokens:
        last += 1
    bodies = [t for t in range(head + 2, last) if body_word_kind(page.word(t)) is not None or is_role(page, t)]
    first = bodies[-1] + 1 if bodies else last - _NAMES
    words = range(first, last)
    is_name = first > head + 2 and len(words) >= _NAMES and all(page.parse.universal[t] == "PROPN" for t in words)
    is_other = any(t in page.body_at or page.labels.get(t) == "PLACE" for t in words)
    is_known = bool(bodies) or any(page.labels.get(t) == "PERSON" for t in words)
    return (first, last) if is_name and is_known and not is_other else None
