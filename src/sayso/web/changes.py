"""What has changed since a day or a release, why, and what was frozen of the case?"""

from collections.abc import Mapping
from typing import Any

from sayso.case.changes import ChangeKind, Changes
from sayso.case.rows import Row
from sayso.web.desks import Desk
from sayso.web.lists import cut
from sayso.web.queries import Query
from sayso.web.snapshots import Snapshot

Context = Mapping[str, Any]
CHANGES, DAYS = 40, 6
NAMES = {
    ChangeKind.RETRACTED: "taken back",
    ChangeKind.CORRECTED: "corrected",
    ChangeKind.NEWLY_DISPUTED: "newly disputed",
    ChangeKind.NEW: "new",
    ChangeKind.CHANGED: "changed",
    ChangeKind.GONE: "gone",
}


def show_changes(desk: Desk, query: Query) -> Context:
    """Return what changed since a day, or from one release to another or to now.

    Without either since the last release, else since the last reports were taken in.
    """
    snapshot = desk.look()
    releases = desk.case.releases()
    since, start, end = query.get("since"), query.get("from"), query.get("to")
    days = sorted({held[:10] for held in snapshot.record.held}, reverse=True)
    if not since and not start and releases:
        start = releases[-1].name
    elif not since and not start and len(days) > 1:
        since = days[1]
    changes = desk.compare(since=since, start=start, end=end) if since or start else Changes(())
    sheet = cut(changes.of_kind(query.get("change")) if query.get("change") else changes, query, CHANGES)
    kinds = changes.kinds
    return {
        "sheet": sheet,
        "changes": [_change(row, snapshot) for row in sheet.items],
        # Those ways of changing that are met, each with its words.
        "counts": [(kind.value, words, kinds[kind]) for kind, words in NAMES.items() if kinds[kind]],
        "total": len(changes),
        "since": since,
        "start": start,
        "end": end,
        "releases": releases[::-1],
        "days": days[:DAYS],
    }


def _change(row: Row, snapshot: Snapshot) -> Context:
    shown = [claim for claim in (*row["claims_added"], *row["claims"]) if claim in snapshot.claims]
    return {
        "row": row,
        "how": NAMES[ChangeKind(row["change"])],
        "claim": shown[0] if shown else None,
        "group": row["id"] if row["id"] in snapshot.groups else None,
        "added": len(row["claims_added"]),
        "moved": row["origins_before"] is not None and row["origins_before"] != row["origins_now"],
    }
