"""Which places does one document speak of, and where does each of its claims play?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.model.claims import Claim, Reading
from sayso.model.derivations import Derived, Evidence
from sayso.model.mentions import Toponym
from sayso.model.resolved import Place
from sayso.model.spans import Span

Name = tuple[Span, str]
# The rules by which the words of a claim themselves give its place.
OWN_RULES = frozenset({"claims.own_place", "claims.referred_place", "claims.later_place"})
# The rule by which what is told of a whole war, or as a habit, is set at no place of its own.
GENERAL = "claims.general_place"


@dataclass(frozen=True)
class Ground:
    """The places of one document: the key that each of its names means, and these places with those around them."""

    keys: Mapping[Name, str]
    places: Mapping[str, Place]
    around: Mapping[str, tuple[str, ...]]

    def find(self, toponym: Toponym) -> str | None:
        """Return the key of the place that a name means."""
        return self.keys.get((toponym.span, toponym.name))

    def are_near(self, left: Claim, right: Claim) -> bool:
        """Tell whether two claims are set at one place, or one of them in a place around the other's."""
        own, wide = self._reach(left)
        others, wider = self._reach(right)
        return not own or not others or not (own.isdisjoint(wider) and others.isdisjoint(wide))

    def are_at_one(self, left: Claim, right: Claim) -> bool:
        """Tell whether two claims are set at one place, or one of them at none."""
        (own, _), (others, _) = self._reach(left), self._reach(right)
        return not own or not others or not own.isdisjoint(others)

    def _reach(self, claim: Claim) -> tuple[frozenset[str], frozenset[str]]:
        """Return the places of a claim, and those with the places around them."""
        own = frozenset(key for toponym in claim.toponyms if (key := self.find(toponym)))
        return own, own.union(*(self.around[key] for key in own))


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Where a claim plays: the keys of its most specific places, the words for the first, how that was found."""

    places: tuple[str, ...] = ()
    written: Span | None = None
    derived: Derived | None = None


def set_claims(reading: Reading, ground: Ground) -> tuple[Setting, ...]:
    """Return where each claim of a document plays."""
    return tuple(_set(claim, ground, reading) for claim in reading.claims)


def _set(claim: Claim, ground: Ground, reading: Reading) -> Setting:
    """Return the most specific places of a claim with the words for them: a place around another is left out."""
    found: dict[str, Toponym] = {}
    for toponym in claim.toponyms:
        key = ground.find(toponym)
        if key is not None:
            found.setdefault(key, toponym)
    if len(found) > 1:
        around = {above for key in found for above in ground.around[key]}
        around |= {key for key in found if _is_country_of_another(key, found, ground)}
        found = {key: toponym for key, toponym in found.items() if key not in around} or found
    if not found:
        return Setting()
    toponyms, places = tuple(found.values()), tuple(found)
    derived = _derive(claim, [ground.places[key] for key in places], toponyms, reading)
    return Setting(places=places, written=toponyms[0].span, derived=derived)


def _is_country_of_another(key: str, found: Mapping[str, Toponym], ground: Ground) -> bool:
    """Tell whether a place is a country that another place of the claim lies in."""
    return any(ground.places[other].country == key for other in found if other != key)


def _derive(claim: Claim, places: Sequence[Place], toponyms: Sequence[Toponym], reading: Reading) -> Derived:
    text = reading.document.text
    return Derived(
        value="; ".join(place.name for place in places),
        rule=claim.place_rule,
        evidence=tuple(Evidence(document=claim.document, span=t.span, quote=t.span.read(text)) for t in toponyms),
        inputs=tuple(place.derived for place in places if place.derived is not None),
    )
