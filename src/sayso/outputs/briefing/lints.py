"""Does a sentence of ours say more than it may? Run before anything is written."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from sayso.errors import SaysoError
from sayso.outputs.briefing.clauses import read_patterns
from sayso.outputs.briefing.contents import Briefing, walk_sentences
from sayso.outputs.briefing.runs import Sentence, Whose


class BriefingError(SaysoError):
    """A sentence that a briefing may not hold: a defect of sayso, never of the case."""


def check_briefing(briefing: Briefing) -> None:
    """Check every sentence of a briefing before it is written.

    Raises:
        BriefingError: when one says more than it may; nothing is written then.
    """
    found = next(find_faults(walk_sentences(briefing)), None)
    if found is not None:
        raise BriefingError(f"the briefing is not written, because of a sentence that sayso must not say: {found}")


def find_faults(sentences: Iterable[Sentence]) -> Iterator[str]:
    """Yield what is wrong with sentences, in words.

    In words of ours nothing is called a fact, confirmed or verified, save where a person has assessed it; no verb
    judges a voice; and whoever is named as a speaker says, or is cited. Names and quotations are others' words.
    """
    for sentence in sentences:
        yield from (f"{word!r} in {sentence.text!r}" for word in _find_words(sentence))
        yield from (f"{words!r} after a voice in {sentence.text!r}" for words in _find_verbs(sentence))


def _find_words(sentence: Sentence) -> Iterator[str]:
    """Yield the forbidden words, looked for in each stretch of ours by itself."""
    tables = ("judging",) if sentence.is_assessed else ("forbidden", "judging")
    for run in sentence.runs:
        if run.whose is Whose.OURS:
            yield from (found.group() for table in tables for found in _expression(table).finditer(run.words))


@cache
def _expression(table: str) -> re.Pattern[str]:
    words = sorted(read_patterns("lint")[table], key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


def _find_verbs(sentence: Sentence) -> Iterator[str]:
    """Yield what stands after a voice that is not cited, where that is no neutral verb of saying."""
    rules = read_patterns("lint")
    runs = sentence.runs
    for number, run in enumerate(runs):
        before = runs[number - 1].words if number and runs[number - 1].whose is Whose.OURS else ""
        if run.whose is not Whose.VOICE or before.rstrip().casefold().endswith(tuple(rules["cites"])):
            continue
        after = "".join(one.words for one in runs[number + 1 :] if one.whose is Whose.OURS)
        said = re.sub(r"^(?:, cited by )*,?\s*", "", after)
        if not said.startswith(tuple(f"{verb}" for verb in rules["verbs"])):
            yield said[:40] or "nothing"
