"""What does a clause beside a person tell of who that is?"""

from collections.abc import Iterable, Iterator

from sayso.attribution.kinds import body_word_kind
from sayso.attribution.pages import Page, Run
from sayso.attribution.words import cue_verbs, cue_words, head_kinds, role_words
from sayso.model.kinds import VoiceKind

_FAR = 14
_NEAR = 8
_OF_OFFICE = frozenset({"ADP", "DET", "PROPN", "NOUN", "ADJ", "PART"})
_GLUE = frozenset({"-", "al", "el"})


def find_set_name(page: Page, head: int) -> Run | None:
    """Return the name that a comma sets behind somebody's office ("the prefect of Belgor, *Mira Holt*, said"), or None.

    The name has two words or more, is no place's or body's, and ends at a mark or before a verb of saying.
    """
    first = head + 1
    while (
        page.word(first)
        and first - head < _NEAR
        and (page.parse.universal[first] in _OF_OFFICE or page.word(first) in {"-", "‑"})
    ):
        first += 1
    if page.word(first) != ",":
        return None
    first, last = first + 1, first + 1
    while page.word(last) and (
        page.parse.universal[last] == "PROPN" or page.word(last) in _GLUE or _is_title(page, last)
    ):
        last += 1
    labels = {page.labels.get(t) for t in range(first, last)}
    is_name = last - first > 1 and not labels & {"PLACE", "ORGANIZATION"} and first not in page.body_at
    is_end = not page.word(last) or page.is_mark(last) or page.lemma(last) in cue_verbs()
    return (first, last) if is_name and is_end else None


def _is_title(page: Page, token: int) -> bool:
    """Tell whether a word in capitals is a rank or title, whatever the parse takes it for ("*Major* General Ivo Lenz")."""
    return page.parse.words[token][:1].isupper() and page.word(token) in role_words("titles")


def find_alias(page: Page, head: int) -> Run | None:
    """Return the name that a clause gives somebody ("who gave her name only as *Mira*"), None when none does."""
    tokens = _clauses(page, page.tree.children(head, "acl"), role_words("naming_verbs"))
    before = [t for t in tokens if page.word(t) in role_words("naming_verbs", "before_name")]
    before += [t + 2 for t in _named_by_himself(page, head)]
    first = next((t + 1 for t in before if page.word(t + 1) and page.parse.universal[t + 1] == "PROPN"), None)
    if first is None:
        return None
    last = first
    while page.word(last) in _GLUE or (page.word(last) and page.parse.universal[last] == "PROPN"):
        last += 1
    return first, last


def _named_by_himself(page: Page, head: int) -> Iterator[int]:
    """Yield the verbs of clauses about somebody that "himself as" follows, whatever the parse hangs that on."""
    for clause in page.tree.children(head, "acl"):
        is_naming = page.lemma(clause) in role_words("naming_verbs")
        if is_naming and page.word(clause + 1) in {"himself", "herself"} and page.word(clause + 2) == "as":
            yield clause


_TO = frozenset({"to", "with"})


def find_work(page: Page, head: int) -> VoiceKind:
    """Return the kind of the body that a clause says somebody works for ("X, *who studies the war at the Y Institute*").

    Whoever only "spoke *to* Y" does not.
    """
    tokens = [
        t
        for t in _clauses(page, page.tree.children(head, "acl:relcl"), role_words("working_verbs"))
        if page.tree.case(t) not in _TO
    ]
    return next((kind for token in tokens if (kind := _body_kind(page, token))), VoiceKind.UNKNOWN)


def find_employer(page: Page, name: Run) -> str | None:
    """Return the body by name for which a clause says somebody speaks or that he leads ("X, *who speaks for the Hill Shields*")."""
    for clause in (c for t in range(*name) for c in page.tree.children(t, "acl:relcl")):
        if page.lemma(clause) not in role_words("working_verbs"):
            continue
        body = next((t for t in page.tree.children(clause, "obj", "obl") if _is_led(page, t)), None)
        if body is not None:
            first, last = page.tree.run(body, without=frozenset({"case", "det", "acl", "appos", "punct"}))
            return page.text((first, last))
    return None


def _is_led(page: Page, token: int) -> bool:
    is_for = page.tree.case(token) == "for"
    is_body = page.labels.get(token) != "PERSON" and (is_for or page.labels.get(token) != "PLACE")
    is_beside = is_for or page.tree.is_relation(token, "obj")
    return is_beside and page.parse.universal[token] == "PROPN" and is_body


def is_at_home(page: Page, head: int) -> bool:
    """Tell whether a clause says that somebody lives there, or tells of his house or kin ("X, *whose brother was shot*, ...")."""
    clauses = page.tree.children(head, "acl:relcl")
    pronouns = (t for c in clauses for t in page.tree.subtree(c) if page.parse.tags[t] == "WP$")
    nouns = [page.lemma(page.parse.heads[t]) for t in pronouns]
    is_of_his = any(n in role_words("homes") or head_kinds().get(n) is VoiceKind.RESIDENT for n in nouns)
    return is_of_his or any(page.lemma(c) in role_words("homes", "verbs") for c in clauses)


def find_kind_of_helpers(page: Page, last: int) -> VoiceKind | None:
    """Return the kind of a body behind a name by those whom it sends ("X of the Lantern, *whose volunteers* rode along")."""
    is_whose = page.word(last) == "," and page.parse.tags[last + 1 : last + 2] == ("WP$",)
    kind = head_kinds().get(page.lemma(page.parse.heads[last + 1])) if is_whose else None
    return kind if kind in {VoiceKind.NGO, VoiceKind.ARMED_GROUP, VoiceKind.MEDIC} else None


def _body_kind(page: Page, token: int) -> VoiceKind | None:
    """Return the kind of a body that a capitalised word stands for or stands in; a hospital needs no name."""
    if token in page.body_at:
        return VoiceKind(page.body_at[token].body.kind)
    if head_kinds().get(page.lemma(token)) is VoiceKind.MEDIC:
        return VoiceKind.MEDIC
    return body_word_kind(page.word(token)) if page.parse.universal[token] == "PROPN" else None


def hides_name(page: Page, head: int) -> bool:
    """Tell whether somebody is said to speak without a name ("who asked not to be named", "on condition of anonymity")."""
    _, last = page.sentence(head)
    rest = [page.word(t) for t in range(head + 1, last)]
    if "anonymity" in rest:
        return True
    if any(word in role_words("silent") and rest[n - 1] == "not" for n, word in enumerate(rest)):
        return True
    asked = (
        n
        for n, word in enumerate(rest)
        if word in {"named", "identified"} or (word == "name" and rest[n - 1] in cue_words("owning"))
    )
    return any("not" in rest[max(0, n - 4) : n] or "declined" in rest[max(0, n - 4) : n] for n in asked)


def _clauses(page: Page, clauses: Iterable[int], verbs: frozenset[str]) -> Iterator[int]:
    """Yield the tokens of those clauses whose verb is one of some."""
    for clause in clauses:
        if page.lemma(clause) in verbs:
            yield from (t for t in page.tree.subtree(clause) if t < clause + _FAR)
