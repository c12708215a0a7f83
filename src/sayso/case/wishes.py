"""Which part of a record is wanted?"""

from collections.abc import Iterable
from enum import StrEnum
from typing import TypedDict, TypeVar

from sayso.errors import InputError
from sayso.model.kinds import ClaimKind, Standing
from sayso.model.settings import Settings
from sayso.record import Selection
from sayso.text.days import read_days

Word = TypeVar("Word", bound=StrEnum)
_CLOCKS = ("on", "since", "until", "as_of")


class Wishes(TypedDict, total=False):
    """Which part of a record is wanted; the same as the flags of the command line."""

    on: str
    since: str
    until: str
    as_of: str
    as_held: str
    place: str
    voice: str
    kind: str
    standing: str
    min_origins: int


def read_wishes(wishes: Wishes, settings: Settings) -> Selection:
    """Return the selection that is meant.

    Raises:
        InputError: when a day is none, or a word not one of its list.
    """
    asked = dict(wishes)
    for clock in _CLOCKS:
        if asked.get(clock) is not None and read_days(str(asked[clock])) is None:
            raise InputError(
                f"{clock.replace('_', '-')} {asked[clock]!r} is no day; write it like 2013-07-29, 2013-07 or 2013"
            )
    return Selection(
        on=wishes.get("on"),
        since=wishes.get("since"),
        until=wishes.get("until"),
        as_of=wishes.get("as_of"),
        as_held=wishes.get("as_held"),
        place=wishes.get("place"),
        voice=wishes.get("voice"),
        kind=_word(wishes.get("kind"), ClaimKind, "kind"),
        standing=_word(wishes.get("standing"), Standing, "standing"),
        min_origins=wishes.get("min_origins"),
        opposed=tuple(_opposed(settings)),
    )


def _word(given: str | None, words: type[Word], name: str) -> Word | None:
    if given is None:
        return None
    try:
        return words(given.replace(" ", "_"))
    except ValueError as error:
        raise InputError(f"no {name} is called {given!r}; there are {', '.join(words)}") from error


def _opposed(settings: Settings) -> Iterable[tuple[str, str]]:
    for side in settings.sides:
        yield from ((side.name, other) for other in side.opposed)
