"""Who closes a sentence as its source, where the parse took the verb for a noun ("..., state media report")?"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.attribution.borders import trim
from sayso.attribution.candidates import could_speak
from sayso.attribution.drafts import Draft
from sayso.attribution.pages import Page
from sayso.attribution.speaker_phrases import Speaker
from sayso.attribution.words import cue_verbs
from sayso.model.derivations import name_rule
from sayso.model.kinds import Stance

TAIL = name_rule(
    "attribution.tail",
    'A comma, a source and "say", "report" or the like close the sentence ("..., residents report").',
)
_LONGEST = 9
_NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PUNCT", "NUM", "PART"})


def find_tails(page: Page) -> Iterator[Draft]:
    """Yield the sentences that end on a source and a plural verb of saying which was read as a noun.

    So do those that commas set it into ("Pictures show a crater, *the lab reports*, and two burnt lorries").
    """
    for first, last in page.parse.sentences:
        yield from _read_inserted(page, first, last)
        words = [t for t in range(first, last) if not page.is_mark(t)]
        if len(words) < 5:
            continue
        cue = words[-1]
        is_noun = page.parse.universal[cue] in {"NOUN", "PROPN"} or page.tree.is_relation(cue, "nmod")
        if not is_noun or (page.lemma(cue) not in cue_verbs() and page.word(cue) != "says"):
            continue
        comma = next((t for t in range(cue - 1, max(first, cue - _LONGEST), -1) if page.is_mark(t)), None)
        if comma is None:
            continue
        end = _end_of_source(page, comma, cue)
        if not _parts(page, comma, end) or not could_speak(page, end - 1):
            continue
        speaker = Speaker(end - 1, (comma + 1, end))
        if page.parse.universal[end - 1] in {"NOUN", "PROPN"}:
            yield Draft(
                head=cue, cue=(cue, cue + 1), lemma=page.lemma(cue), stance=Stance.ASSERTS, content=trim(page, range(first, comma)), rule=TAIL, speaker=speaker,
            )  # fmt: skip


def _read_inserted(page: Page, first: int, last: int) -> Iterator[Draft]:
    """Yield what stands on both sides of one source by name and "reports" between two commas."""
    for cue in (t for t in range(first + 4, last - 3) if page.word(t) == "reports" and page.word(t + 1) == ","):
        comma = next((t for t in range(cue - 1, max(first, cue - _LONGEST), -1) if page.is_mark(t)), None)
        is_one = page.parse.universal[cue] == "NOUN" and page.parse.tags[cue - 1] in {"NN", "NNP"}
        if comma is None or not is_one or not _parts(page, comma, cue) or not could_speak(page, cue - 1):
            continue
        if cue - 1 in page.body_at or page.parse.universal[cue - 1] == "PROPN":
            content = trim(page, range(first, comma)) | trim(page, range(cue + 2, last))
            yield Draft(
                head=cue, cue=(cue, cue + 1), lemma="report", stance=Stance.ASSERTS, content=content, rule=TAIL,
                speaker=Speaker(cue - 1, (comma + 1, cue)),
            )  # fmt: skip


def _end_of_source(page: Page, comma: int, cue: int) -> int:
    """Return where the words for a source end before the cue, without where it is ("..., *a reporter* on the spot reports")."""
    place = next((t for t in range(comma + 1, cue) if page.parse.universal[t] == "ADP"), cue)
    is_one = page.parse.tags[place - 1] in {"NN", "NNP"}
    is_plain = all(page.parse.universal[t] in _NOMINAL for t in range(place + 1, cue))
    fits = is_plain and is_one == (page.word(cue) != page.lemma(cue))
    return place if fits else cue


def _parts(page: Page, mark: int, cue: int) -> bool:
    """Tell whether a comma, or the end of a quotation, sets a source of nouns alone before the cue."""
    is_comma = page.parse.words[mark] == "," or (mark in page.quotation_at and page.parse.words[mark - 1] == ",")
    return is_comma and mark + 1 < cue and all(page.parse.universal[t] in _NOMINAL for t in range(mark + 1, cue))


def without_tails(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts, none of which says the words of a source that closes its sentence."""
    tails = [d for d in drafts if d.rule == TAIL and d.speaker]
    own = {t for d in tails if d.speaker for t in (*range(*d.cue), *range(*d.speaker.run))}
    if not own:
        return list(drafts)
    return [replace(d, content=trim(page, list(d.content - own))) for d in drafts]
