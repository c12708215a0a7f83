"""Who must have done what no words lay to anybody? The only party said to do such things there."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from sayso.model.claims import Claim
from sayso.model.derivations import name_rule
from sayso.model.kinds import Basis, ClaimKind, PlaceKind, Stance
from sayso.resolution.actors import Actor
from sayso.resolution.places import Gazetteer
from sayso.text.memories import Memory

RULE = name_rule(
    "resolution.only_party",
    "The words name nobody; it is the only party that any report of the case names as doing this at that place, or,"
    " where they say who lost it, the only other one said to take or hold ground anywhere in the case."
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
WIDE = frozenset({PlaceKind.REGION, PlaceKind.COUNTRY})
HOLDING = frozenset({ClaimKind.CONTROL_CHANGE, ClaimKind.CONTROL_STATE})
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
    """What the claims of a case that name an agent tell of those that name none; `named` are the claims by document."""

    named: Mapping[str, tuple[Named, ...]]
    gazetteer: Gazetteer
    memory: Memory

    def find(self, document: str) -> tuple[Actor | None, ...]:
        """Return, for each claim of a document, the party that alone is said to do such things at its place, or None.

        None where its words name who did it, where two are said to or nobody is. The place itself speaks first, then
        those inside it, then the one around it.
        """
        agents: list[Actor | None] = [None] * len(self.named[document])
        for number, claim in self.memory.recall(_list_unnamed, document, self.named[document]):
            actor = self._find(claim)
            agents[number] = None if actor is None or self._is_target(actor, claim) else actor
        return tuple(agents)

    def _find(self, claim: Named) -> Actor | None:
        control = claim.claim.control
        found = self._find_doer(claim)
        if found is not None or control is None or not control.holder_is_target or not claim.targets:
            return found
        return self._other_holder(claim.targets[0])

    def _other_holder(self, loser: Actor) -> Actor | None:
        """Return the only party but the loser's own that is said to take or hold ground anywhere in the case."""
        others = [actor for actor in self._holders if actor.name != loser.name and not _is_allied(actor, loser)]
        return others[0] if len({actor.holder for actor in others}) == 1 else None

    @cached_property
    def _holders(self) -> list[Actor]:
        told = (one for claims in self.named.values() for one in claims if one.claim.kind in HOLDING and _is_told(one))
        said = (one for one in told if one.claim.stance not in {Stance.DENIES, Stance.DOUBTS})
        return list(dict.fromkeys(one.agents[0] for one in said if one.agents[0].holder))

    def _find_doer(self, claim: Named) -> Actor | None:
        """Return the party that alone is said to do such things; of ground, all claims at one place have one answer."""
        if claim.claim.kind in FIRE:
            return self._ask(claim)
        about = claim.claim.kind, frozenset(claim.places)
        if about not in self._asked:
            self._asked[about] = self._ask(claim)
        return self._asked[about]

    @cached_property
    def _asked(self) -> dict[tuple[ClaimKind, frozenset[str]], Actor | None]:
        return {}

    def _ask(self, claim: Named) -> Actor | None:
        if claim.claim.kind in FIRE and any(self._is_wide(key) for key in claim.places) and self._has_rivals(claim):
            return None
        for kinds in FAMILIES[claim.claim.kind]:
            for places in self._circles(claim):
                # Whom a report calls no more than gunmen may be anybody, and is no party beside those it names.
                found = [one.agents[0] for one in self._tellers(claim, kinds, places) if one.agents[0].holder]
                if found:
                    return found[0] if len({actor.name for actor in found}) == 1 else None
        return None

    @staticmethod
    def _is_target(actor: Actor, claim: Named) -> bool:
        return any(target.name == actor.name for target in claim.targets)

    def _circles(self, claim: Named) -> Iterator[frozenset[str] | None]:
        """Yield the places to ask, the nearest first; None for any."""
        here = frozenset(claim.places)
        if not here:
            # A strike that no place is told of is one of those that its own report is about.
            yield from [None] if claim.claim.kind in FIRE else []
            return
        yield here
        yield frozenset(inner for key in here for inner in self._inside.get(key, ()))
        if claim.claim.kind not in FIRE:
            yield frozenset(above for key in here for above in self.gazetteer.places_around(key)[:1])

    def _has_rivals(self, claim: Named) -> bool:
        """Tell whether a report has several parties fire: who did it in a province once need not have done it now."""
        told = self._fire.get((claim.claim.document, claim.claim.kind), ())
        return len({one.agents[0].name for _, one in told}) > 1

    def _is_wide(self, key: str) -> bool:
        place = self.gazetteer.places.get(key)
        return place is not None and place.kind in WIDE

    @cached_property
    def _inside(self) -> dict[str, list[str]]:
        """The places inside each place, however deep."""
        found: dict[str, list[str]] = {}
        for key in self.gazetteer.places:
            for above in self.gazetteer.places_around(key):
                found.setdefault(above, []).append(key)
        return found

    def _tellers(self, claim: Named, kinds: Iterable[ClaimKind], places: frozenset[str] | None) -> list[Named]:
        """Return the claims of some kinds that name an agent at some places, in the order of the places."""
        if claim.claim.kind not in FIRE:
            return [
                one for kind in kinds for place in sorted(places or ()) for one in self._index.get((kind, place), ())
            ]
        return [
            one
            for place, one in self._fire.get((claim.claim.document, claim.claim.kind), ())
            if (places is None or place in places) and _is_of_report(one, claim)
        ]

    @cached_property
    def _fire(self) -> dict[tuple[str, ClaimKind], list[tuple[str, Named]]]:
        """The claims of fire that name an agent, by document and kind, with each place, in the order of the places."""
        found: dict[tuple[str, ClaimKind], list[tuple[str, Named]]] = {}
        for document, claims in self.named.items():
            for kind, place, one in self.memory.recall(_list_told, document, claims).fire:
                found.setdefault((document, kind), []).append((place, one))
        return {about: sorted(told, key=lambda at: at[0]) for about, told in found.items()}

    @cached_property
    def _index(self) -> dict[tuple[ClaimKind, str], list[Named]]:
        """The claims that name an agent, by kind and place; who fires is asked of the same report only."""
        found: dict[tuple[ClaimKind, str], list[Named]] = {}
        for document, claims in self.named.items():
            for kind, place, one in self.memory.recall(_list_told, document, claims).ground:
                found.setdefault((kind, place), []).append(one)
        return found


def _is_allied(one: Actor, other: Actor) -> bool:
    if one.side is not None and other.side is not None:
        return one.side == other.side
    return one.holder == other.holder


class _Told(NamedTuple):
    """The claims of a document that name an agent, of fire and of ground, each with its kind, at each of its places."""

    fire: tuple[tuple[ClaimKind, str, Named], ...]
    ground: tuple[tuple[ClaimKind, str, Named], ...]


def _list_told(claims: tuple[Named, ...]) -> _Told:
    told = [(one.claim.kind, place, one) for one in claims if _is_told(one) for place in one.places]
    return _Told(
        fire=tuple(one for one in told if one[0] in FIRE), ground=tuple(one for one in told if one[0] in GROUND)
    )


def _list_unnamed(claims: tuple[Named, ...]) -> tuple[tuple[int, Named], ...]:
    """Return the claims whose words name nobody, each with its number among those of its document."""
    return tuple((number, one) for number, one in enumerate(claims) if _names_nobody(one))


def _names_nobody(one: Named) -> bool:
    return not one.agents and one.claim.kind in FAMILIES and not _is_open(one.claim)


def _is_told(one: Named) -> bool:
    return bool(one.agents) and one.claim.stance not in UNTOLD and one.claim.basis is not Basis.CONDITIONAL


def _is_open(claim: Claim) -> bool:
    """Tell whether whoever did it must stay open: a want that nobody need have caused, a strike that is denied."""
    is_want = claim.kind is ClaimKind.SIEGE and claim.control is None
    return is_want or (claim.kind in FIRE and claim.stance in {Stance.DENIES, Stance.DOUBTS})


def _is_of_report(teller: Named, claim: Named) -> bool:
    """Tell whether a claim stands in the same document, in its own voice or that of the same source."""
    is_same_voice = not teller.claim.chain or teller.claim.chain[-1].name in {s.name for s in claim.claim.chain}
    return teller.claim.document == claim.claim.document and is_same_voice and teller.claim.stance is Stance.ASSERTS
