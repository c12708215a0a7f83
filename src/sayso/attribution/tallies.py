"""Whose is a count that a sentence gives ("*the UN's* count stands at 40", "the *official* toll rose to 21")?"""

from collections.abc import Iterator

from sayso.attribution.borders import trim
from sayso.attribution.candidates import could_speak
from sayso.attribution.drafts import Draft
from sayso.attribution.pages import Page
from sayso.attribution.phrases import find_phrase
from sayso.attribution.speaker_phrases import Speaker
from sayso.attribution.words import cue_words
from sayso.model.derivations import name_rule
from sayso.model.kinds import Stance

_NEAR = 8
TALLY = name_rule(
    "attribution.tally",
    'A count is somebody\'s, or official ("X\'s count stands at 40", "the official toll rose to 21").',
)


def find_tallies(page: Page) -> Iterator[Draft]:
    """Yield the counts that a sentence gives as those of somebody, or as official: the toll of an army may be its own dead."""
    for noun in page.with_word(cue_words("tallies")):
        clause = page.parse.heads[noun]
        is_misread = _is_rise_misread(page, noun)
        if not is_misread and (not page.tree.is_relation(noun, "nsubj") or not _gives_number(page, noun, clause)):
            continue
        clause = noun if is_misread else clause
        speaker, cue = _find_owner(page, noun)
        if speaker is not None:
            own = {*range(*speaker.run), cue}
            told = frozenset(t for t in page.tree.subtree(clause) if not page.is_mark(t))
            content = (trim(page, range(*page.sentence(noun))) if is_misread else told) - own
            yield Draft(
                head=cue, cue=(cue, cue + 1), lemma=page.lemma(noun), stance=Stance.ASSERTS, content=content, rule=TALLY, speaker=speaker,
            )  # fmt: skip


def _is_rise_misread(page: Page, noun: int) -> bool:
    """Tell whether a count opens a sentence and "rose to" a number follows, which the parse took for the flower."""
    first, last = page.sentence(noun)
    rose = next((t for t in range(noun + 1, min(noun + _NEAR, last - 2)) if page.word(t) == "rose"), None)
    is_root = page.tree.is_relation(noun, "root") and noun - first < _NEAR
    return is_root and rose is not None and page.word(rose + 1) == "to" and page.parse.universal[rose + 2] == "NUM"


def _gives_number(page: Page, noun: int, clause: int) -> bool:
    """Tell whether a count is said to stand at a number, to rise to one or to be one."""
    is_verb = page.lemma(clause) in cue_words("standing_at") or page.tree.child(clause, "cop") is not None
    return is_verb and any(page.parse.universal[t] == "NUM" for t in page.tree.subtree(clause) if t > noun)


def _find_owner(page: Page, noun: int) -> tuple[Speaker | None, int]:
    """Return whose count it is, and the apostrophe or the "official" that says so."""
    owner = page.tree.child(noun, "nmod:poss")
    mark = None if owner is None else page.tree.child(owner, "case")
    official = next((c for c in page.tree.children(noun, "amod") if page.word(c) == "official"), None)
    is_sure = page.word(noun) not in cue_words("tallies_of") or official is not None
    if owner is not None and mark is not None and is_sure and could_speak(page, owner):
        return Speaker(owner, find_phrase(page, owner)), mark
    return (None, noun) if official is None else (Speaker(official, (official, official + 1)), official)
