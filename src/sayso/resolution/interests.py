"""Does somebody speak against the interest of his own side?"""

from dataclasses import dataclass

from sayso.lexicons import read_toml
from sayso.model.claims import Claim
from sayso.model.derivations import name_rule
from sayso.model.kinds import ClaimKind, Measure, Stance, VoiceKind
from sayso.model.resolved import Voice
from sayso.resolution.actors import FOREIGN, STATE_VOICES, Actor, camp_of_group
from sayso.resolution.camps import GOVERNMENT, OPPOSITION
from sayso.resolution.common_names import CIVILIANS
from sayso.resolution.countries import Country
from sayso.text.spellings import plain

RULE = name_rule(
    "resolution.against_interest",
    "The speaker states a loss of ground, dead or wounded fighters, or wrongdoing of the side it belongs to.",
)
OPPOSITION_VOICES = frozenset({VoiceKind.ACTIVIST, VoiceKind.OPPOSITION, VoiceKind.ARMED_GROUP})
GROUND = frozenset({ClaimKind.CONTROL_CHANGE, ClaimKind.CONTROL_STATE})
STRIKES = frozenset({ClaimKind.SHELLING, ClaimKind.AIR_STRIKE, ClaimKind.EXPLOSION})
# Deeds that are no wrong by themselves: whom they befell tells.
OPEN_DEEDS = frozenset(
    {"arrest", "arrest_noun", "take_people", "kill", "killing_noun", "shoot_dead", "house_searches", "house_to_house"}
)
# Rows by which a side's own aircraft or arms are lost.
LOSSES = frozenset({"aircraft_lost", "count_given", "count_again"})
# Who lays a deed to others owns up to nothing, whosever mortars he names.
CHARGES = frozenset({"blame", "blame_on_arms", "accuse_of_deed"})
CASUALTIES = frozenset({Measure.FATALITIES, Measure.INJURED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Involved:
    """The parties of a claim: who acts, on whom, who holds the ground."""

    agents: tuple[Actor, ...]
    targets: tuple[Actor, ...]
    holder: Actor | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Interests:
    """A voice and the country of the case.

    Sides are those of the case; where it declares none, activists, the opposition and armed groups are taken to
    be of the opposition and a state's bodies of that state. Monitors, agencies, the UN and aid bodies have none.
    """

    voice: Voice
    home: Country | None

    def speaks_against_interest(self, claim: Claim, involved: Involved) -> bool:
        """Tell whether a claim is against the interest of the speaker's side; only an assertion can be.

        Dead or violence that a side owns up to, naming nobody they befell, are its own.
        """
        if (
            claim.stance is not Stance.ASSERTS
            or claim.frame in CHARGES
            or not (self.has_side or self._could_admit(claim))
        ):
            return False
        if claim.kind in GROUND and involved.holder is not None:
            return self.is_against(involved.holder)
        if claim.control is not None and claim.control.holder_is_target:
            return any(self.is_own(actor) for actor in involved.targets)
        if claim.kind is ClaimKind.WITHDRAWAL:
            return any(self.is_own(actor) for actor in involved.agents)
        if self._owns_up(claim, involved):
            return True
        return is_wrongdoing(claim, involved.targets) and any(self.is_own(actor) for actor in involved.agents)

    def _owns_up(self, claim: Claim, involved: Involved) -> bool:
        """Tell whether the dead and hurt counted are the speaker's own, or he admits to harm that befell nobody named."""
        counts_casualties = any(figure.what in CASUALTIES for figure in claim.figures)
        if claim.is_admitted and any(actor.is_speakers for actor in involved.targets):
            return True
        if claim.is_admitted and any(self.is_own(actor) for actor in involved.agents):
            return claim.kind in STRIKES or is_wrongdoing(claim, ())
        if involved.targets:
            return counts_casualties and any(self.is_own(actor) for actor in involved.targets)
        is_loss = claim.frame in LOSSES and bool(claim.figures)
        return claim.is_admitted and (counts_casualties or is_loss or is_wrongdoing(claim, ()))

    def _could_admit(self, claim: Claim) -> bool:
        """Tell whether the words own up, and the voice is nobody who has no side: a company, a coalition."""
        return claim.is_admitted and self.voice.kind is VoiceKind.UNKNOWN

    @property
    def has_side(self) -> bool:
        """Whether the voice belongs to a side, by the case or plainly by what it is."""
        return self.voice.side is not None or self.voice.kind in STATE_VOICES | OPPOSITION_VOICES

    def is_own(self, actor: Actor) -> bool:
        """Tell whether a party is of the speaker's side, by his own words ("our men") or by what is known of it."""
        if actor.is_speakers:
            return True
        if self.voice.side is not None and actor.side is not None:
            return self.voice.side == actor.side
        if self.voice.kind in STATE_VOICES:
            return actor.camp in {GOVERNMENT, FOREIGN} and self._speaks_for(actor.country or self.home)
        return actor.name == self.voice.name or (actor.camp == OPPOSITION and self._is_opposition)

    def is_against(self, actor: Actor) -> bool:
        """Tell whether a party that holds ground is of another side than the speaker's."""
        if self.voice.side is not None and actor.side is not None:
            return self.voice.side != actor.side
        if self.voice.kind in STATE_VOICES:
            return actor.camp == OPPOSITION and self._speaks_for(self.home)
        return actor.camp == GOVERNMENT and self._is_opposition

    def _speaks_for(self, country: Country | None) -> bool:
        """Tell whether the voice speaks for a land: its own, else that of the case; "Western states" are of no one land."""
        institution = self.voice.institution
        if plain(self.voice.name).partition(" ")[0] in read_toml("source_roles")["capitals"]["words"]:
            return False
        if institution is None or country is None:
            return country is None or country == self.home
        return institution.startswith(country.adjective)

    @property
    def _is_opposition(self) -> bool:
        """Whether the voice is of the opposition: a known group only if the table of groups says so."""
        return camp_of_group(self.voice.name) in {None, OPPOSITION}


def is_wrongdoing(claim: Claim, targets: tuple[Actor, ...]) -> bool:
    """Tell whether a claim is of violence against civilians.

    Who kills fighters, takes them prisoner or arrests them does no wrong by that; where nobody is named whom such a
    deed befell, only who admits it owns up to one ("said it had arrested nine" does not).
    """
    if claim.frame in OPEN_DEEDS:
        return any(actor.camp == CIVILIANS for actor in targets) if targets else claim.is_admitted
    if claim.kind is ClaimKind.VIOLENCE_AGAINST_CIVILIANS:
        return True
    return claim.kind in STRIKES and any(actor.camp == CIVILIANS for actor in targets)
