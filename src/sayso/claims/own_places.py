"""Which place do the words of a claim themselves give, by name or as "the city"?"""

from collections.abc import Sequence

from sayso.claims.clause_places import find_clause
from sayso.claims.complements import find_complement
from sayso.claims.named_places import NamedPlaces
from sayso.claims.place_rules import LATER, OWN, REFERRED, SENTENCE
from sayso.claims.sentence_places import Placing, SentencePlaces
from sayso.claims.settings import case_of
from sayso.claims.sightings import Sighting
from sayso.claims.standpoints import is_site
from sayso.claims.unnamed_grounds import find_unnamed
from sayso.model.mentions import Toponym

BEYOND = "beyond"


class OwnPlaces:
    """Finds the places in the words of claims."""

    def __init__(self, named: NamedPlaces) -> None:
        self.named = named
        self.scene = named.scene
        self._sentences = SentencePlaces(named)

    def find(self, sighting: Sighting, run: tuple[int, int]) -> Placing | None:
        """Return the place that the claim's own words give, by name or as "the city"."""
        described = self.scene.toponym_at.get(self.scene.parse.heads[sighting.token])
        if sighting.is_adjective and described is not None:
            return (described,), OWN
        inside = self.named.among(range(*run))
        narrower = next((self.named.referred[t] for t in range(*run) if self._is_narrower(t, inside)), None)
        if narrower is not None:
            return (narrower,), REFERRED
        own = self.named.choose(self.named.arrived(inside) or inside, sighting)
        if own and all(case_of(self.scene, p.token) == BEYOND for p in own):
            # What lies "beyond" a place is not in it.
            wider = self._sentences.above(sighting)
            return (wider, SENTENCE) if wider and not is_site(wider) else (own, OWN)
        if own and not self._is_of_next(own, sighting, run):
            return own, OWN
        around = self._sentences.find_antecedent(sighting)
        if around is not None:
            return (around,), SENTENCE
        referred = next((self.named.referred[t] for t in range(*run) if t in self.named.referred), None)
        return self._said_later(sighting) if referred is None else ((referred,), REFERRED)

    def _is_of_next(self, places: Sequence[Toponym], sighting: Sighting, run: tuple[int, int]) -> bool:
        """Tell whether places are those of a clause that follows in the words of a claim, which has a ground of its own.

        "Raiding core neighbourhoods, seizing arms near Rahna": the raids were not in Rahna.
        """
        if not all(p.token > sighting.clause for p in places):
            return False
        own = [t for t in range(*run) if find_clause(self.scene, t) == sighting.clause]
        if any(p.token in own for p in places):
            return False
        return find_unnamed(self.scene, own, self.named.referred) is not None

    def _said_later(self, sighting: Sighting) -> Placing | None:
        """Return the place that an event noun is of where the words for it stand behind something put in between."""
        noun = find_complement(self.scene, sighting.token)
        if noun is None:
            return None
        # Whether a name says where is told by the noun before it, which here is not the one that it belongs to.
        places = [self.scene.toponym_at.get(token) for token in sorted(self.scene.tree.subtree(noun))]
        named = self.named.choose([place for place in places if place is not None], sighting)
        if named:
            return named, LATER
        return ((self.named.referred[noun],), LATER) if noun in self.named.referred else None

    def _is_narrower(self, token: int, named: Sequence[Toponym]) -> bool:
        """Tell whether a word means a place that the names beside it only hold ("a rebel district of Arva")."""
        if token not in self.named.referred or not named:
            return False
        return all(
            self.scene.tree.is_below(p.token, token) and p.name != self.named.referred[token].name for p in named
        )
