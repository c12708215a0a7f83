"""Which day is a moment in the case's part of the world?"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, time
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

from sayso.model.documents import DateClue


def localize(clues: Iterable[DateClue], time_zone: str | None) -> Iterator[DateClue]:
    """Yield the clues; a time stamp with an offset that a page gives is of the day it was where the case is.

    "2013-07-28T23:30:00Z" is the 29th in Damascus. Without a time zone in the settings, the page's own day stands.
    """
    zone = ZoneInfo(time_zone) if time_zone else None
    for clue in clues:
        day = _find_day(clue.written, zone) if zone and clue.kind == "metadata" else None
        yield replace(clue, value=day) if day else clue


def _find_day(words: str | None, zone: ZoneInfo) -> str | None:
    """Return the day of a full time stamp in a time zone; None for anything else, and at the ends of the calendar."""
    moment = _read_moment(words)
    try:
        return moment.astimezone(zone).date().isoformat() if moment else None
    except OverflowError:
        return None


def _read_moment(words: str | None) -> datetime | None:
    """Return a full time stamp with its offset from UTC, in ISO's form or a mail's; None for anything else.

    Midnight of UTC is none: pages write a bare day so.
    """
    text = (words or "").strip()
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = read(text)
        except ValueError:
            continue
        is_bare = moment.time() == time.min and not moment.utcoffset()
        return None if is_bare or moment.utcoffset() is None else moment
    return None
