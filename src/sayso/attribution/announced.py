"""Whose are the words that a colon announces, beyond the sentence of the cue ("The governor added:")?"""

from collections.abc import Iterator

from sayso.attribution.borders import trim
from sayso.attribution.drafts import Draft
from sayso.attribution.pages import Page
from sayso.attribution.passives import is_passive
from sayso.attribution.speakers import find_speaker
from sayso.attribution.words import cue_verbs, cue_words
from sayso.model.derivations import name_rule

ANNOUNCED = name_rule(
    "attribution.announced", 'A sentence ends on "X said:", so what stands behind the colon is what X said.'
)
_CLOSING = frozenset({'"', "”", "»"})
_TOLD = frozenset({"clause", "quote"})


def find_announced(page: Page) -> Iterator[Draft]:
    """Yield what a sentence that ends on a colon announces: the quotation behind it, else the next paragraph."""
    for first, last in page.parse.sentences:
        if page.parse.words[last - 1] != ":" or last >= len(page.parse):
            continue
        verb = next((t for t in reversed(range(first, last)) if _tells(page, t)), None)
        content = find_behind(page, last)
        if verb is None or not content:
            continue
        speaker = find_speaker(page, verb, is_strict=page.lemma(verb) in cue_words("strict"))
        if speaker is not None:
            yield Draft(
                head=verb, cue=(verb, verb + 1), lemma=page.lemma(verb), stance=cue_verbs()[page.lemma(verb)][0].stance,
                content=content, rule=ANNOUNCED, speaker=speaker,
            )  # fmt: skip


def _tells(page: Page, token: int) -> bool:
    rows = cue_verbs().get(page.lemma(token), ()) if page.parse.universal[token] == "VERB" else ()
    return any(row.takes & _TOLD for row in rows) and not is_passive(page, token)


def find_behind(page: Page, start: int) -> frozenset[int]:
    """Return the quotation that opens at a token, or all of a paragraph that does, even if it quotes words within."""
    number = page.quotation_at.get(start)
    end = start
    while end < len(page.parse) and page.passage(end) == page.passage(start):
        end += 1
    is_apart = page.passage(start) != page.passage(start - 1)
    if number is not None:
        is_whole = is_apart and page.word(end - 1) in _CLOSING
        return frozenset(range(start, end) if is_whole else page.quotations[number][0])
    return trim(page, range(start, end)) if is_apart else frozenset()
