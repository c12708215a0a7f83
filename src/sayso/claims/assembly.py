"""Which claims does a document make? From sightings of the frame table to whole claims."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.claims.as_claimed import find_as_claimed
from sayso.claims.asked_counts import find_asked_counts, is_asked
from sayso.claims.control import read_control
from sayso.claims.corroborations import find_corroborated
from sayso.claims.counting import add_counts
from sayso.claims.counts import COUNTED, find_counts
from sayso.claims.definites import is_definite
from sayso.claims.denials import find_denials
from sayso.claims.drafts import Draft, draft_claims
from sayso.claims.findings import find_sightings
from sayso.claims.generalities import is_general
from sayso.claims.headed_numbers import place_headed
from sayso.claims.held_lists import part_lists
from sayso.claims.held_parts import is_part_of_place, is_side
from sayso.claims.holdings import Mode
from sayso.claims.joining import join_harms
from sayso.claims.loaded import find_loaded
from sayso.claims.numbers_aside import find_numbers_aside
from sayso.claims.old_reports import YEAR, is_found_before
from sayso.claims.parties import Casting
from sayso.claims.persons import find_persons
from sayso.claims.place_rules import COUNTRY, GENERAL, OTHER_YEAR, OWN, REFERRED, SAME_EVENT, WIDE
from sayso.claims.places import Places
from sayso.claims.pointed_events import POINTED, PointedEvents
from sayso.claims.rejected_words import part_rejected
from sayso.claims.rival_counts import find_rival_counts
from sayso.claims.scenes import Scene
from sayso.claims.scopes import HARM, WHOLE_WAR
from sayso.claims.settling import settle_counts
from sayso.claims.sharing import share_figures
from sayso.claims.stances import find_stance, is_admitted, is_negated
from sayso.claims.standpoints import INCIDENTS
from sayso.claims.sub_events import find_sub_event
from sayso.claims.targets import find_targets
from sayso.claims.times import EARLIER, Times, Timing
from sayso.claims.unverified import find_own_doubts, find_unverified
from sayso.claims.verdicts import add_verdicts, find_verdicts, is_own_words
from sayso.model.claims import Claim, ClaimFigure, ControlReading, Layers
from sayso.model.derivations import Derived, Evidence
from sayso.model.kinds import ClaimKind, Extent, Scope
from sayso.model.mentions import Figure, Toponym
from sayso.model.spans import Span

# What stands for the row of help that somebody has only tried to bring.
TRIED_AID = "try_to_bring_aid"


def find_claims(layers: Layers) -> tuple[Claim, ...]:
    """Return the claims of a document, in reading order.

    A claim is one proposition in one voice: a word of the frame table whose arguments fit its row. Nothing
    inside page furniture is read, as no passage lies there.
    """
    scene = Scene(layers)
    sightings = add_counts(scene, list(find_sightings(scene)))
    seen = frozenset(t for s in sightings for t in (s.token, s.clause))
    drafts = part_lists(scene, settle_counts(scene, join_harms(scene, draft_claims(scene, sightings))))
    builder = Builder(scene, Places(scene), Times(scene, seen))
    shares = share_figures(scene, drafts)
    claims = [builder.build(draft, shares.get(number, ())) for number, draft in enumerate(drafts)]
    claims.extend([*find_rival_counts(scene, claims), *find_asked_counts(scene, claims)])
    claims = [claim for claim in claims if not is_asked(scene, claim)]
    claims.extend([*find_targets(scene, claims), *find_numbers_aside(scene, claims)])
    verdicts = list(find_verdicts(scene))
    claims = [claim for claim in claims if not is_own_words(verdicts, claim)]
    judged = list(add_verdicts(scene, verdicts, claims))
    unverified = [*find_unverified(scene, claims), *find_own_doubts(scene, claims)]
    claims.extend(
        [*find_denials(scene, claims), *(c for c in unverified if not any(c.span.shares(v.span) for v in judged))]
    )
    claims = [*place_headed(layers, list(part_rejected(scene, claims))), *judged, *find_as_claimed(scene, claims)]
    claims.extend(list(find_corroborated(scene, claims)))
    return tuple(_number(layers, sorted(claims, key=lambda claim: claim.span)))


def _number(layers: Layers, claims: Sequence[Claim]) -> Iterator[Claim]:
    for ordinal, claim in enumerate(claims):
        yield replace(claim, id=name_claim(layers.document.id, claim.span, claim.kind, ordinal))


def name_claim(document: str, span: Span, kind: str, ordinal: int) -> str:
    """Return the id of a claim: 16 hex digits of the hash of document, words, kind and ordinal."""
    return hashlib.sha256(f"{document} {span.start} {span.end} {kind} {ordinal}".encode()).hexdigest()[:16]


class Builder:
    """Turns the drafts of one document into claims, in reading order."""

    def __init__(self, scene: Scene, places: Places, times: Times) -> None:
        self.scene = scene
        self.places = places
        self.times = times
        self.casting = Casting(scene)
        self.pointed = PointedEvents(scene)
        self._sentence = 0
        self._counted: ClaimFigure | None = None
        years = [int(year) for clue in scene.layers.document.clues for year in YEAR.findall(clue.value)]
        self._year = max(years, default=None)

    def build(self, draft: Draft, carried: Sequence[Figure] = ()) -> Claim:
        """Return the claim of a draft; its id is given when all are known."""
        scene, sighting, voice = self.scene, draft.sighting, draft.voice
        self._move_to(scene.tree.sentence(sighting.token))
        figures = find_counts(scene, sighting, draft.kind, carried, self._counted)
        self._counted = next((f for f in reversed(figures) if f.what in COUNTED), self._counted)
        timing = self.times.find(draft)
        is_of_other_year = self._is_of_other_year(timing)
        if (timing.timex is None or timing.timex.value is None) and is_found_before(scene, sighting, self._year):
            timing, is_of_other_year = replace(timing, timex=None, rule=EARLIER), True
        pointed = None if is_of_other_year else self.pointed.find(draft)
        hint = OTHER_YEAR if is_of_other_year or pointed else self._hint(draft, figures)
        toponyms, place_rule = self.places.find(sighting, draft.kind, draft.run, hint=hint)
        if pointed is not None and place_rule != OWN:
            toponyms, place_rule = pointed.toponyms, SAME_EVENT
            timing = replace(timing, timex=pointed.timex, rule=POINTED)
        if is_of_other_year and timing.timex is not None:
            self.pointed.take(draft, timing.timex, toponyms, place_rule)
        else:
            self.pointed.keep(draft, pointed)
        parties = self.casting.find(sighting, draft.kind)
        item, negated = voice.item, is_negated(scene, sighting, draft.holding)
        return Claim(
            id="",
            document=scene.layers.document.id,
            span=draft.span,
            sentence=scene.parse.span(*scene.parse.sentences[scene.tree.sentence(sighting.token)]),
            kind=draft.kind,
            frame=TRIED_AID if _is_tried_aid(draft) else sighting.frame.name,
            chain=item.chain if item else (),
            source_span=item.chain[-1].span if item and item.chain else None,
            cue_span=item.cue if item else None,
            agent=parties.agent,
            co_agents=parties.co_agents,
            target=parties.target,
            toponyms=toponyms,
            place_rule=place_rule,
            timex=timing.timex,
            time_rule=timing.rule,
            tense="past" if timing.tense == "pluperfect" else timing.tense,
            is_standing=timing.is_standing,
            figures=figures,
            persons=find_persons(scene, sighting, figures),
            stance=find_stance(scene, sighting, voice, draft.holding, negated=negated),
            is_negated=negated,
            basis=voice.basis,
            is_quoted=voice.is_quoted,
            is_admitted=is_admitted(scene, voice),
            control=self._read_control(draft, toponyms, place_rule),
            loaded=find_loaded(scene, draft.run),
            channel=item.channel if item else None,
            sub_event=find_sub_event(scene, draft, parties),
            derived=self._derive(draft),
        )

    def _read_control(self, draft: Draft, toponyms: Sequence[Toponym], place_rule: str) -> ControlReading | None:
        """Return who holds how much of the place; a part where what is held is only something in it."""
        control = read_control(self.scene, draft.sighting, draft.kind, draft.holding, draft.run)
        is_near = bool(toponyms) and self.scene.tree.sentence(toponyms[0].token) == self.scene.tree.sentence(
            draft.sighting.token
        )
        if control is not None and is_near and is_side(self.scene, toponyms[0]):
            return replace(control, extent=Extent.PART, share=None, share_written=None)
        if control is None or control.extent is not Extent.UNSAID or place_rule == REFERRED:
            return control
        is_part = is_part_of_place(self.scene, draft.sighting, toponyms)
        return replace(control, extent=Extent.PART) if is_part else control

    def _hint(self, draft: Draft, figures: Sequence[ClaimFigure]) -> str | None:
        """Return which further rule of place the words allow: of an event told before, or of a whole conflict."""
        if is_general(self.scene, draft) or any(_is_of_whole_war(figure) for figure in figures):
            return GENERAL
        if any(_is_of_people(self.scene, figure) for figure in figures):
            return WIDE
        if draft.kind is ClaimKind.TOLL and any(_is_of_war(figure) for figure in figures):
            return COUNTRY
        return SAME_EVENT if any(self._points_back(token, draft) for token in range(*draft.run)) else None

    def _is_of_other_year(self, timing: Timing) -> bool:
        """Tell whether the words date a claim to a year before the report's own."""
        value = timing.timex.value if timing.timex is not None else None
        years = [int(year) for year in YEAR.findall(value or "")]
        return bool(years) and self._year is not None and max(years) < self._year

    def _points_back(self, token: int, draft: Draft) -> bool:
        """Tell whether a noun takes an event for known: "the attack", as what is claimed or in the words of it."""
        scene = self.scene
        if scene.parse.universal[token] != "NOUN":
            return False
        is_event = token == draft.sighting.token or (draft.kind in INCIDENTS and "act" in scene.classes(token))
        return is_event and is_definite(scene, token)

    def _move_to(self, sentence: int) -> None:
        for number in range(self._sentence, sentence):
            self.places.move(self.scene.parse.sentences[number])
        self._sentence = max(self._sentence, sentence)

    def _derive(self, draft: Draft) -> Derived:
        document = self.scene.layers.document
        evidence = Evidence(document=document.id, span=draft.span, quote=draft.span.read(document.text))
        return Derived(
            value=draft.kind.value, rule=draft.sighting.frame.rule, evidence=(evidence,), note=self._name_word(draft)
        )

    def _name_word(self, draft: Draft) -> str:
        """Return the word that the row reads, as it stands in the text."""
        token = draft.sighting.token
        return f"the word here: “{self.scene.parse.words[token]}”"


def _is_tried_aid(draft: Draft) -> bool:
    """Tell whether help is only tried to be brought: it has not come through, and is asked apart."""
    return draft.kind is ClaimKind.AID and draft.holding.mode is Mode.ATTEMPTED


def _is_of_people(scene: Scene, figure: ClaimFigure) -> bool:
    """Tell whether the harmed of many days are counted by the name of their people: "has killed 72 Tarnovans since May"."""
    if figure.what not in HARM or figure.scope is not Scope.CUMULATIVE:
        return False
    number = scene.figure_at.get(scene.tokens(figure.span)[0])
    counted = None if number is None else number.counted
    return counted is not None and scene.parse.words[counted][:1].isupper() and counted not in scene.speakers


def _is_of_war(figure: ClaimFigure) -> bool:
    """Tell whether a count is of a whole conflict: so it is said, or it is too high for one place."""
    return figure.scope is Scope.CUMULATIVE or (figure.low or 0) >= WHOLE_WAR


def _is_of_whole_war(figure: ClaimFigure) -> bool:
    """Tell whether more are said to be dead or hurt than in any event but a war."""
    return figure.what in HARM and (figure.low or 0) >= WHOLE_WAR
