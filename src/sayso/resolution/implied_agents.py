"""Who must have done what no words lay to anybody? The only party said to do such things there."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sayso.model.claims import Claim
from sayso.model.derivations import name_rule
from sayso.model.kinds import Basis, ClaimKind, Stance
from sayso.resolution.actors import Actor
from sayso.resolution.places import Gazetteer

RULE = name_rule(
    "resolution.only_party",
    "The words name nobody; it is the only party that any report of the case names as doing this at that place."
    " It is read from the other reports and confirms none of them.",
)
GROUND = (ClaimKind.CONTROL_CHANGE, ClaimKind.ADVANCE, ClaimKind.SIEGE, ClaimKind.CLASH)
# Who fires is seldom seen: only a report's own words imply it for the rest of the report.
FIRE = frozenset({ClaimKind.SHELLING, ClaimKind.AIR_STRIKE})
# Where no report of the same kind names a party, those of the further kinds may: who besieges a town attacks it.
FAMILIES: Mapping[ClaimKind, tuple[tuple[ClaimKind, ...], ...]] = {
    **{kind: ((kind,), GROUND) for kind in GROUND},
    **{kind: ((kind,),) for kind in FIRE},
}
UNTOLD = frozenset({Stance.EXPECTS})


@dataclass(frozen=True, kw_only=True)
class Named:
    """A claim with the parties that its own words name and the places it is set at."""

    claim: Claim
    agents: tuple[Actor, ...]
    targets: tuple[Actor, ...]
    places: tuple[str, ...]


@dataclass(frozen=True)
class ImpliedAgents:
    """What the claims of a case that name an agent tell of those that name none."""

    named: Sequence[Named]
    gazetteer: Gazetteer

    def find(self, claim: Named) -> Actor | None:
        """Return the party that alone is said to do such things at the claim's place, None where two are or none.

        The place itself speaks first, then those inside it, then the one around it.
        """
        kind = claim.claim.kind
        if claim.agents or kind not in FAMILIES or _is_open(claim.claim):
            return None
        for kinds in FAMILIES[kind]:
            for places in self._circles(claim):
                found = [
                    n.agents[0] for n in self._tellers(kinds, places) if kind not in FIRE or _is_of_report(n, claim)
                ]
                if found:
                    actor = found[0] if len({actor.name for actor in found}) == 1 else None
                    return actor if actor is not None and not self._is_target(actor, claim) else None
        return None

    @staticmethod
    def _is_target(actor: Actor, claim: Named) -> bool:
        return any(target.name == actor.name for target in claim.targets)

    def _circles(self, claim: Named) -> Iterator[frozenset[str]]:
        here = frozenset(claim.places)
        if not here:
            # A strike that no place is told of is one of those that its own report is about.
            yield from [frozenset(self.gazetteer.places)] if claim.claim.kind in FIRE else []
            return
        yield here
        yield frozenset(inner for key in here for inner in self._inside.get(key, ()))
        if claim.claim.kind not in FIRE:
            yield frozenset(above for key in here for above in self.gazetteer.places_around(key)[:1])

    @cached_property
    def _inside(self) -> dict[str, list[str]]:
        """The places inside each place, however deep."""
        found: dict[str, list[str]] = {}
        for key in self.gazetteer.places:
            for above in self.gazetteer.places_around(key):
                found.setdefault(above, []).append(key)
        return found

    def _tellers(self, kinds: Iterable[ClaimKind], places: frozenset[str]) -> list[Named]:
        told = sorted(place for place in places if place in self._told)
        return [named for kind in kinds for place in told for named in self._index.get((kind, place), ())]

    @cached_property
    def _told(self) -> frozenset[str]:
        """The places at which any claim names an agent."""
        return frozenset(place for _, place in self._index)

    @cached_property
    def _index(self) -> dict[tuple[ClaimKind, str], list[Named]]:
        """The claims that name an agent, by kind and place."""
        found: dict[tuple[ClaimKind, str], list[Named]] = {}
        for one in self.named:
            is_told = one.claim.stance not in UNTOLD and one.claim.basis is not Basis.CONDITIONAL
            for place in one.places if one.agents and is_told else ():
                found.setdefault((one.claim.kind, place), []).append(one)
        return found


def _is_open(claim: Claim) -> bool:
    """Tell whether whoever did it must stay open: a want that nobody need have caused, a strike that is denied."""
    is_want = claim.kind is ClaimKind.SIEGE and claim.control is None
    return is_want or (claim.kind in FIRE and claim.stance in {Stance.DENIES, Stance.DOUBTS})


def _is_of_report(teller: Named, claim: Named) -> bool:
    """Tell whether a claim stands in the same document, in its own voice or that of the same source."""
    is_same_voice = not teller.claim.chain or teller.claim.chain[-1].name in {s.name for s in claim.claim.chain}
    return teller.claim.document == claim.claim.document and is_same_voice and teller.claim.stance is Stance.ASSERTS
