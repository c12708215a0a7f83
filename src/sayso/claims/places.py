"""Where is a claim set? Names inside its words, then beside them, then the place the text is at."""

from collections import Counter
from collections.abc import Sequence
from copy import copy

from sayso.claims.areas_around import name_area
from sayso.claims.clause_places import find_above, find_clause, is_of_other_item
from sayso.claims.complements import find_complement
from sayso.claims.scenes import Scene, words
from sayso.claims.settings import KINDS, case_of, find_referred, is_left_abroad, is_locative
from sayso.claims.sightings import Sighting
from sayso.claims.speaking import find_speaking
from sayso.claims.standpoints import GROUND, INCIDENTS, Standpoint, family, is_site
from sayso.claims.unnamed_grounds import Ground, find_unnamed
from sayso.lexicons.gazetteer import could_lie_in, is_chiefly_town
from sayso.model.derivations import name_rule
from sayso.model.kinds import ClaimKind, PlaceKind
from sayso.model.mentions import Toponym
from sayso.text.spellings import plain

OWN = name_rule("claims.own_place", "The place is named in the words of the claim.")
LATER = name_rule("claims.later_place", "The place is named further on in the sentence, after a remark put in between.")
REFERRED = name_rule("claims.referred_place", 'The words say "the city" or the like; the text has named which one.')
SAME_EVENT = name_rule(
    "claims.same_event_place", "The words point back to an event that the text has set at this place."
)
SENTENCE = name_rule("claims.sentence_place", "The claim names no place; its sentence names one.")
CURRENT = name_rule("claims.current_place", "Neither claim nor sentence names a place; the text was last at this one.")
SITE = name_rule(
    "claims.site_place",
    "Neither claim nor sentence names a place; the text was last at a region, and this is the place in it that the text"
    " names most.",
)
EVENT_SITE = name_rule(
    "claims.event_site_place",
    "The claim names no place, and what is said beside or before it names only a country; the text has told of such an"
    " event at this place.",
)
DOCUMENT = name_rule("claims.document_place", "Nothing near names a place; this is the place the document names most.")
COUNTRY = name_rule(
    "claims.country_place",
    "A count of a whole conflict, or the supply of arms, for which no place is named: the country most named.",
)
GENERAL = name_rule(
    "claims.general_place",
    "It is told of a whole war, or as what a side always or never does, and no place is named for it: it is set in the"
    " country most named, not where the text is at.",
)
OTHER_YEAR = name_rule(
    "claims.other_year_place",
    "What is told of an earlier year names no place; it is not set where the text is at, but in the country most named.",
)
PART = name_rule(
    "claims.unnamed_part_place",
    "The words name no place, only a part of one (\"core neighbourhoods\", \"nearby villages\"): it is the place that the"
    " main clause of the sentence names, else the one at which the text was before.",
)
STRETCH = name_rule(
    "claims.unnamed_stretch_place",
    'The words name no place, only a stretch of country ("the border region"): it is set in the region that the text'
    " names for it, or nowhere.",
)
BORDER = name_rule(
    "claims.border_place",
    "No place is named but the country from which somebody came over a border: what met him there is not set in it.",
)
NOWHERE = name_rule("claims.no_place", "No place is named for it.")
FAR = 99
WIDE = frozenset({PlaceKind.COUNTRY, PlaceKind.REGION})
SETTLEMENTS = frozenset({PlaceKind.CITY, PlaceKind.TOWN, PlaceKind.VILLAGE})
PARTLY = frozenset({PlaceKind.DISTRICT, PlaceKind.BUILDING, PlaceKind.ROAD})
BEYOND = "beyond"
AWAY, BESIDE = words("away"), words("beside")
LEAVING = frozenset({ClaimKind.WITHDRAWAL, ClaimKind.DISPLACEMENT, ClaimKind.EVACUATION})
PLACELESS = frozenset({ClaimKind.DIPLOMACY, ClaimKind.AGREEMENT, ClaimKind.POLITICS})
Placing = tuple[tuple[Toponym, ...], str]


class Places:
    """Finds the places of the claims of one document, met in reading order."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._all = scene.layers.mentions.toponyms
        self._number = {id(place): number for number, place in enumerate(self._all)}
        self._locative = frozenset(id(p) for p in self._all if is_locative(scene, p))
        self._referred = find_referred(scene)
        self._speaking = find_speaking(scene)
        self._of_kind: dict[ClaimKind, tuple[Toponym, ...]] = {}
        self._standpoint = self._opening = Standpoint()
        self._sentence: int | None = None
        self._main = self._find_main([p for p in self._all if p.token not in self._speaking])
        self._country = self._find_main([p for p in self._all if p.kind is PlaceKind.COUNTRY])

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
        placing = self._near(sighting, kind, run, hint)
        if hint == OTHER_YEAR:
            return placing
        toponyms, rule = placing
        is_told_of = rule in {OWN, REFERRED, LATER} and (kind in LEAVING or bool(self._arrived(toponyms)))
        if is_told_of and kind not in {*PLACELESS, ClaimKind.ARMS}:
            self._standpoint.move(toponyms, kind, self._find_holder(toponyms))
        # Who speaks of a strike in a town and then of the country means no other strike.
        if toponyms and not (_is_country(toponyms) and self._of_kind.get(family(kind))):
            self._of_kind[family(kind)] = toponyms
        if kind in GROUND and rule == OWN:
            toponyms = tuple(name_area(self.scene, place) for place in toponyms)
        return toponyms, rule

    def _near(self, sighting: Sighting, kind: ClaimKind, run: tuple[int, int], hint: str | None) -> Placing:
        said = self._said(sighting, run)
        if said is not None:
            return said
        if kind in PLACELESS:
            return (), NOWHERE
        below, unnamed = self._below(sighting), self._unnamed(sighting, kind, run)
        # "Its grip on the border region" does not point back to the village that was taken.
        hinted = None if unnamed and kind in GROUND else self._hinted(sighting, kind, hint)
        return below or self._behind(run) or hinted or unnamed or self._beside(sighting, kind, hint)

    def _below(self, sighting: Sighting) -> Placing | None:
        """Return the place in what hangs on an event noun, or on who did it: "condemned the killing ... by rebels in Orle"."""
        if not sighting.is_nominal:
            return None
        tree, noun = self.scene.tree, sighting.token
        behind = (token for token in tree.children(self.scene.parse.heads[noun], "obl") if token > noun)
        doers = [token for token in behind if tree.case(token) == "by" and tree.is_relation(noun, "obj")]
        tokens = sorted(token for top in (noun, *doers) for token in tree.subtree(top))
        found = self._choose(self._arrived(self._among(tokens)), sighting)
        return (found, SENTENCE) if found else None

    def _behind(self, run: tuple[int, int]) -> Placing | None:
        """Return the place of a participle right behind the words of a claim: "defused bombs | found on the Rahna road"."""
        parse, behind = self.scene.parse, run[1]
        if behind >= len(parse) or parse.tags[behind] not in {"VBN", "JJ"} or parse.universal[behind - 1] != "NOUN":
            return None
        tokens = self.scene.tree.subtree(behind)
        found = self._arrived(self._among(tokens))
        described = [self._referred[t] for t in tokens if t in self._referred]
        return ((found[0],), SENTENCE) if found else ((described[0],), REFERRED) if described else None

    def _hinted(self, sighting: Sighting, kind: ClaimKind, hint: str | None) -> Placing | None:
        """Return the place that the words point to without naming it: of the same event, or the country of the whole war."""
        told = self._of_kind.get(family(kind), ())
        if told and kind in GROUND and self._takes_it(sighting):
            return told, SAME_EVENT
        if hint == GENERAL:
            return self._country, GENERAL
        hinted = {COUNTRY: self._country, SAME_EVENT: told}.get(hint or "", ())
        if hint is None or not hinted:
            return None
        site = self._find_site(hinted)
        return (hinted if site is None else (site,)), hint

    def _unnamed(self, sighting: Sighting, kind: ClaimKind, run: tuple[int, int]) -> Placing | None:
        """Return where the words set a claim by a ground without a name, None where they tell of none."""
        ground = find_unnamed(self.scene, range(*run), self._referred)
        if ground is None:
            return None
        named = self._above(sighting) or self._opening.find(kind)
        if ground is Ground.STRETCH or (ground is Ground.NEARBY and kind in GROUND):
            wide = tuple(p for p in (*named, *map(self._holder, named)) if p is not None and p.kind in WIDE)[:1]
            return wide, STRETCH
        if ground is Ground.PART:
            named = tuple(dict.fromkeys((p.kind in PARTLY and self._holder(p)) or p for p in named))
        return (named or self._main, PART) if named or self._main else ((), NOWHERE)

    def _above(self, sighting: Sighting) -> tuple[Toponym, ...]:
        """Return the place of the nearest clause that holds that of a claim, by name or as "the city"."""
        scene = self.scene
        sentence = range(*scene.parse.sentences[scene.tree.sentence(sighting.token)])
        told = [t for t in sentence if t not in self._speaking]
        for head in dict.fromkeys((sighting.clause, *find_above(scene, sighting))):
            tokens = [t for t in told if find_clause(scene, t) == head]
            named = [p for p in self._among(tokens) if p.token in tokens and case_of(scene, p.token) not in BESIDE]
            described = (self._referred[t] for t in tokens if t in self._referred)
            found = self._choose(named, sighting) or tuple(described)[:1]
            if found:
                return found
        return ()

    def _holder(self, place: Toponym) -> Toponym | None:
        """Return the place that the text sets one in, at this mention of it or at another."""
        within = next((p.within for p in (place, *self._all) if p.name == place.name and p.within is not None), None)
        return self._all[within] if within is not None else None

    def _beside(self, sighting: Sighting, kind: ClaimKind, hint: str | None) -> Placing:
        """Return the place that the sentence of a claim gives, else the one where the text is."""
        first, last = self.scene.parse.sentences[self.scene.tree.sentence(sighting.token)]
        named = self._arrived(self._among(range(first, last)))
        named = [place for place in named if place.token not in self._speaking]
        apart = [place for place in named if is_of_other_item(self.scene, place.token, sighting.token)]
        named = [place for place in named if place not in apart]
        beside = self._choose(self._own_origins(sighting, named) or self._of_sort(sighting, named) or named, sighting)
        described = self._find_described(range(first, last), sighting, beside)
        if described is not None:
            return (described,), REFERRED
        if beside:
            event = self._find_event(kind, beside)
            return (event, EVENT_SITE) if event else (beside, SENTENCE)
        rule = OTHER_YEAR if hint == OTHER_YEAR else COUNTRY if kind is ClaimKind.ARMS else None
        if rule is not None and self._country:
            return self._country, rule
        if rule == OTHER_YEAR or (rule is None and self._comes_from_abroad(range(first, last))):
            return (), BORDER if rule is None else NOWHERE
        if not apart:
            return self._further(kind, self._standpoint)
        placing = self._further(kind, self._opening)
        return ((), NOWHERE) if {p.name for p in placing[0]} & {p.name for p in apart} else placing

    def _own_origins(self, sighting: Sighting, named: Sequence[Toponym]) -> list[Toponym]:
        """Return where those come from who are met in a claim, if its own clause names no other place."""
        tree = self.scene.tree
        phrases = tree.children(sighting.clause, "obj", "obl", "nsubj", "nmod")
        own = [p for p in self._among([t for phrase in phrases for t in tree.subtree(phrase)]) if p.token not in self._speaking]
        left = [p for p in own if p not in self._arrived(own) and p.name not in {q.name for q in named}]
        clauses = {sighting.clause, *(find_clause(self.scene, p.token) for p in left)}
        return [] if any(find_clause(self.scene, p.token) in clauses for p in own if p in named) else left

    def _comes_from_abroad(self, tokens: Sequence[int]) -> bool:
        """Tell whether a sentence speaks of those who come over a border: what it tells is set there, not further back."""
        found = (self.scene.toponym_at.get(token) for token in tokens)
        return any(place is not None and is_left_abroad(self.scene, place) for place in found)

    def _of_sort(self, sighting: Sighting, places: Sequence[Toponym]) -> list[Toponym]:
        """Return the places that can be the one a relative clause tells of ("a city which troops claim to have taken")."""
        tree = self.scene.tree
        above = next(
            (t for t in (sighting.clause, *tree.ancestors(sighting.clause)) if tree.is_relation(t, "acl:relcl")), None
        )
        kind = KINDS.get(self.scene.lemma(self._told_of(above))) if above is not None else None
        alike = {None, kind, *(SETTLEMENTS if kind in SETTLEMENTS else ())}
        return [place for place in places if kind is not None and place.kind in alike]

    def _told_of(self, clause: int) -> int:
        """Return the noun that a relative clause tells of: the one right before it, as parsers often take one further back."""
        before = self.scene.tree.run(clause)[0] - 1
        return before if self.scene.parse.universal[max(before, 0)] == "NOUN" else self.scene.parse.heads[clause]

    def _find_described(self, tokens: Sequence[int], sighting: Sighting, beside: Sequence[Toponym]) -> Toponym | None:
        """Return the place that "the city" or the like means where no name of the sentence is nearer to the claim."""
        met = [token for token in tokens if token in self._referred and token not in self.scene.toponym_at]
        nearest = min(met, key=lambda token: self._steps(token, sighting), default=None)
        if nearest is None:
            return None
        named = min((self._distance(place, sighting) for place in beside), default=FAR)
        return self._referred[nearest] if self._steps(nearest, sighting) < named else None

    def _said(self, sighting: Sighting, run: tuple[int, int]) -> Placing | None:
        """Return the place that the claim's own words give, by name or as "the city"."""
        described = self.scene.toponym_at.get(self.scene.parse.heads[sighting.token])
        if sighting.is_adjective and described is not None:
            return (described,), OWN
        inside = self._among(range(*run))
        narrower = next((self._referred[t] for t in range(*run) if self._is_narrower(t, inside)), None)
        if narrower is not None:
            return (narrower,), REFERRED
        own = self._choose(self._arrived(inside) or inside, sighting)
        if own and all(case_of(self.scene, p.token) == BEYOND for p in own):
            # What lies "beyond" a place is not in it.
            wider = self._above(sighting)
            return (wider, SENTENCE) if wider and not is_site(wider) else (own, OWN)
        if own and not self._is_of_next(own, sighting, run):
            return own, OWN
        referred = next((self._referred[t] for t in range(*run) if t in self._referred), None)
        return self._said_later(sighting) if referred is None else ((referred,), REFERRED)

    def _is_of_next(self, places: Sequence[Toponym], sighting: Sighting, run: tuple[int, int]) -> bool:
        """Tell whether places are those of a clause that follows in the words of a claim, which has a ground of its own.

        "Raiding core neighbourhoods, seizing arms near Rahna": the raids were not in Rahna.
        """
        own = [t for t in range(*run) if find_clause(self.scene, t) == sighting.clause]
        if any(p.token in own for p in places) or not all(p.token > sighting.clause for p in places):
            return False
        return find_unnamed(self.scene, own, self._referred) is not None

    def _said_later(self, sighting: Sighting) -> Placing | None:
        """Return the place that an event noun is of where the words for it stand behind something put in between."""
        noun = find_complement(self.scene, sighting.token)
        if noun is None:
            return None
        # Whether a name says where is told by the noun before it, which here is not the one that it belongs to.
        places = [self.scene.toponym_at.get(token) for token in sorted(self.scene.tree.subtree(noun))]
        named = self._choose([place for place in places if place is not None], sighting)
        if named:
            return named, LATER
        return ((self._referred[noun],), LATER) if noun in self._referred else None

    def _takes_it(self, sighting: Sighting) -> bool:
        """Tell whether ground is taken or held that only a pronoun names ("the rebels who had seized it")."""
        held = self.scene.tree.child(sighting.clause, "obj", "nsubj:pass")
        return held is not None and self.scene.lemma(held) == "it"

    def _is_narrower(self, token: int, named: Sequence[Toponym]) -> bool:
        """Tell whether a word means a place that the names beside it only hold ("a rebel district of Arva")."""
        if token not in self._referred or not named:
            return False
        return all(self.scene.tree.is_below(p.token, token) and p.name != self._referred[token].name for p in named)

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
        inside = [p for p in self._all if p.kind not in WIDE and self._lies_in(p, region)]
        counts = Counter(plain(p.name) for p in inside)
        return max(inside, key=lambda p: counts[plain(p.name)], default=None)

    def _find_holder(self, places: Sequence[Toponym]) -> Toponym | None:
        """Return the place that the words set a building in, None for anything else."""
        holder = places[0].within if is_site(places) else None
        return self._all[holder] if holder is not None else None

    def _is_region(self, place: Toponym) -> bool:
        """Tell whether the words make a place a region, here or, where they tell nothing, elsewhere in the text."""
        if place.kind is not None or is_chiefly_town(plain(place.name)):
            return place.kind is PlaceKind.REGION
        return any(p.kind is PlaceKind.REGION and p.name == place.name for p in self._all)

    def _lies_in(self, place: Toponym, region: Toponym) -> bool:
        """Tell whether the text or the gazetteer sets a place in a region."""
        holder = self._all[place.within].name if place.within is not None else None
        if holder is not None and plain(holder) == plain(region.name):
            return True
        return could_lie_in(plain(place.name), plain(region.name)) and plain(place.name) != plain(region.name)

    def move(self, sentence: tuple[int, int]) -> None:
        """Take the first place a sentence is set at for the text's, until a claim names its own."""
        named = self._among(range(*sentence))
        plain = [p for p in named if p.kind is not PlaceKind.COUNTRY and p.token not in self._speaking]
        if plain and not self._standpoint.places:
            self._standpoint.move((plain[0],))

    def _among(self, tokens: Sequence[int]) -> list[Toponym]:
        found = {id(p): p for t in tokens if (p := self.scene.toponym_at.get(t)) is not None}
        return [p for key, p in found.items() if key in self._locative]

    def _arrived(self, places: Sequence[Toponym]) -> list[Toponym]:
        """Return the places that are not only where something comes from."""
        arrived = [p for p in places if case_of(self.scene, p.token) not in AWAY]
        # Of "from Rahna in northern Kasta" both are where it comes from.
        left = {self._all[p.within].name for p in places if p not in arrived and p.within is not None}
        return [p for p in arrived if p.name not in left]

    def _choose(self, places: Sequence[Toponym], sighting: Sighting) -> tuple[Toponym, ...]:
        """Return the place nearest to the predicate in the tree, with those listed beside it."""
        held = {p.within for p in places}
        narrow = [p for p in places if self._number[id(p)] not in held] or places
        if not narrow:
            return ()
        best = min(
            narrow,
            key=lambda p: (
                p.kind is PlaceKind.COUNTRY,
                self._tells_who(p, sighting),
                self._distance(p, sighting),
                p.token,
            ),
        )
        listed = [p for p in narrow if p is not best and p.token in self.scene.tree.conjuncts(best.token)]
        return tuple(sorted((best, *listed), key=lambda p: p.token))

    def _tells_who(self, place: Toponym, sighting: Sighting) -> bool:
        """Tell whether a place only says who or what did it ("the flood below the dam swept huts away at Marn")."""
        subject = self.scene.tree.child(sighting.clause, "nsubj")
        is_below = subject is not None and place.token != subject and self.scene.tree.is_below(place.token, subject)
        return is_below and not sighting.is_nominal

    def _distance(self, place: Toponym, sighting: Sighting) -> int:
        return self._steps(place.token, sighting)

    def _steps(self, token: int, sighting: Sighting) -> int:
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

    def _find_main(self, places: Sequence[Toponym]) -> tuple[Toponym, ...]:
        counts: dict[str, int] = {}
        for place in places:
            name = place.name.casefold()
            counts[name] = counts.get(name, 0) + (2 if id(place) in self._locative else 1)
        best = max(counts, key=lambda name: counts[name], default=None)
        return tuple(p for p in places if p.name.casefold() == best)[:1]


def _is_country(places: Sequence[Toponym]) -> bool:
    return all(place.kind is PlaceKind.COUNTRY for place in places)
