"""Who stands in brackets behind the count that is theirs?"""

from collections.abc import Iterator

from sayso.attribution.drafts import Draft
from sayso.attribution.kinds import body_word_kind
from sayso.attribution.pages import Page, Run
from sayso.attribution.speaker_phrases import Speaker
from sayso.attribution.words import head_kinds
from sayso.model.derivations import name_rule
from sayso.model.kinds import Stance, VoiceKind

GIVEN = name_rule("attribution.given", 'A count stands before its source in brackets ("12 dead (medics)").')
_LONGEST = 4
_NEAR = 4
_OPENING, _CLOSING = frozenset({"(", "["}), frozenset({")", "]"})
# Those who count; the dead, the armed and the displaced in brackets are who is counted ("12 dead (civilians)").
_COUNTERS = frozenset(
    {VoiceKind.MEDIC, VoiceKind.ACTIVIST, VoiceKind.NGO, VoiceKind.MONITOR, VoiceKind.UN, VoiceKind.GOVERNMENT}
    | {VoiceKind.UNNAMED_OFFICIAL, VoiceKind.OUTLET, VoiceKind.AGENCY, VoiceKind.STATE_MEDIA}
)


def find_bracketed(page: Page) -> Iterator[Draft]:
    """Yield the counts behind which brackets hold nothing but who gives them."""
    for opening, inside in _brackets(page):
        count = _find_count(page, opening)
        if count is not None and _counts(page, inside):
            last = inside[1]
            yield Draft(
                head=last, cue=(last, last + 1), lemma=page.word(last), stance=Stance.ASSERTS,
                content=frozenset(range(*count)), rule=GIVEN, speaker=Speaker(last - 1, inside),
            )  # fmt: skip


def _brackets(page: Page) -> Iterator[tuple[int, Run]]:
    """Yield each opening bracket with the few words that stand between it and the closing one."""
    for token in page.with_word(_OPENING):
        near = range(token + 2, min(token + 2 + _LONGEST, len(page.parse)))
        closing = next((t for t in near if page.word(t) in _CLOSING), None)
        if closing is not None:
            yield token, (token + 1, closing)


def _counts(page: Page, run: Run) -> bool:
    """Tell whether the words in brackets are those who count."""
    if any(page.parse.universal[t] not in {"NOUN", "PROPN", "ADJ", "DET", "PART"} for t in range(*run)):
        return False
    head = run[1] - 1
    body = page.body_at.get(head)
    if body is not None:
        return VoiceKind(body.body.kind) in _COUNTERS
    forms = (page.word(head), page.lemma(head))
    kinds = (head_kinds().get(form) or body_word_kind(form) for form in forms)
    return next((kind for kind in kinds if kind is not None), None) in _COUNTERS


def _find_count(page: Page, opening: int) -> Run | None:
    """Return the number right before a bracket with the words around it ("*more than 30 dead* (medics)")."""
    start, _ = page.sentence(opening)
    near = range(opening - 1, max(start, opening - _NEAR) - 1, -1)
    number = next((t for t in near if page.parse.universal[t] == "NUM" and t not in page.timex_tokens), None)
    if number is None or any(page.is_mark(t) or page.parse.universal[t] == "VERB" for t in range(number, opening)):
        return None
    # "It killed 12 people (doctors)" says who they were.
    if any(page.parse.universal[t] == "VERB" and t < number for t in page.tree.ancestors(number)):
        return None
    own = [t for t in page.tree.subtree(number) if t <= number and page.parse.universal[t] in {"ADV", "ADJ", "NUM"}]
    return min([number, *own]), opening
