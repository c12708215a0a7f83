"""Where is a claim set? Names inside its words, then beside them, then the place the text is at."""

from collections import Counter
from collections.abc import Sequence
from copy import copy
from functools import cached_property

from sayso.claims.areas_around import name_area, name_town
from sayso.claims.bare_names import find_bare_name
from sayso.claims.clause_places import find_clause, is_of_talks
from sayso.claims.firing_grounds import find_firing_grounds, find_own_ground, lands_abroad, tells_of_fire
from sayso.claims.named_places import NamedPlaces
from sayso.claims.office_places import find_office_place
from sayso.claims.own_places import OwnPlaces
from sayso.claims.place_rules import (
    BORDER,
    COUNTRY,
    CURRENT,
    DOCUMENT,
    EVENT_SITE,
    FIRED,
    GENERAL,
    LATER,
    NOWHERE,
    OFFICE,
    OTHER_YEAR,
    OWN,
    PART,
    REFERRED,
    SAME_EVENT,
    SENTENCE,
    SITE,
    STRETCH,
    WIDE,
)  # fmt: skip
from sayso.claims.scenes import Scene, words
from sayso.claims.sentence_places import Placing, SentencePlaces
from sayso.claims.settings import case_of, tells_whence
from sayso.claims.sightings import Sighting
from sayso.claims.standpoints import GROUND, INCIDENTS, Standpoint, family, is_site
from sayso.claims.unnamed_grounds import TOWNS, Ground, find_unnamed
from sayso.lexicons.gazetteer import could_lie_in, is_chiefly_town
from sayso.model.kinds import ClaimKind, PlaceKind
from sayso.model.mentions import Toponym
from sayso.text.spellings import plain

WIDE_KINDS = frozenset({PlaceKind.COUNTRY, PlaceKind.REGION})
PARTLY = frozenset({PlaceKind.DISTRICT, PlaceKind.BUILDING, PlaceKind.ROAD})
LEAVING = frozenset({ClaimKind.WITHDRAWAL, ClaimKind.DISPLACEMENT, ClaimKind.EVACUATION})
PLACELESS = frozenset({ClaimKind.DIPLOMACY, ClaimKind.AGREEMENT, ClaimKind.POLITICS})
BOTH = frozenset({"both", "two", "they"})
# What fighters wear or set is met with where they are; what they are supplied with is told of a country.
WORN = words("worn_arms")
MATTERS = words("talked_about")
LISTING = "count_listed"
COUNTED = frozenset({ClaimKind.TOLL, ClaimKind.VIOLENCE_AGAINST_CIVILIANS})
# Where nothing near names a place, it is one of those that the text was at.
STANDING = frozenset({CURRENT, SITE, DOCUMENT})
# Before a country that is not where the text is.
AFAR = frozenset({"from", "with", "by"})


class Places:
    """Finds the places of the claims of one document, met in reading order."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._named = named = NamedPlaces(scene)
        self._own, self._sentences = OwnPlaces(named), SentencePlaces(named)
        self._of_kind: dict[ClaimKind, tuple[Toponym, ...]] = {}
        # What was last taken, held or given up: "it" of who "took it back".
        self._ground: tuple[Toponym, ...] = ()
        self._standpoint = self._opening = Standpoint()
        self._sentence: int | None = None
        self._talks: tuple[int, tuple[Toponym, ...]] = (-1, ())
        # The sentence and the placing of the last claim, and of the last that may count dead or hurt.
        self._last: tuple[int, Placing] = (-1, ((), NOWHERE))
        self._summed: tuple[int, Placing] = self._last
        told = [p for p in named.all if p.token not in named.speaking and not tells_whence(scene, p)]
        told = [p for p in told if not is_of_talks(scene, p)]
        self._main = named.find_main(told)
        # Where things come from is not the country that the text is about.
        countries = [p for p in named.all if p.kind is PlaceKind.COUNTRY and scene.tree.case(p.token) not in AFAR]
        self._country = named.find_main(countries)

    def find(self, sighting: Sighting, kind: ClaimKind, run: tuple[int, int], *, hint: str | None = None) -> Placing:
        """Return the toponyms of a claim whose words are the tokens `[first, last)`, and the rule that chose them.

        A name counts where it says where: not as the possessor of a party, nor as who acts. Of a place and
        the place that holds it the narrower is taken; a list is kept whole. What states say to one another is
        set nowhere unless its own words say so. `hint` is SAME_EVENT for words that point back to an event,
        COUNTRY for a count of a whole conflict, GENERAL for what is told of a whole war or as a habit, OTHER_YEAR for
        what is told of an earlier year.
        """
        if self.scene.tree.sentence(sighting.token) != self._sentence:
            self._sentence, self._opening = self.scene.tree.sentence(sighting.token), copy(self._standpoint)
        placing = self._of_whole(sighting) or self._near(sighting, kind, run, hint)
        self._last = (self.scene.tree.sentence(sighting.token), placing)
        if kind in COUNTED and sighting.frame.name != LISTING:
            self._summed = self._last
        if hint == OTHER_YEAR:
            return placing
        toponyms, rule = placing
        if kind is ClaimKind.DIPLOMACY and rule == OWN:
            self._talks = (self.scene.tree.sentence(sighting.token), toponyms)
        is_told_of = rule in {OWN, REFERRED, LATER} and (kind in LEAVING or bool(self._named.arrived(toponyms)))
        is_aside = self._is_in_relative(sighting) or (kind in LEAVING and self._is_only_whence(sighting, toponyms))
        # Where fighters slip out of, nothing else goes on; a retreat that is talked about is what the text has come to.
        is_left = kind is ClaimKind.WITHDRAWAL and not sighting.is_nominal
        is_told_of = is_told_of and not ((is_aside or is_left) and self._standpoint.places)
        if is_told_of and kind not in {*PLACELESS, ClaimKind.ARMS}:
            self._standpoint.move(toponyms, kind, self._find_holder(toponyms))
        # Who speaks of a strike in a town and then of the country means no other strike.
        if toponyms and not (_is_country(toponyms) and self._of_kind.get(family(kind))):
            self._of_kind[family(kind)] = toponyms
            if kind in GROUND | {ClaimKind.WITHDRAWAL}:
                self._ground = toponyms
        if rule == REFERRED or (rule != OWN and any(self.scene.lemma(t) in TOWNS for t in range(*run))):
            toponyms = tuple(name_town(self.scene, place) for place in toponyms)
        elif kind in GROUND:
            toponyms = tuple(name_area(self.scene, p) if self._is_of(p, sighting, rule) else p for p in toponyms)
        return toponyms, rule

    def _is_in_relative(self, sighting: Sighting) -> bool:
        """Tell whether a clause on a noun tells it: "families who had fled Orle" does not take the text to Orle."""
        clauses = (sighting.clause, *self.scene.tree.ancestors(sighting.clause))
        return any(self.scene.tree.is_relation(clause, "acl:relcl") for clause in clauses)

    def _is_only_whence(self, sighting: Sighting, places: Sequence[Toponym]) -> bool:
        """Tell whether words on people who left only tell who speaks, whither they went, or what had been before."""
        if sighting.token in self._named.speaking or "had" in self.scene.helping(sighting.clause):
            return True
        return all(case_of(self.scene, place.token) == "to" for place in places)

    def _is_of(self, place: Toponym, sighting: Sighting, rule: str) -> bool:
        """Tell whether a place stands in the words of a claim or in the rest of its clause.

        In "near rebel-held Rahna" it is Rahna that is held.
        """
        if sighting.is_adjective:
            return False
        return rule == OWN or (rule == SENTENCE and find_clause(self.scene, place.token) == sighting.clause)

    def _near(self, sighting: Sighting, kind: ClaimKind, run: tuple[int, int], hint: str | None) -> Placing:
        grounds = self._find_grounds(sighting, kind, run)
        said = self._own.find(sighting, run)
        if grounds and said is not None and grounds.issuperset(p.name for p in said[0]):
            said = None
        if said is None or said[1] == REFERRED:
            office = find_office_place(self.scene, sighting.token, run)
            said = said if office is None else ((office,), OFFICE)
        if kind in PLACELESS and (said is None or self._is_only_mentioned(said, sighting)):
            return self._talks_go_on(sighting)
        if said is not None:
            return said
        bare = find_bare_name(self.scene, sighting, kind)
        if bare is not None:
            return (bare,), OWN
        named = self._sentences.below(sighting) or self._sentences.behind(run)
        if kind is ClaimKind.ARMS and any(self.scene.lemma(t) in WORN for t in range(*run)):
            kind = ClaimKind.STRENGTH
        unnamed = self._unnamed(sighting, kind, run)
        # "Its grip on the border region" does not point back to the village that was taken.
        hinted = None if unnamed and kind in GROUND else self._hinted(sighting, kind, hint)
        placing = named or hinted or unnamed or self._beside(sighting, kind, hint)
        return self._come_down(sighting, kind, placing, grounds)

    def _of_whole(self, sighting: Sighting) -> Placing | None:
        """Return where the sum is set of which a claim lists a part ("72 dead - 26 just today"), None for anything else."""
        number, (places, rule) = self._summed
        is_part = sighting.frame.name == LISTING and number == self.scene.tree.sentence(sighting.token)
        return (places, SENTENCE if rule == OWN else rule) if is_part and places else None

    def _find_grounds(self, sighting: Sighting, kind: ClaimKind, run: tuple[int, int]) -> frozenset[str]:
        if not tells_of_fire(sighting, kind):
            return frozenset()
        return find_firing_grounds(self.scene, sighting, run, self._named.referred)

    def _come_down(self, sighting: Sighting, kind: ClaimKind, placing: Placing, grounds: frozenset[str]) -> Placing:
        """Return where it came down: not where it was fired from, nor on this side of a border that it flew over.

        What the same sentence tells besides is not set on this side either, unless a name says so.
        """
        places, rule = placing
        if tells_of_fire(sighting, kind) and lands_abroad(self.scene, sighting) and rule in STANDING:
            owner = find_own_ground(self.scene, sighting)
            return ((owner,), SENTENCE) if owner is not None else ((), FIRED)
        number, (_, last) = self._last
        if last == FIRED and number == self.scene.tree.sentence(sighting.token) and rule in STANDING:
            return (), FIRED
        return ((), FIRED) if places and grounds.issuperset(p.name for p in places) else placing

    def _talks_go_on(self, sighting: Sighting) -> Placing:
        """Return where the sentence before told of talks, for what "both sides" then agree on; else no place."""
        subject = self.scene.tree.subject(sighting.clause)
        number, places = self._talks
        if subject is None or self.scene.tree.sentence(sighting.token) - number != 1:
            return (), NOWHERE
        told = (subject, *self.scene.tree.children(subject, "det", "nummod", "amod"))
        is_both = any(self.scene.lemma(t) in BOTH for t in told)
        return (places, SAME_EVENT) if is_both else ((), NOWHERE)

    def _is_only_mentioned(self, said: Placing, sighting: Sighting) -> bool:
        """Tell whether talk names a place only as who talks, or as where what is talked about goes on ("the conflict in X")."""
        places, rule = said
        is_aside = (
            self._is_talker(p, sighting) or self._is_matter(p) or self._is_of_judged(p, sighting) for p in places
        )
        return rule == OWN and all(is_aside)

    def _is_of_judged(self, place: Toponym, sighting: Sighting) -> bool:
        """Tell whether a place is that of the deed which somebody judges: "condemned *the massacre* of troops *in Orle*"."""
        deeds = self.scene.tree.children(sighting.clause, "obj") if sighting.frame.is_act else ()
        return any("act" in self.scene.classes(deed) and deed < place.token for deed in deeds)

    def _is_talker(self, place: Toponym, sighting: Sighting) -> bool:
        is_subject = self.scene.tree.is_relation(place.token, "nsubj")
        return place.kind is PlaceKind.COUNTRY and is_subject and self.scene.parse.heads[place.token] == sighting.clause

    def _is_matter(self, place: Toponym) -> bool:
        head = self.scene.parse.heads[place.token]
        # "The state, which denied the Rahna attack, agreed to ..." tells of nothing agreed in Rahna.
        is_event = self.scene.tree.is_relation(place.token, "compound") and "act" in self.scene.classes(head)
        return is_event or (self.scene.tree.is_relation(place.token, "nmod") and self.scene.lemma(head) in MATTERS)

    def _hinted(self, sighting: Sighting, kind: ClaimKind, hint: str | None) -> Placing | None:
        """Return the place that the words point to without naming it: of the same event, or the country of the whole war."""
        if self._ground and kind in GROUND and self._takes_it(sighting):
            return self._ground, SAME_EVENT
        told = self._of_kind.get(family(kind), ())
        if hint == GENERAL:
            return self._country, GENERAL
        hinted = self._around(kind) if hint == WIDE else {COUNTRY: self._country, SAME_EVENT: told}.get(hint or "", ())
        if hint == COUNTRY and (event := self._sentences.of_event(sighting)):
            return event, SENTENCE
        if hint is None or not hinted or (hint in {COUNTRY, WIDE} and self._names_region(sighting)):
            return None
        if {p.name for p in hinted} & {p.name for p in self._sentences.find_apart(sighting)}:
            return None
        site = None if hint == WIDE else self._find_site(hinted)
        return (hinted if site is None else (site,)), hint

    def _around(self, kind: ClaimKind) -> tuple[Toponym, ...]:
        """Return the region, named in the text, that the place where it is lies in."""
        current = self._standpoint.find(kind) or self._main
        if len(current) == 1 and self._is_region(current[0]):
            return current
        regions = [p for p in self._named.all if self._is_region(p) and any(self._lies_in(c, p) for c in current)]
        return self._named.find_main(regions)

    def _names_region(self, sighting: Sighting) -> bool:
        """Tell whether the sentence sets a claim in a region: a count of a whole conflict is of that, not of the country."""
        beside = self._sentences.beside(sighting)
        return beside is not None and any(self._is_region(place) for place in beside[0])

    def _unnamed(self, sighting: Sighting, kind: ClaimKind, run: tuple[int, int]) -> Placing | None:
        """Return where the words set a claim by a ground without a name, None where they tell of none."""
        ground = find_unnamed(self.scene, range(*run), self._named.referred)
        if ground is None:
            return None
        named = self._sentences.above(sighting) or self._opening.find(kind)
        if ground is Ground.STRETCH or (ground is Ground.NEARBY and kind in GROUND):
            wide = tuple(
                p for p in (*named, *map(self._named.holder, named)) if p is not None and p.kind in WIDE_KINDS
            )[:1]
            return wide, STRETCH
        if ground is Ground.PART:
            named = tuple(dict.fromkeys((p.kind in PARTLY and self._named.holder(p)) or p for p in named))
        return named or self._main_elsewhere(sighting), PART

    def _main_elsewhere(self, sighting: Sighting) -> tuple[Toponym, ...]:
        """Return the place that the text names most, if the sentence of a claim does not name it for something else."""
        first, last = self.scene.parse.sentences[self.scene.tree.sentence(sighting.token)]
        told = {p.name for p in self._named.among(range(first, last))}
        return tuple(p for p in self._main if p.name not in told)

    def _beside(self, sighting: Sighting, kind: ClaimKind, hint: str | None) -> Placing:
        """Return the place that the sentence of a claim gives, else the one where the text is."""
        beside = self._sentences.beside(sighting)
        if beside is not None:
            event = self._find_event(kind, beside[0]) if beside[1] != REFERRED else ()
            return (event, EVENT_SITE) if event else beside
        rule = OTHER_YEAR if hint == OTHER_YEAR else COUNTRY if kind is ClaimKind.ARMS else None
        if rule is not None and self._country:
            return self._country, rule
        if rule == OTHER_YEAR:
            return (), NOWHERE
        if rule is None and self._sentences.comes_from_abroad(sighting):
            return (), BORDER
        if self._is_elsewhere(sighting):
            return (), NOWHERE
        return self._from_text(sighting, kind)

    def _is_elsewhere(self, sighting: Sighting) -> bool:
        """Tell whether an event is another than those of the place where the text is: "other battles have gone on"."""
        is_noun = self.scene.parse.universal[sighting.token] == "NOUN"
        kinds = self.scene.tree.children(sighting.token, "amod", "det")
        return is_noun and any(self.scene.lemma(t) == "other" for t in kinds)

    def _from_text(self, sighting: Sighting, kind: ClaimKind) -> Placing:
        """Return the place where the text is; for an item of a list, where it was before it came to the other items."""
        apart = {place.name for place in self._sentences.find_apart(sighting)}
        placing = self._further(kind, self._opening if apart else self._standpoint)
        return placing if apart.isdisjoint(place.name for place in placing[0]) else ((), NOWHERE)

    def _takes_it(self, sighting: Sighting) -> bool:
        """Tell whether ground is taken or held that only a pronoun names ("the rebels who had seized it")."""
        held = self.scene.tree.child(sighting.clause, "obj", "nsubj:pass")
        return held is not None and self.scene.lemma(held) == "it"

    def _further(self, kind: ClaimKind, standpoint: Standpoint) -> Placing:
        current = standpoint.find(kind)
        event = self._find_event(kind, current)
        if event:
            return event, EVENT_SITE
        if current:
            site = self._find_site(current)
            return ((site,), SITE) if site is not None else (current, CURRENT)
        return (self._main, DOCUMENT) if self._main else ((), NOWHERE)

    def _find_event(self, kind: ClaimKind, places: Sequence[Toponym]) -> tuple[Toponym, ...]:
        """Return where the text told of such violence or harm, for what would be set in a country; else none."""
        event = self._of_kind.get(family(kind), ())
        return event if kind in INCIDENTS and places and _is_country(places) and not _is_country(event) else ()

    def _find_site(self, places: Sequence[Toponym]) -> Toponym | None:
        """Return the place named most of those that lie in a region, None for anything that is no region."""
        region = places[0]
        if len(places) > 1 or not self._is_region(region):
            return None
        inside = [p for p in self._named.all if p.kind not in WIDE_KINDS and self._lies_in(p, region)]
        counts = Counter(plain(p.name) for p in inside)
        return max(inside, key=lambda p: counts[plain(p.name)], default=None)

    def _find_holder(self, places: Sequence[Toponym]) -> Toponym | None:
        """Return the place that the words set a building in, None for anything else."""
        holder = places[0].within if is_site(places) else None
        return self._named.all[holder] if holder is not None else None

    def _is_region(self, place: Toponym) -> bool:
        """Tell whether the words make a place a region, here or, where they tell nothing, elsewhere in the text."""
        if place.kind is not None or is_chiefly_town(plain(place.name)):
            return place.kind is PlaceKind.REGION
        return place.name in self._regions

    @cached_property
    def _regions(self) -> frozenset[str]:
        """The names that the words make regions anywhere in the text."""
        return frozenset(p.name for p in self._named.all if p.kind is PlaceKind.REGION)

    def _lies_in(self, place: Toponym, region: Toponym) -> bool:
        """Tell whether the text or the gazetteer sets a place in a region."""
        holder = self._named.all[place.within].name if place.within is not None else None
        if holder is not None and plain(holder) == plain(region.name):
            return True
        return could_lie_in(plain(place.name), plain(region.name)) and plain(place.name) != plain(region.name)

    def move(self, sentence: tuple[int, int]) -> None:
        """Take the first place a sentence is set at for the text's, until a claim names its own."""
        named = self._named.among(range(*sentence))
        plain = [p for p in named if p.kind is not PlaceKind.COUNTRY and p.token not in self._named.speaking]
        if plain and not self._standpoint.places:
            self._standpoint.move((plain[0],))


def _is_country(places: Sequence[Toponym]) -> bool:
    return all(place.kind is PlaceKind.COUNTRY for place in places)
