"""What goes along with an answer that is set elsewhere? All that its claim tells, and what denies it."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from sayso.linking.answers import DOUBT, NO
from sayso.linking.moves import BY_ANSWERED, move
from sayso.linking.responses import About, Response
from sayso.text.days import Run

Spot = tuple[About, str | None, Run | None]


def keep_beside(
    before: Sequence[Response], after: Sequence[Response], is_loose: Callable[[Response], bool]
) -> tuple[Response, ...]:
    """Return the answers of a document after some were moved, with all that their claims tell of the place and days left.

    Denials and doubts stand beside what they stood beside before. `is_loose` tells of an answer that its words do not fix
    where, or when, it is.
    """
    after = _take_along(before, after, is_loose)
    said = {find_spot(old): new for old, new in zip(before, after, strict=True) if not _is_turned(old)}
    return tuple(
        _follow(old, said[find_spot(old)]) if _is_turned(old) and is_loose(old) and find_spot(old) in said else new
        for old, new in zip(before, after, strict=True)
    )


def find_spot(response: Response) -> Spot:
    """Return what an answer is about, its place and its days: who denies it stands there too."""
    return response.about, response.place, response.days


def _take_along(
    before: Sequence[Response], after: Sequence[Response], is_loose: Callable[[Response], bool]
) -> Sequence[Response]:
    """Return the answers, those of a claim together: the dead of a strike are where it is."""
    pairs = list(zip(before, after, strict=True))
    gone = {(old.resolved.claim.id, old.place, old.days): new for old, new in pairs if new is not old}
    return [
        _follow(old, gone[spot])
        if new is old and is_loose(old) and (spot := (old.resolved.claim.id, old.place, old.days)) in gone
        else new
        for old, new in pairs
    ]


def _is_turned(response: Response) -> bool:
    return response.answer.level in {NO, DOUBT}


def _follow(other: Response, moved: Response) -> Response:
    if (other.place, other.days) == (moved.place, moved.days):
        return other
    reason = moved.moves[-1:] if other.resolved.claim.id == moved.resolved.claim.id else ()
    followed = replace(other, moves=(*other.moves, *reason)) if reason else move(other, BY_ANSWERED, moved.edtf)
    return replace(followed, place=moved.place, days=moved.days, is_adrift=moved.is_adrift)
