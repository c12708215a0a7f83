"""Which names of a document say where, and which of several is nearest to a claim?"""

from collections.abc import Iterable, Iterator, Sequence

from sayso.claims.gapped_counts import JOINTS, PLACING
from sayso.claims.scenes import Scene, words
from sayso.claims.settings import PART_CASES, case_of, find_referred, is_left_abroad, is_locative
from sayso.claims.sightings import Sighting
from sayso.claims.speaking import find_speaking
from sayso.model.kinds import PlaceKind
from sayso.model.mentions import Toponym

FAR = 99
# "And", the number and the preposition before a place that goes with a number alone.
LONGEST_GAP = 3
AWAY = words("away")


class NamedPlaces:
    """The place names of one document, with the words that mean them and those that only tell who speaks."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.all = scene.layers.mentions.toponyms
        self.referred = find_referred(scene)
        self.speaking = find_speaking(scene)
        self._number = {id(place): number for number, place in enumerate(self.all)}
        self._locative = frozenset(id(p) for p in self.all if is_locative(scene, p) and not is_left_abroad(scene, p))

    def among(self, tokens: Iterable[int]) -> list[Toponym]:
        """Return the names that say where of those that stand at some tokens."""
        found = {id(p): p for t in tokens if (p := self.scene.toponym_at.get(t)) is not None}
        return [p for key, p in found.items() if key in self._locative]

    def arrived(self, places: Sequence[Toponym]) -> list[Toponym]:
        """Return the places that are not only where something comes from."""
        arrived = [p for p in places if case_of(self.scene, p.token) not in AWAY]
        # Of "from Rahna in northern Kasta" both are where it comes from.
        left = {self.all[p.within].name for p in places if p not in arrived and p.within is not None}
        return [p for p in arrived if p.name not in left]

    def choose(self, places: Sequence[Toponym], sighting: Sighting) -> tuple[Toponym, ...]:
        """Return the place nearest to the predicate in the tree, with those listed beside it.

        What is only named as a part of it ("most of X, including the Y quarter"), or for another number ("nine in X and
        six in Y"), is passed over.
        """
        places = [p for p in places if not (self._is_only_part(p) or self._is_of_gap(p))] or places
        held = {p.within for p in places}
        narrow = [p for p in places if self._number[id(p)] not in held] or places
        if not narrow:
            return ()
        best = min(
            narrow,
            key=lambda p: (
                p.kind is PlaceKind.COUNTRY,
                self._tells_who(p, sighting),
                self.steps(p.token, sighting),
                p.token,
            ),
        )
        run = self._run_of(best, narrow)
        heads = {self._heads_list(place.token) for place in run}
        listed = [p for p in narrow if p is not best and (p in run or self._heads_list(p.token) in heads)]
        return tuple(sorted((best, *listed), key=lambda p: p.token))

    def _heads_list(self, token: int) -> int:
        """Return the first noun of the list in which a place stands, by itself or as "the villages of" it."""
        tree, heads = self.scene.tree, self.scene.parse.heads
        while tree.is_relation(token, "conj") or (
            tree.is_relation(token, "nmod") and tree.case(token) == "of" and "place" in self.scene.classes(heads[token])
        ):
            token = heads[token]
        return token

    def _run_of(self, place: Toponym, places: Sequence[Toponym]) -> list[Toponym]:
        """Return a place with those of a list that has lost its commas: "in Orlesh Selmar"."""
        run = [place]
        for other in sorted(places, key=lambda p: p.token):
            if other.token > place.token and self._follows(run[-1], other):
                run.append(other)
        for other in sorted(places, key=lambda p: -p.token):
            if other.token < place.token and self._follows(other, run[0]):
                run.insert(0, other)
        return run

    def _follows(self, first: Toponym, second: Toponym) -> bool:
        """Tell whether nothing at all stands between two names."""
        start = self.scene.tokens(second.span).start
        is_next = self.scene.tokens(first.span).stop == start
        return is_next and self.scene.parse.words[start].casefold() != "the"

    def _is_only_part(self, place: Toponym) -> bool:
        """Tell whether a place is one of those that "including" tells of another."""
        return any(self.scene.tree.case(token) in PART_CASES for token in self._up(place.token))

    def _is_of_gap(self, place: Toponym) -> bool:
        """Tell whether a place is that of a number which goes without a verb ("nine in X and six in Y")."""
        scene, first = self.scene, self.scene.tokens(place.span).start
        if first < LONGEST_GAP or scene.parse.words[first - 1].casefold() not in PLACING:
            return False
        is_number = scene.parse.universal[first - 2] == "NUM"
        return is_number and scene.parse.words[first - LONGEST_GAP].casefold() in JOINTS

    def _up(self, token: int) -> Iterator[int]:
        """Yield a name and the nouns that it hangs on."""
        yield token
        while self.scene.tree.is_relation(token, "nmod", "conj", "appos", "flat"):
            token = self.scene.parse.heads[token]
            yield token

    def _tells_who(self, place: Toponym, sighting: Sighting) -> bool:
        """Tell whether a place only says who or what did it ("the flood below the dam swept huts away at Marn")."""
        subject = self.scene.tree.child(sighting.clause, "nsubj")
        is_below = subject is not None and place.token != subject and self.scene.tree.is_below(place.token, subject)
        return is_below and not sighting.is_nominal

    def steps(self, token: int, sighting: Sighting) -> int:
        """Return how many steps up the tree lead from a word to the claim, FAR when none do."""
        heads = self.scene.parse.heads
        goals = {sighting.token, sighting.clause, heads[sighting.token]}
        if sighting.is_adjective:
            # "Besieged families were stuck in the city": what is told of those whom the adjective tells of.
            goals.add(heads[heads[sighting.token]])
        for steps, above in enumerate((token, *self.scene.tree.ancestors(token))):
            if above in goals:
                return steps
        return FAR

    def holder(self, place: Toponym) -> Toponym | None:
        """Return the place that the text sets one in, at this mention of it or at another."""
        within = next((p.within for p in (place, *self.all) if p.name == place.name and p.within is not None), None)
        return self.all[within] if within is not None else None

    def find_main(self, places: Sequence[Toponym]) -> tuple[Toponym, ...]:
        """Return the place named most of some, where a name that says where counts twice."""
        counts: dict[str, int] = {}
        for place in places:
            name = place.name.casefold()
            counts[name] = counts.get(name, 0) + (2 if id(place) in self._locative else 1)
        best = max(counts, key=lambda name: counts[name], default=None)
        return tuple(p for p in places if p.name.casefold() == best)[:1]
