"""What remains of a record when only a part of it is asked for?"""

from collections.abc import Sequence
from dataclasses import replace

from sayso.model.records import Conflict, Record
from sayso.record.leaving import lower_counts
from sayso.record.recounting import count_again, stand_again
from sayso.record.selections import Selection, Wanted
from sayso.record.standings import Opposed


def select_record(record: Record, selection: Selection) -> Record:
    """Return the part of the record that is asked for.

    The clocks (`as_of`, `as_held`) leave documents out: ids and groups stay, counts and standings are made
    anew from what remains, dates and voices stay as resolved today. The other filters only choose what to
    show: a group is shown whole when one of its claims is asked for, with the counts it has.
    """
    if selection.has_clock:
        record = _turn_back(record, selection)
    return _filter(record, Wanted(record, selection)) if selection.has_filter else record


def _turn_back(record: Record, selection: Selection) -> Record:
    kept = Wanted(record, selection).documents()
    documents = tuple(record.documents[n] for n in kept)
    ids = {document.id for document in documents}
    left = _keep_claims(record, {one.claim.id for one in record.claims if one.claim.document in ids})
    left = replace(
        left,
        documents=documents,
        dates=tuple(record.dates[n] for n in kept),
        coverage=tuple(record.coverage[n] for n in kept),
        held=tuple(record.held[n] for n in kept),
        names=tuple(record.names[n] for n in kept) if record.names else (),
        copies=tuple(copy for copy in record.copies if copy.left in ids and copy.right in ids),
        toponyms=tuple(one for one in record.toponyms if one.document in ids),
        problems=tuple(one for one in record.problems if one.document is None or one.document in ids),
    )
    return _count(left, record, frozenset(frozenset(pair) for pair in selection.opposed))


def leave_out(record: Record, claims: frozenset[str], opposed: Opposed) -> Record:
    """Return the record without some claims: counts and standings are made anew from those that remain."""
    if not claims:
        return record
    left = _keep_claims(record, {one.claim.id for one in record.claims} - claims)
    return _count(left, record, opposed)


def _count(left: Record, record: Record, opposed: Opposed) -> Record:
    counted = count_again(left, record)
    return lower_counts(counted, opposed) if record.hides_ties else stand_again(counted, opposed)


def _keep_claims(record: Record, ids: set[str]) -> Record:
    """Return the record with only some of its claims, groups, origins and conflicts cut down to them."""
    groups = (
        group if ids.issuperset(group.members) else replace(group, members=_of(group.members, ids))
        for group in record.groups
    )
    origins = [
        origin if ids.issuperset(origin.claims) else replace(origin, claims=_of(origin.claims, ids))
        for origin in record.origins
    ]
    left = {origin.id for origin in origins if origin.claims}
    conflicts = (_cut(conflict, ids) for conflict in record.conflicts)
    return replace(
        record,
        claims=tuple(resolved for resolved in record.claims if resolved.claim.id in ids),
        groups=tuple(group for group in groups if group.members),
        origins=tuple(
            one if left.issuperset(one.draws_on) else replace(one, draws_on=_of(one.draws_on, left))
            for one in origins
            if one.claims
        ),
        conflicts=tuple(conflict for conflict in conflicts if len(conflict.sides) > 1),
        links=tuple(link for link in record.links if link.left in ids and link.right in ids),
    )


def _of(names: Sequence[str], kept: set[str]) -> tuple[str, ...]:
    return tuple(name for name in names if name in kept)


def _cut(conflict: Conflict, ids: set[str]) -> Conflict:
    if all(ids.issuperset(side.claims) for side in conflict.sides):
        return conflict
    sides = tuple(replace(side, claims=_of(side.claims, ids)) for side in conflict.sides)
    return replace(conflict, sides=tuple(side for side in sides if side.claims))


def _filter(record: Record, wanted: Wanted) -> Record:
    """Return what the filters choose: claims, the groups they belong to, and all that hangs on these."""
    asked = {resolved.claim.id for resolved in record.claims if wanted.is_claim(resolved)}
    groups = tuple(group for group in record.groups if not asked.isdisjoint(group.members) and wanted.is_group(group))
    is_graded = wanted.selection.standing is not None or wanted.selection.min_origins is not None
    if is_graded:
        asked &= {claim for group in groups for claim in group.members}
    shown = {group.id for group in groups}
    return replace(
        record,
        claims=tuple(resolved for resolved in record.claims if resolved.claim.id in asked),
        groups=groups,
        origins=tuple(origin for origin in record.origins if origin.group in shown),
        conflicts=tuple(
            conflict
            for conflict in record.conflicts
            if any(group in shown for side in conflict.sides for group in side.groups)
        ),
        links=tuple(link for link in record.links if link.left in asked or link.right in asked),
        control=tuple(row for row in record.control if not asked.isdisjoint(row.claims)),
        figures=tuple(row for row in record.figures if not asked.isdisjoint(row.claims)),
    )
