"""What remains of a record when only a part of it is asked for?"""

from dataclasses import replace

from sayso.model.late_rows import LateRows
from sayso.model.records import Conflict, Origin, Record
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
    if len(kept) == len(record.documents):
        return record
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
    origins = [(origin, claims) for origin in record.origins if (claims := _of(origin.claims, ids))]
    left = {origin.id for origin, _ in origins}
    conflicts = (_cut(conflict, ids) for conflict in record.conflicts)
    return replace(
        record,
        claims=tuple(resolved for resolved in record.claims if resolved.claim.id in ids),
        groups=tuple(
            group if members == group.members else replace(group, members=members)
            for group in record.groups
            if (members := _of(group.members, ids))
        ),
        origins=tuple(_cut_origin(origin, claims, _of(origin.draws_on, left)) for origin, claims in origins),
        conflicts=tuple(conflict for conflict in conflicts if conflict),
        links=tuple(link for link in record.links if link.left in ids and link.right in ids),
    )


def _of(names: tuple[str, ...], kept: set[str]) -> tuple[str, ...]:
    return names if kept.issuperset(names) else tuple(name for name in names if name in kept)


def _cut_origin(origin: Origin, claims: tuple[str, ...], draws_on: tuple[str, ...]) -> Origin:
    is_whole = claims == origin.claims and draws_on == origin.draws_on
    return origin if is_whole else replace(origin, claims=claims, draws_on=draws_on)


def _cut(conflict: Conflict, ids: set[str]) -> Conflict | None:
    """Return what remains of a conflict, None where nobody contradicts anybody any more."""
    sides = [(side, claims) for side in conflict.sides if (claims := _of(side.claims, ids))]
    if len(sides) < 2:
        return None
    cut = tuple(side if claims == side.claims else replace(side, claims=claims) for side, claims in sides)
    return conflict if cut == conflict.sides else replace(conflict, sides=cut)


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
        control=LateRows(lambda: tuple(row for row in record.control if not asked.isdisjoint(row.claims))),
        figures=LateRows(lambda: tuple(row for row in record.figures if not asked.isdisjoint(row.claims))),
    )
