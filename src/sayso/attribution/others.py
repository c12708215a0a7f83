"""What do others say of whom only "others" tells ("Some residents said A, *others* that B")?"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.attribution.borders import trim
from sayso.attribution.drafts import Draft
from sayso.attribution.pages import Page
from sayso.attribution.speaker_phrases import Speaker
from sayso.attribution.words import cue_words
from sayso.model.derivations import name_rule

OTHERS = name_rule(
    "attribution.others",
    '"Others that" goes on with the word of saying before it, for other people ("Some said A, others that B").',
)


def part_others(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts, each cut where "others that" begins, with a draft of its own for what the others say."""
    return [part for draft in drafts for part in _part(page, draft)]


def _part(page: Page, draft: Draft) -> Iterator[Draft]:
    last = page.sentence(draft.head)[1]
    spot = next((t for t in range(draft.head + 1, last) if _is_gap(page, t)), None)
    if spot is None or draft.speaker is None or page.word(draft.speaker.run[0]) not in cue_words("first_of_two"):
        yield draft
        return
    yield replace(draft, content=trim(page, [t for t in draft.content if t < spot]))
    others = Speaker(spot, (spot, spot + 1))
    behind = trim(page, range(spot + 2, last))
    yield replace(draft, head=spot + 1, cue=(spot, spot + 2), content=behind, speaker=others, rule=OTHERS)


def _is_gap(page: Page, token: int) -> bool:
    """Tell whether "others" stands behind a mark or "and" and right before "that": the verb between is left out."""
    if page.word(token) != "others" or page.word(token + 1) != "that":
        return False
    is_joined = page.is_mark(token - 1) or page.word(token - 1) in {"and", "while", "but"}
    return is_joined and token not in page.quotation_at
