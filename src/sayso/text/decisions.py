"""Which of several people's decisions on one matter stand?"""

from collections.abc import Sequence

from sayso.model.judgements import Judgement
from sayso.model.kinds import JudgementKind


def keep_active(judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """Return the judgements that no later line takes back; an undo can itself be undone."""
    undone: set[str] = set()
    active = []
    for judgement in reversed(judgements):
        if judgement.id in undone:
            continue
        if judgement.kind is not JudgementKind.UNDO:
            active.append(judgement)
        elif judgement.undoes:
            undone.add(judgement.undoes)
    return tuple(reversed(active))


def read_list(judgement: Judgement, field: str) -> tuple[str, ...]:
    """Return the names or ids that a judgement lists in a field, none where it has no such list."""
    listed = judgement.fields.get(field)
    return tuple(map(str, listed)) if isinstance(listed, list | tuple) else ()


def last_lines(lines: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """Return the last line of each author, in the order of those lines."""
    last = {judgement.author: number for number, judgement in enumerate(lines)}
    return tuple(lines[number] for number in sorted(last.values()))


def standing_lines(lines: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """Return the lines on one matter that stand together; none while two people contradict each other.

    A later line of one author replaces his earlier one. Where people contradict each other a third one's line
    settles it.
    """
    last = last_lines(lines)
    if not any(contradict(one, other) for one in last for other in last):
        return last
    return last[-1:] if len(last) > 2 else ()


def contradict(one: Judgement, other: Judgement) -> bool:
    """Tell whether two lines decide differently: another kind of decision, or another value for one field."""
    if one.kind is not other.kind:
        return True
    shared = one.fields.keys() & other.fields.keys()
    return any(one.fields[field] != other.fields[field] for field in shared)
