"""How many origins may be told of, where somebody knows who an unnamed voice is?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sayso.model.judgements import Judgement
from sayso.model.kinds import JudgementKind
from sayso.model.records import Conflict, Origin, Record, Side
from sayso.record.recounting import join_origins, stand_again
from sayso.record.standings import Opposed
from sayso.text.decisions import keep_active, read_list
from sayso.text.origins import count_origins
from sayso.text.unnamed import find_unnamed


def find_mixed_origins(record: Record) -> frozenset[str]:
    """Return the ids of the merges of origins that join an unnamed voice with a named one, or that cannot be found."""
    unnamed = find_unnamed(record.claims, record.voices)
    merges = (j for j in keep_active(record.judgements) if _merges_origins(j))
    return frozenset(judgement.id for judgement in merges if _is_mixed(_joined(judgement, record.origins), unnamed))


def _merges_origins(judgement: Judgement) -> bool:
    return judgement.kind is JudgementKind.MERGE and judgement.fields.get("what") == "origin"


def _joined(judgement: Judgement, origins: Iterable[Origin]) -> frozenset[str]:
    """Return the claims of the origins that a merge has made one."""
    told = {*read_list(judgement, "names"), *read_list(judgement, "claims")}
    return frozenset(
        claim
        for origin in origins
        if origin.id in told or not told.isdisjoint(origin.claims)
        for claim in origin.claims
    )


def _is_mixed(claims: frozenset[str], unnamed: frozenset[str]) -> bool:
    return not claims or len({claim in unnamed for claim in claims}) > 1


def lower_counts(record: Record, opposed: Opposed) -> Record:
    """Return the record with lower bounds in which every unnamed voice may be one that is named, or the same unnamed one.

    So a bound tells that somebody is known, and not who. Upper bounds stay; standings follow the bounds.
    """
    unnamed = find_unnamed(record.claims, record.voices)
    by_group: dict[str, list[Origin]] = {}
    for origin in record.origins:
        by_group.setdefault(origin.group, []).append(origin)
    groups = tuple(
        replace(group, origins=_lower(group.origins, by_group.get(group.id, ()), unnamed)) for group in record.groups
    )
    conflicts = tuple(_lower_sides(conflict, by_group, unnamed) for conflict in record.conflicts)
    return stand_again(replace(record, groups=groups, conflicts=conflicts, hides_ties=True), opposed)


def _lower(old: tuple[int, int], origins: Sequence[Origin], unnamed: frozenset[str]) -> tuple[int, int]:
    named = [origin for origin in origins if origin.is_explicit and unnamed.isdisjoint(origin.claims)]
    return min(old[0], count_origins(named)[0]), old[1]


def _lower_sides(conflict: Conflict, by_group: Mapping[str, Sequence[Origin]], unnamed: frozenset[str]) -> Conflict:
    def lower(side: Side) -> Side:
        given = {group: [o for o in by_group.get(group, ()) if unnamed.isdisjoint(o.claims)] for group in side.groups}
        return replace(side, origins=_lower(side.origins, join_origins(side.groups, given), unnamed))

    return replace(conflict, sides=tuple(lower(side) for side in conflict.sides))
