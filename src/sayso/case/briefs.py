"""What is a briefing made of? What may be sent on now, and what might have been sent on by an earlier day."""

from pathlib import Path

from sayso.errors import InputError
from sayso.outputs import Publication
from sayso.outputs.briefing import Brief
from sayso.outputs.bundles import write_bundle
from sayso.text.days import read_days

UNTITLED = "A case without a title"


def make_brief(now: Publication, before: Publication | None = None, since: str | None = None) -> Brief:
    """Return what a briefing is drafted from; `before` is what might have been sent on when the day `since` ended, None for nothing."""
    return Brief(
        title=now.title or UNTITLED,
        tables=now.tables,
        before=before.tables if before is not None else dict.fromkeys(now.tables, ()) if since else None,
        since=since,
        notes=now.withholds,
        is_unreviewed=now.mark is not None,
    )


def write_page(published: Publication, folder: Path) -> tuple[Path, ...]:
    """Write what may be sent on as one page; return the file.

    Raises:
        OSError: when the folder cannot be written.
    """
    return write_bundle(make_brief(published), folder)


def check_since(since: str) -> None:
    """Check a day since which changes are told.

    Raises:
        InputError: when it is none.
    """
    if read_days(since) is None:
        raise InputError(f"changed-since {since!r} is no day; write it like 2013-07-29, 2013-07 or 2013")
