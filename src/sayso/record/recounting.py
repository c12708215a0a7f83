"""How many origins, and what stands, after a part of a record is gone or may not be told?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sayso.model.kinds import Basis
from sayso.model.late_rows import LateRows
from sayso.model.records import Conflict, Group, Origin, Record, Side
from sayso.record.control import find_control
from sayso.record.figures import find_figures
from sayso.record.standings import Evidence, Opposed, stand
from sayso.record.voices import Names
from sayso.text.origins import count_origins


def count_again(left: Record, whole: Record) -> Record:
    """Return the record with the numbers of origins of what remains; what lost no claim keeps its numbers."""
    origins = _still_explicit(left)
    by_group: dict[str, list[Origin]] = {}
    for origin in origins:
        by_group.setdefault(origin.group, []).append(origin)
    members = {group.id: group.members for group in whole.groups}
    sides = {(conflict.id, side.groups): side for conflict in whole.conflicts for side in conflict.sides}

    def count_group(group: Group) -> Group:
        return (
            group if group.members == members[group.id] else replace(group, origins=count_origins(by_group[group.id]))
        )

    def count_side(conflict: Conflict, side: Side) -> Side:
        is_whole = sides[conflict.id, side.groups].claims == side.claims
        return side if is_whole else replace(side, origins=count_origins(join_origins(side.groups, by_group)))

    def count_sides(conflict: Conflict) -> Conflict:
        counted = tuple(count_side(conflict, side) for side in conflict.sides)
        return conflict if counted == conflict.sides else replace(conflict, sides=counted)

    return replace(
        left,
        origins=origins,
        groups=tuple(count_group(group) for group in left.groups),
        conflicts=tuple(map(count_sides, left.conflicts)),
    )


def _still_explicit(left: Record) -> tuple[Origin, ...]:
    """Return the origins; one whose remaining claims only take the thing for granted counts no more."""
    stated = {resolved.claim.id for resolved in left.claims if resolved.claim.basis is Basis.STATED}
    return tuple(
        replace(origin, is_explicit=False) if origin.is_explicit and stated.isdisjoint(origin.claims) else origin
        for origin in left.origins
    )


def join_origins(groups: Iterable[str], by_group: Mapping[str, Sequence[Origin]]) -> list[Origin]:
    """Return the origins of several groups, as of a side, those of one name in several of them as one."""
    found: dict[str, Origin] = {}
    given = [origin for group in groups for origin in by_group.get(group, ())]
    names = {origin.id: origin.name for origin in given}
    for origin in given:
        old = found.get(origin.name, origin)
        draws = {names[key] for key in (*old.draws_on, *origin.draws_on) if key in names} | (
            set(old.draws_on) & set(names.values())
        )
        found[origin.name] = replace(
            origin,
            id=origin.name,
            draws_on=tuple(sorted(draws - {origin.name})),
            is_explicit=old.is_explicit or origin.is_explicit,
        )
    return list(found.values())


def stand_again(record: Record, opposed: Opposed) -> Record:
    """Return the record with standings made anew from its claims, groups and origins; control and figures when asked for."""
    names = Names(
        {document.id: document for document in record.documents},
        {voice.key: voice for voice in record.voices},
        {place.key: place for place in record.places},
    )
    evidence = Evidence(
        groups=record.groups,
        origins=record.origins,
        conflicts=record.conflicts,
        links=record.links,
        claims={resolved.claim.id: resolved for resolved in record.claims},
        voices=names.voices,
        opposed=opposed,
    )
    return replace(
        record,
        groups=stand(evidence, record.judgements),
        control=LateRows(lambda: find_control(record.claims, record.groups, record.dates, names)),
        figures=LateRows(lambda: find_figures(record.claims, names)),
    )
