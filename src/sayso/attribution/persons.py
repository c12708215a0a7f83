"""What does a clause beside a person tell of who that is?"""

from collections.abc import Iterable, Iterator

from sayso.attribution.kinds import body_word_kind
from sayso.attribution.pages import Page, Run
from sayso.attribution.words import role_words
from sayso.model.kinds import VoiceKind

_FAR = 14
_GLUE = frozenset({"-", "al", "el"})
_BEFORE_NAME = frozenset({"name", "named", "as", "called", "nickname", "alias"})


def find_alias(page: Page, head: int) -> Run | None:
    """Return the name that a clause gives somebody ("who gave her name only as *Mira*"), None when none does."""
    tokens = _clauses(page, page.tree.children(head, "acl"), role_words("naming_verbs"))
    before = (t for t in tokens if page.word(t) in _BEFORE_NAME)
    first = next((t + 1 for t in before if page.word(t + 1) and page.parse.universal[t + 1] == "PROPN"), None)
    if first is None:
        return None
    last = first
    while page.word(last) in _GLUE or (page.word(last) and page.parse.universal[last] == "PROPN"):
        last += 1
    return first, last


def find_work(page: Page, head: int) -> VoiceKind:
    """Return the kind of the body that a clause says somebody works for ("X, *who studies the war at the Y Institute*")."""
    tokens = _clauses(page, page.tree.children(head, "acl:relcl"), role_words("working_verbs"))
    return next((kind for token in tokens if (kind := _body_kind(page, token))), VoiceKind.UNKNOWN)


def _body_kind(page: Page, token: int) -> VoiceKind | None:
    """Return the kind of a body that a capitalised word names or is part of the name of."""
    if token in page.body_at:
        return VoiceKind(page.body_at[token].body.kind)
    return body_word_kind(page.word(token)) if page.parse.universal[token] == "PROPN" else None


def hides_name(page: Page, head: int) -> bool:
    """Tell whether somebody is said to speak without a name ("who asked not to be named", "on condition of anonymity")."""
    _, last = page.sentence(head)
    rest = [page.word(t) for t in range(head + 1, last)]
    if "anonymity" in rest:
        return True
    asked = (n for n, word in enumerate(rest) if word in {"named", "identified"})
    return any("not" in rest[max(0, n - 4) : n] or "declined" in rest[max(0, n - 4) : n] for n in asked)


def _clauses(page: Page, clauses: Iterable[int], verbs: frozenset[str]) -> Iterator[int]:
    """Yield the tokens of those clauses whose verb is one of some."""
    for clause in clauses:
        if page.lemma(clause) in verbs:
            yield from (t for t in page.tree.subtree(clause) if t < clause + _FAR)
