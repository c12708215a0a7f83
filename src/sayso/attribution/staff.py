"""For which medium does somebody report ("an *AFP* correspondent", "the *Harbour Post*'s reporter")?"""

from sayso.attribution.descriptions import KNOWN, NAMED, Description
from sayso.attribution.kinds import find_body_kind
from sayso.attribution.media_words import forms_of
from sayso.attribution.pages import Page, Run
from sayso.attribution.words import role_words
from sayso.lexicons.states import find_demonym, find_state
from sayso.model.kinds import VoiceKind

MEDIA = frozenset({VoiceKind.AGENCY, VoiceKind.OUTLET, VoiceKind.STATE_MEDIA})
_OURS = frozenset({"our", "my"})


def is_of_staff(page: Page, head: int) -> bool:
    """Tell whether a noun means somebody who reports for a medium; a witness does where its name stands right before."""
    is_reporter = not role_words("staff").isdisjoint(forms_of(page, head))
    return is_reporter or (page.lemma(head) == "witness" and _known_before(page, head) is not None)


def is_of_ours(page: Page, head: int) -> bool:
    """Tell whether it is somebody who reports for the outlet itself ("*our* correspondent")."""
    is_reporter = not role_words("staff").isdisjoint(forms_of(page, head))
    return is_reporter and any(page.word(t) in _OURS for t in page.tree.children(head, "nmod:poss", "det"))


def describe_staff(page: Page, core: Run, head: int) -> Description | None:
    """Return the medium for which somebody without a name reports; None where the words name none."""
    if page.parse.universal[head] != "NOUN" or not core[0] <= head < core[1] or not is_of_staff(page, head):
        return None
    hits = (page.body_at.get(t) for t in (head - 1, head - 2, *_behind(page, head)))
    hit = next((hit for hit in hits if hit is not None and hit.body.kind in MEDIA), None)
    if hit is not None:
        return Description(name=hit.body.name, kind=VoiceKind(hit.body.kind), rank=KNOWN, people=hit.body.country)
    name = _name_before(page, core[0], head) or _name_behind(page, head)
    if name is None:
        return None
    kind = find_body_kind(page, name)
    return Description(name=page.text(name), kind=kind if kind in MEDIA else VoiceKind.OUTLET, rank=NAMED)


def _known_before(page: Page, head: int) -> VoiceKind | None:
    hit = page.body_at.get(head - 1)
    return VoiceKind(hit.body.kind) if hit is not None and hit.body.kind in MEDIA else None


def _behind(page: Page, head: int) -> list[int]:
    """Return the nouns behind somebody for whom he can report ("a correspondent *for X*")."""
    return [t for t in page.tree.children(head, "nmod") if page.tree.case(t) in {"for", "of", "from", "with"}]


def _name_behind(page: Page, head: int) -> Run | None:
    """Return the name behind "for" or "with" of whom somebody reports for, which no more than the words before may be a place."""
    noun = next((t for t in _behind(page, head) if page.tree.case(t) in {"for", "with"}), None)
    return None if noun is None else _name_before(page, head + 1, noun + 1)


def _name_before(page: Page, first: int, head: int) -> Run | None:
    """Return the capitals right before a noun, an apostrophe between passed over; no people, place or person is a medium."""
    last = head - (page.parse.tags[head - 1] == "POS")
    start = last
    while start > first and _is_capital(page, start - 1):
        start -= 1
    is_other = any(
        find_demonym(page.word(t)) or find_state(page.word(t)) or page.labels.get(t) in {"PLACE", "PERSON"}
        for t in range(start, last)
        if not (page.parse.words[t].isupper() and last - start == 1)
    )
    return (start, last) if start < last and not is_other else None


def _is_capital(page: Page, token: int) -> bool:
    """Tell whether a word can be part of a name: its capital is not only that of a sentence ("*Hospital* staff")."""
    word, universal = page.parse.words[token], page.parse.universal[token]
    is_first = token == page.sentence(token)[0] and not word.isupper()
    return word[:1].isupper() and (universal == "PROPN" or (universal in {"NOUN", "ADJ"} and not is_first))
