"""Which words of a sentence only describe who speaks, so that a place named there is not where anything happened?"""

import re
from collections.abc import Iterator

from sayso.model.kinds import VoiceKind
from sayso.model.spans import Span

# Who speaks as one of those it happened to: where they are is where it is told of.
ON_THE_SPOT = frozenset(
    {
        VoiceKind.ACTIVIST,
        VoiceKind.MEDIC,
        VoiceKind.RESIDENT,
        VoiceKind.UNNAMED_SOURCE,
        VoiceKind.WITNESS,
        VoiceKind.UNKNOWN,
    }
)
_REMARK = re.compile(r",[^,.;:!?\"“”]*")


def find_descriptions(source: Span, kind: VoiceKind, cue: Span | None, sentence: Span, text: str) -> Iterator[Span]:
    """Yield the words of a sentence that only describe a speaker.

    They are the name of an office ("the prefect of Rahna"), what stands between a speaker and the word of saying
    ("two men who had fled to Zuhar told"), and a remark behind a speaker ("said Ada Lorn, surgeon of Selba hospital").
    """
    if not sentence.holds(source):
        return
    if kind not in ON_THE_SPOT:
        yield source
    if cue is None or not sentence.holds(cue):
        return
    if source.end < cue.start:
        yield Span(source.end, cue.start)
    remark = _REMARK.match(text, source.end, sentence.end) if cue.end <= source.start else None
    if remark is not None:
        yield Span(*remark.span())
