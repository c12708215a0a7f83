"""What is known at a glance? What is agreed, disputed, changed and not read, and one place on one day."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from sayso.model.kinds import RelationKind, Standing
from sayso.model.records import Group, Link
from sayso.text.day_words import say_days
from sayso.text.scales import find_scale
from sayso.web.cards import make_cards
from sayso.web.desks import Desk
from sayso.web.listings import make_dispute
from sayso.web.place_days import find_place_day
from sayso.web.queries import Query
from sayso.web.queues import REASONS, find_waiting
from sayso.web.snapshots import Snapshot
from sayso.web.timelines import draw_bars, find_dated

Context = Mapping[str, Any]
_AGREED = frozenset({Standing.AGREED, Standing.AGREED_BY_OPPOSED})
_CHANGES = frozenset({RelationKind.CORRECTS, RelationKind.UPDATES, RelationKind.RETRACTS})
_SHOWN, _LOOKED_AT = 5, 40


def show_overview(desk: Desk, query: Query) -> Context:
    """Return the first page of a case."""
    snapshot = desk.select(query.wishes)
    agreed = [group for group in snapshot.record.groups if group.standing in _AGREED]
    agreed.sort(key=lambda group: (group.standing is not Standing.AGREED_BY_OPPOSED, -group.origins[0], group.id))
    conflicts = sorted(snapshot.record.conflicts, key=lambda one: -sum(side.origins[1] for side in one.sides))
    return {
        "agreed": [_agreed(group, snapshot) for group in agreed[:_SHOWN]],
        "agreed_total": len(agreed),
        "disputes": [make_dispute(conflict, snapshot, shown=2) for conflict in conflicts[:3]],
        "disputes_total": len(conflicts),
        "changed": _changed(snapshot),
        "card": _card(query, snapshot),
        "standings": snapshot.standings,
        "open": _count_open(snapshot),
        "bars": _draw_days(snapshot),
        "span": _span(snapshot),
        "filters": False,
    }


def _agreed(group: Group, snapshot: Snapshot) -> Context:
    cards = make_cards(group.members[:_LOOKED_AT], snapshot)
    # Two voices show an agreement better than one voice twice.
    seen: dict[str, Any] = {}
    for card in cards:
        seen.setdefault(card.speakers[-1].name, card)
    return {"group": group, "cards": list(seen.values())[:2]}


def _changed(snapshot: Snapshot) -> list[Context]:
    found: list[Context] = []
    for link in snapshot.record.links:
        if link.kind not in _CHANGES or len(found) == _SHOWN:
            continue
        cards = make_cards((link.left, link.right), snapshot)
        if len(cards) == 2 and _is_one_voice(link, snapshot):
            found.append({"kind": link.kind.value, "cards": cards})
    return found


def _is_one_voice(link: Link, snapshot: Snapshot) -> bool:
    """Tell whether what changes an answer comes from whoever gave it: another's later count is no change of mind."""
    said = [snapshot.claims[claim] for claim in (link.left, link.right)]
    voices = [snapshot.voices.get(one.voice) for one in said]
    bodies = {(voice.institution or voice.key) if voice else one.voice for voice, one in zip(voices, said, strict=True)}
    return link.kind is not RelationKind.UPDATES or len(bodies) == 1


def _card(query: Query, snapshot: Snapshot) -> Context | None:
    return find_place_day(snapshot, query.get("at"), query.get("day"))


def _count_open(snapshot: Snapshot) -> Context:
    record = snapshot.record
    waiting = find_waiting(snapshot)
    counts = Counter(reason for _, why in waiting for reason in why)
    return {
        "undated": sum(1 for date in record.dates if not date.published),
        "silent": sum(len(coverage.silent) for coverage in record.coverage),
        "sentences": sum(coverage.sentences for coverage in record.coverage),
        "with_claim": sum(coverage.with_claim for coverage in record.coverage),
        "waiting": len(waiting),
        "reasons": [(reason, words, counts[reason]) for reason, words in REASONS.items()],
        "reviewed": sum(1 for claim in record.claims if claim.reviewed),
        "unplaced": len(record.unplaced),
    }


def _draw_days(snapshot: Snapshot) -> Context | None:
    dated = find_dated(snapshot)
    return draw_bars([run for run, _ in dated], find_scale(group.period for _, group in dated))


def _span(snapshot: Snapshot) -> tuple[str, str] | None:
    days = sorted(date.published for date in snapshot.record.dates if date.published)
    return (say_days(days[0]), say_days(days[-1])) if days else None
