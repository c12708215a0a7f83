"""Who stands in brackets behind what is theirs: a count, or a paragraph?"""

from collections.abc import Iterator

from sayso.attribution.borders import trim
from sayso.attribution.drafts import Draft
from sayso.attribution.kinds import body_word_kind
from sayso.attribution.pages import Page, Run
from sayso.attribution.speakers import Speaker
from sayso.attribution.words import cue_words, head_kinds
from sayso.model.derivations import name_rule
from sayso.model.kinds import Stance, VoiceKind

GIVEN = name_rule("attribution.given", 'A count stands before its source in brackets ("12 dead (medics)").')
CREDITED = name_rule(
    "attribution.credited", 'A paragraph closes on the name of an agency in brackets ("... in the north. (KTN)").'
)
_LONGEST = 4
_NEAR = 4
_OPENING, _CLOSING = frozenset({"(", "["}), frozenset({")", "]"})
_ENDS = frozenset({".", "!", "?", '"', "”", "’"})
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
            yield _draft(page, inside, frozenset(range(*count)), GIVEN)


def find_credited(page: Page) -> Iterator[Draft]:
    """Yield the paragraphs that close on a name in brackets; the last one of a document may sign the whole, and is left out."""
    for opening, inside in _brackets(page):
        end = inside[1] + 1
        closes_paragraph = end < len(page.parse) and page.passage(end) != page.passage(opening)
        if not closes_paragraph or page.is_headline(opening) or page.word(opening - 1) not in _ENDS:
            continue
        if _is_name(page, inside):
            first = opening
            while first and page.passage(first - 1) == page.passage(opening):
                first -= 1
            yield _draft(page, inside, trim(page, range(first, opening)), CREDITED)


def _brackets(page: Page) -> Iterator[tuple[int, Run]]:
    """Yield each opening bracket with the few words that stand between it and the closing one."""
    for token in range(1, len(page.parse)):
        if page.word(token) in _OPENING:
            near = range(token + 2, min(token + 2 + _LONGEST, len(page.parse)))
            closing = next((t for t in near if page.word(t) in _CLOSING), None)
            if closing is not None:
                yield token, (token + 1, closing)


def _is_name(page: Page, run: Run) -> bool:
    words = [page.parse.words[t] for t in range(*run)]
    is_note = any(word.casefold() in cue_words("notes_of_pages") for word in words)
    is_capital = all(word[:1].isupper() for word in words)
    return is_capital and not is_note and all(page.parse.universal[t] in {"PROPN", "NOUN"} for t in range(*run))


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


def _draft(page: Page, run: Run, content: frozenset[int], rule: str) -> Draft:
    return Draft(
        head=run[1], cue=(run[1], run[1] + 1), lemma=page.word(run[1]), stance=Stance.ASSERTS, content=content, rule=rule,
        speaker=Speaker(run[1] - 1, run),
    )  # fmt: skip
