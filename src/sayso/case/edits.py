"""What does a new line on a claim take over from the edits that stand there?"""

from collections.abc import Sequence
from dataclasses import replace

from sayso.model.judgements import Judgement
from sayso.model.kinds import JudgementKind
from sayso.resolution.judged import ON_CLAIMS
from sayso.text.decisions import keep_active, last_lines, standing_lines

AS_EDITED = "accepted as edited"


def keep_edits(judgement: Judgement, known: Sequence[Judgement]) -> Judgement:
    """Return a line that loses nothing of what was edited before.

    The last line of an author replaces his earlier ones, so an edit holds the fields that he set before, too. Who
    accepts a claim that was edited accepts what he saw: his line is an edit with the same fields, says so in its reason,
    and contradicts none.
    """
    if judgement.kind not in {JudgementKind.ACCEPT, JudgementKind.EDIT} or judgement.claim is None:
        return judgement
    lines = [line for line in keep_active(known) if line.claim == judgement.claim and line.kind in ON_CLAIMS]
    before = standing_lines(lines) if judgement.kind is JudgementKind.ACCEPT else _own(lines, judgement.author)
    fields = {name: value for line in before if line.kind is JudgementKind.EDIT for name, value in line.fields.items()}
    if not fields:
        return judgement
    reason = judgement.reason if judgement.kind is JudgementKind.EDIT else f"{AS_EDITED}: {judgement.reason}"
    return replace(judgement, kind=JudgementKind.EDIT, fields={**fields, **judgement.fields}, reason=reason)


def _own(lines: Sequence[Judgement], author: str) -> list[Judgement]:
    return [line for line in last_lines(lines) if line.author == author]
