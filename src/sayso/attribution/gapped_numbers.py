"""Who gives a number by the verb of the one before ("The ministry gave 18 dead, *the hospital 34*")?"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.attribution.borders import trim
from sayso.attribution.drafts import Draft
from sayso.attribution.kinds import body_word_kind
from sayso.attribution.pages import Page
from sayso.attribution.speaker_phrases import Speaker
from sayso.attribution.words import cue_words, head_kinds
from sayso.model.derivations import name_rule

GAPPED_NUMBER = name_rule(
    "attribution.gapped_number",
    'Another source and its number follow the first ("X gave 18 dead, Y 34").',
)
_JOINTS = frozenset({",", ";", "and", "while", "but"})
_NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PART", "VERB"})
_LONGEST = 6


def part_numbers(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts, each cut where another source gives a number, with a draft of its own for that."""
    return [part for draft in drafts for part in _part(page, draft)]


def _part(page: Page, draft: Draft) -> Iterator[Draft]:
    spots = list(_find_spots(page, draft)) if draft.lemma in cue_words("giving_numbers") else []
    if not spots:
        yield draft
        return
    before = trim(page, [t for t in draft.content if t < spots[0][0]])
    behind = trim(page, [t for t in draft.content if t > spots[-1][2] + 1])
    yield replace(draft, content=before | behind)
    for joint, source, number in spots:
        speaker = Speaker(source, (joint + 1, source + 1))
        content = frozenset(range(source + 1, number + 1))
        yield replace(draft, head=source, cue=(joint, joint + 1), content=content, speaker=speaker, rule=GAPPED_NUMBER)


def _find_spots(page: Page, draft: Draft) -> Iterator[tuple[int, int, int]]:
    """Yield the joint, the head of the source and the number of each source that has no verb of its own."""
    last = page.sentence(draft.head)[1]
    figures = {figure.token for figure in page.layers.mentions.figures}
    numbers = [t for t in sorted(draft.content) if draft.head < t and t in figures]
    for joint in (t for t in range(draft.head + 1, last - 2) if page.word(t) in _JOINTS):
        number = next((t for t in numbers if joint + 1 < t <= joint + _LONGEST), None)
        if number is None or numbers[0] == number or not _stands_alone(page, number, last):
            continue
        source = number - 1
        while source > joint and page.word(source) in cue_words("number_hedges"):
            source -= 1
        is_phrase = source > joint and all(page.parse.universal[t] in _NOMINAL for t in range(joint + 1, source + 1))
        if is_phrase and _gives(page, source):
            yield joint, source, number


def _stands_alone(page: Page, number: int, last: int) -> bool:
    """Tell whether a number counts nothing by words of its own: a mark or "and" follows it."""
    return number + 1 >= last or page.is_mark(number + 1) or page.word(number + 1) in _JOINTS


def _gives(page: Page, source: int) -> bool:
    """Tell whether a noun is of those who give numbers: known as one who speaks, not merely a name ("Route 66")."""
    if page.labels.get(source) in {"PERSON", "ORGANIZATION"} or source in page.body_at:
        return True
    is_told = page.tree.child(source, "det", "nmod:poss", "compound", "amod") is not None
    forms = (page.word(source), page.lemma(source))
    return is_told and any(head_kinds().get(form) or body_word_kind(form) for form in forms)
