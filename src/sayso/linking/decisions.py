"""What did people decide about groups and origins? Merges and splits, and those that no longer fit."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from sayso.linking.gatherings import Gathering
from sayso.linking.groups import make_id
from sayso.linking.origins import SAME_INFORMANT
from sayso.model.derivations import Derived, name_rule
from sayso.model.judgements import Judgement
from sayso.model.kinds import JudgementKind
from sayso.model.records import Origin
from sayso.text.decisions import read_list

JUDGED = name_rule("linking.judged", "A person joined or parted these.")
_KINDS = frozenset({JudgementKind.MERGE, JudgementKind.SPLIT})


@dataclass(slots=True)
class Decisions:
    """The judgements on groups and origins that stand, and the ids of those that could not be applied."""

    judgements: tuple[Judgement, ...]
    unplaced: list[str] = field(default_factory=list)

    def on(self, what: str) -> list[Judgement]:
        """Return the merges and splits of one sort of thing, in the order they were made."""
        return [judgement for judgement in self.judgements if judgement.fields.get("what") == what]


def read_decisions(judgements: Sequence[Judgement]) -> Decisions:
    """Return the merges and splits of groups and origins that were not taken back."""
    undone = {judgement.undoes for judgement in judgements if judgement.kind is JudgementKind.UNDO}
    return Decisions(
        judgements=tuple(
            judgement
            for judgement in judgements
            if judgement.kind in _KINDS
            and judgement.id not in undone
            and judgement.fields.get("what") in {"group", "origin"}
        )
    )


def judge_groups(gatherings: Sequence[Gathering], decisions: Decisions) -> list[Gathering]:
    """Return the groups as people joined and parted them; what names a group or claim that is gone is unplaced."""
    groups = {gathering.id: gathering for gathering in gatherings}
    for judgement in decisions.on("group"):
        apply = _merge_groups if judgement.kind is JudgementKind.MERGE else _split_group
        if not apply(groups, judgement):
            decisions.unplaced.append(judgement.id)
    return list(groups.values())


def _find(groups: Mapping[str, Gathering], judgement: Judgement) -> list[str]:
    """Return the ids of the groups a judgement names, by id or by their claims."""
    names = [name for name in read_list(judgement, "names") if name in groups]
    claims = set(read_list(judgement, "claims"))
    return list(dict.fromkeys([*names, *(key for key, group in groups.items() if claims & set(group.claims))]))


def _merge_groups(groups: dict[str, Gathering], judgement: Judgement) -> bool:
    named = read_list(judgement, "names")
    found = _find(groups, judgement)
    if any(name not in groups for name in named) or len(found) < 2:
        return False
    first, *others = found
    responses = [response for key in (first, *others) for response in groups[key].responses]
    groups[first] = replace(groups[first], responses=tuple(sorted(responses, key=lambda response: response.order)))
    for key in others:
        del groups[key]
    return True


def _split_group(groups: dict[str, Gathering], judgement: Judgement) -> bool:
    claims = set(read_list(judgement, "claims"))
    found = [key for key in _find(groups, judgement) if claims & set(groups[key].claims)]
    if len(found) != 1 or not claims < set(groups[found[0]].claims):
        return False
    group = groups[found[0]]
    apart = tuple(response for response in group.responses if response.resolved.claim.id in claims)
    kept = tuple(response for response in group.responses if response.resolved.claim.id not in claims)
    key = make_id("split", group.id, judgement.id)
    matter = replace(group.matter, key=f"{group.matter.key}|{key}")
    groups[group.id] = replace(group, responses=kept)
    groups[key] = replace(group, id=key, matter=matter, responses=apart)
    return True


def judge_origins(origins: Sequence[Origin], decisions: Decisions, unnamed: Set[str]) -> list[Origin]:
    """Return the origins as people joined and parted them, each within its group.

    `unnamed` are the claims of voices without a name: where one of them is joined with a named voice, the reason
    is the one that never leaves the case.
    """
    found = {origin.id: origin for origin in origins}
    for judgement in decisions.on("origin"):
        if judgement.kind is JudgementKind.MERGE:
            is_placed = _merge_origins(found, judgement, unnamed)
        else:
            is_placed = _split_origin(found, judgement)
        if not is_placed:
            decisions.unplaced.append(judgement.id)
    return list(found.values())


def _named_origins(found: Mapping[str, Origin], judgement: Judgement) -> dict[str, list[str]]:
    """Return the origins a judgement names, by group."""
    claims, names = set(read_list(judgement, "claims")), set(read_list(judgement, "names"))
    by_group: dict[str, list[str]] = {}
    for key, origin in found.items():
        if key in names or claims & set(origin.claims):
            by_group.setdefault(origin.group, []).append(key)
    return by_group


def _merge_origins(found: dict[str, Origin], judgement: Judgement, unnamed: Set[str]) -> bool:
    by_group = {group: keys for group, keys in _named_origins(found, judgement).items() if len(keys) > 1}
    for keys in by_group.values():
        first, *others = keys
        found[first] = _join(found[first], [found[key] for key in others], judgement, unnamed)
        for key in others:
            del found[key]
    return bool(by_group)


def _join(first: Origin, others: Iterable[Origin], judgement: Judgement, unnamed: Set[str]) -> Origin:
    joined = [first, *others]
    own = {origin.id for origin in joined}
    is_mixed = len({unnamed.isdisjoint(origin.claims) for origin in joined}) > 1
    rule = SAME_INFORMANT if is_mixed else JUDGED
    return replace(
        first,
        claims=tuple(claim for origin in joined for claim in origin.claims),
        reasons=(*first.reasons, Derived(value=first.name, rule=rule, note=_say(judgement))),
        draws_on=tuple(sorted({key for origin in joined for key in origin.draws_on} - own)),
        is_explicit=any(origin.is_explicit for origin in joined),
    )


def _split_origin(found: dict[str, Origin], judgement: Judgement) -> bool:
    claims = set(read_list(judgement, "claims"))
    parted = [key for keys in _named_origins(found, judgement).values() for key in keys]
    parted = [key for key in parted if claims and claims & set(found[key].claims) < set(found[key].claims)]
    for key in parted:
        origin = found[key]
        apart = tuple(claim for claim in origin.claims if claim in claims)
        reason = Derived(value=origin.name, rule=JUDGED, note=_say(judgement))
        new = make_id("split", key, judgement.id)
        found[key] = replace(origin, claims=tuple(claim for claim in origin.claims if claim not in claims))
        found[new] = replace(origin, id=new, claims=apart, reasons=(*origin.reasons, reason))
    return bool(parted)


def _say(judgement: Judgement) -> str:
    return f"{judgement.author}: {judgement.reason}"
