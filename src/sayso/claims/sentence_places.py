"""Which places does the sentence of a claim name beside its own words?"""

from collections.abc import Sequence

from sayso.claims.clause_places import find_above, find_clause, is_of_other_item, is_of_talks
from sayso.claims.named_places import FAR, NamedPlaces
from sayso.claims.place_rules import REFERRED, SENTENCE
from sayso.claims.scenes import words
from sayso.claims.settings import KINDS, case_of, is_left_abroad
from sayso.claims.sightings import Sighting
from sayso.lexicons import read_words
from sayso.model.kinds import PlaceKind
from sayso.model.mentions import Toponym

SPELLS = read_words("clause_times", "spells")
BESIDE, TAKINGS, REASONS = words("beside"), words("takings"), words("reasons")
SETTLEMENTS = frozenset({PlaceKind.CITY, PlaceKind.TOWN, PlaceKind.VILLAGE})
Placing = tuple[tuple[Toponym, ...], str]


class SentencePlaces:
    """Finds the places that the sentence of a claim names for it."""

    def __init__(self, named: NamedPlaces) -> None:
        self.named = named
        self.scene = named.scene

    def below(self, sighting: Sighting) -> Placing | None:
        """Return the place in what hangs on an event noun, or on who did it: "condemned the killing ... by rebels in Orle"."""
        if not sighting.is_nominal:
            return None
        tree, noun = self.scene.tree, sighting.token
        behind = (token for token in tree.children(self.scene.parse.heads[noun], "obl") if token > noun)
        doers = [token for token in behind if tree.case(token) == "by" and tree.is_relation(noun, "obj")]
        tokens = sorted(token for top in (noun, *doers) for token in tree.subtree(top))
        found = self.named.choose(self.named.arrived(self.named.among(tokens)), sighting)
        return (found, SENTENCE) if found else None

    def behind(self, run: tuple[int, int]) -> Placing | None:
        """Return the place of a participle right behind the words of a claim: "defused bombs | found on the Rahna road"."""
        parse, behind = self.scene.parse, run[1]
        if (
            behind >= len(parse)
            or parse.tags[behind] not in {"VBN", "VBD", "JJ"}
            or parse.universal[behind - 1] != "NOUN"
        ):
            return None
        if self.scene.tree.child(behind, "nsubj", "aux") is not None:
            return None
        tokens = self.scene.tree.subtree(behind)
        found = self.named.arrived(self.named.among(tokens))
        described = [self.named.referred[t] for t in tokens if t in self.named.referred]
        return ((found[0],), SENTENCE) if found else ((described[0],), REFERRED) if described else None

    def above(self, sighting: Sighting) -> tuple[Toponym, ...]:
        """Return the place of the nearest clause that holds that of a claim, by name or as "the city"."""
        scene = self.scene
        told = {t: find_clause(scene, t) for t in self._sentence(sighting) if t not in self.named.speaking}
        for head in dict.fromkeys((sighting.clause, *find_above(scene, sighting))):
            tokens = [t for t, clause in told.items() if clause == head]
            named = [p for p in self.named.among(tokens) if p.token in tokens and case_of(scene, p.token) not in BESIDE]
            described = (self.named.referred[t] for t in tokens if t in self.named.referred)
            found = self.named.choose(named, sighting) or tuple(described)[:1]
            if found:
                return found
        return ()

    def find_apart(self, sighting: Sighting) -> list[Toponym]:
        """Return the places of the other items of a list that a claim is an item of."""
        return [
            place for place in self._find_told(sighting) if is_of_other_item(self.scene, place.token, sighting.token)
        ]

    def beside(self, sighting: Sighting) -> Placing | None:
        """Return the place that the sentence gives a claim whose own words name none: by name, or as "the city"."""
        apart = self.find_apart(sighting)
        named = [place for place in self._find_told(sighting) if place not in apart]
        named = [place for place in named if not self._is_of_reason(place.token, sighting)]
        named = [
            place for place in named if not (self._is_of_talks(place, sighting) or self._is_of_aside(place, sighting))
        ]
        fit = (
            self._before_time(sighting) or self._own_origins(sighting, named) or self._of_sort(sighting, named) or named
        )
        fit = self._of_event_above(sighting, fit) or self._in_clause(sighting, fit) or fit
        beside = self.named.choose(fit, sighting)
        described = self._find_described(sighting, beside)
        if described is not None:
            return (described,), REFERRED
        return (beside, SENTENCE) if beside else None

    def _is_of_talks(self, place: Toponym, sighting: Sighting) -> bool:
        """Tell whether a place is where another clause tells of talks ("a strike came as talks were held in Quira")."""
        clause = find_clause(self.scene, place.token)
        own = {sighting.clause, find_clause(self.scene, sighting.token)}
        return clause not in own and is_of_talks(self.scene, place)

    def _is_of_aside(self, place: Toponym, sighting: Sighting) -> bool:
        """Tell whether a place is that of an event which only a relative clause names: "who denied *the Rahna raid* agreed".

        Nor does a thing lie where an event was that is named by its place: "after *the Rahna raid* it gave up its arms".
        """
        tree, head = self.scene.tree, self.scene.parse.heads[place.token]
        if "act" not in self.scene.classes(head) or not tree.is_relation(place.token, "compound", "nmod"):
            return False
        is_thing = sighting.is_nominal and "act" not in self.scene.classes(sighting.token)
        is_joined = tree.is_below(sighting.token, head) or tree.is_below(head, sighting.token)
        if is_thing and tree.is_relation(place.token, "compound") and not is_joined:
            return True
        aside = next((t for t in tree.ancestors(place.token) if tree.is_relation(t, "acl:relcl")), None)
        return aside is not None and not tree.is_below(sighting.token, aside) and sighting.token != aside

    def _find_told(self, sighting: Sighting) -> list[Toponym]:
        named = self.named.arrived(self.named.among(self._sentence(sighting)))
        return [place for place in named if place.token not in self.named.speaking]

    def _sentence(self, sighting: Sighting) -> range:
        return range(*self.scene.parse.sentences[self.scene.tree.sentence(sighting.token)])

    def _own_origins(self, sighting: Sighting, named: Sequence[Toponym]) -> list[Toponym]:
        """Return where those come from who are met in a claim, if its own clause names no other place."""
        tree = self.scene.tree
        phrases = tree.children(sighting.clause, "obj", "obl", "nsubj", "nmod")
        own = [
            p
            for p in self.named.among([t for phrase in phrases for t in tree.subtree(phrase)])
            if p.token not in self.named.speaking
        ]
        left = [p for p in own if p not in self.named.arrived(own) and p.name not in {q.name for q in named}]
        clauses = {sighting.clause, *(find_clause(self.scene, p.token) for p in left)}
        return [] if any(find_clause(self.scene, p.token) in clauses for p in own if p in named) else left

    def comes_from_abroad(self, sighting: Sighting) -> bool:
        """Tell whether a sentence speaks of those who come over a border: what it tells is set there, not further back."""
        found = (self.scene.toponym_at.get(token) for token in self._sentence(sighting))
        return any(place is not None and is_left_abroad(self.scene, place) for place in found)

    def _of_sort(self, sighting: Sighting, places: Sequence[Toponym]) -> list[Toponym]:
        """Return the places that can be the one a relative clause tells of ("a city which troops claim to have taken")."""
        above = self._relative(sighting)
        kind = KINDS.get(self.scene.lemma(self._told_of(above))) if above is not None else None
        alike = {None, kind, *(SETTLEMENTS if kind in SETTLEMENTS else ())}
        return [place for place in places if kind is not None and place.kind in alike]

    def _relative(self, sighting: Sighting) -> int | None:
        """Return the head of the relative clause that a claim is told in, None outside of any."""
        tree = self.scene.tree
        clauses = (sighting.clause, *tree.ancestors(sighting.clause))
        return next((t for t in clauses if tree.is_relation(t, "acl:relcl")), None)

    def _in_clause(self, sighting: Sighting, places: Sequence[Toponym]) -> list[Toponym]:
        """Return the places that the clause names in which an event is told of: "took Arva after months of fighting".

        Of two clauses joined each has its own: "in Arva a sniper killed a nurse, and in Orle shells hit a market".
        """
        clause = find_clause(self.scene, sighting.token)
        is_inside = sighting.is_nominal and sighting.clause == sighting.token and clause != sighting.token
        has_own = is_inside or not sighting.is_nominal
        return [p for p in places if has_own and find_clause(self.scene, p.token) == clause]

    def of_event(self, sighting: Sighting) -> tuple[Toponym, ...]:
        """Return the place of the attack or battle that a claim hangs on, by the words of its sentence."""
        fit = self._before_time(sighting) or self._of_event_above(sighting, self._find_told(sighting))
        return self.named.choose(fit, sighting)

    def _before_time(self, sighting: Sighting) -> list[Toponym]:
        """Return the places told before a time that the parse hung a claim on: "the battle for Rahna *last year that* killed nine"."""
        above = self._relative(sighting)
        if above is None or self.scene.lemma(self.scene.parse.heads[above]) not in SPELLS:
            return []
        told = self.named.among(range(self._sentence(sighting).start, above))
        return [place for place in told if place.token not in self.named.speaking]

    def _of_event_above(self, sighting: Sighting, places: Sequence[Toponym]) -> list[Toponym]:
        """Return the places of the event that a claim hangs on: "since the capture of Orle after a raid that killed 40"."""
        scene = self.scene
        for above in scene.tree.ancestors(sighting.token):
            if scene.parse.universal[above] in {"VERB", "AUX"} and not scene.tree.is_relation(above, "acl:relcl"):
                return []
            is_event = "act" in scene.classes(above) or scene.lemma(above) in TAKINGS
            inside = frozenset(scene.tree.subtree(above)) if is_event else frozenset[int]()
            told = [place for place in places if place.token in inside and place.token < sighting.token]
            if told:
                return told
        return []

    def find_antecedent(self, sighting: Sighting) -> Toponym | None:
        """Return the place that a clause with "where" tells of: "Rahna, *where* 30,000 people are trapped"."""
        clause = self._relative(sighting)
        if clause is None or not any(
            self.scene.lemma(t) == "where" for t in self.scene.tree.children(clause, "advmod")
        ):
            return None
        return self.scene.toponym_at.get(self.scene.parse.heads[clause])

    def _told_of(self, clause: int) -> int:
        """Return the noun that a relative clause tells of: the one right before it, as parsers often take one further back."""
        before = self.scene.tree.run(clause)[0] - 1
        return before if self.scene.parse.universal[max(before, 0)] == "NOUN" else self.scene.parse.heads[clause]

    def _is_of_reason(self, token: int, sighting: Sighting) -> bool:
        """Tell whether a word only tells why: "they left *because they could not hold the city*" leaves perhaps a part of it."""
        tree = self.scene.tree
        for clause in tree.ancestors(token):
            mark = tree.child(clause, "mark")
            if tree.is_relation(clause, "advcl") and mark is not None and self.scene.lemma(mark) in REASONS:
                return sighting.token != clause and not tree.is_below(sighting.token, clause)
        return False

    def _find_described(self, sighting: Sighting, beside: Sequence[Toponym]) -> Toponym | None:
        """Return the place that "the city" or the like means where no name of the sentence is nearer to the claim."""
        above = self._relative(sighting)
        if above is not None and not beside and (noun := self._told_of(above)) in self.named.referred:
            return self.named.referred[noun]
        tokens = self._sentence(sighting)
        met = [token for token in tokens if token in self.named.referred and token not in self.scene.toponym_at]
        met = [token for token in met if not self._is_of_reason(token, sighting)]
        nearest = min(met, key=lambda token: self.named.steps(token, sighting), default=None)
        if nearest is None:
            return None
        named = min((self.named.steps(place.token, sighting) for place in beside), default=FAR)
        return self.named.referred[nearest] if self.named.steps(nearest, sighting) < named else None
