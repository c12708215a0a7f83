"""On whose word does a claim stand? The chain of its predicate, and whether it is only taken for granted."""

from dataclasses import dataclass

from sayso.claims.definites import is_definite, stands_after
from sayso.claims.modes import is_conditional
from sayso.claims.scenes import Scene, words
from sayso.claims.sightings import Sighting
from sayso.claims.standpoints import INCIDENTS
from sayso.claims.tellings import find_first_conjunct, is_told
from sayso.model.attributions import Attribution
from sayso.model.kinds import Basis, Stance

PRESUPPOSING, RULES, CITING = words("presupposing"), words("rules"), words("citing")
CREDITED = "attribution.credited"
HEARSAY = frozenset({"attribution.passive", "attribution.hearsay"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """The attribution a claim stands in (None: the outlet speaks), its basis, and whether it is quoted."""

    item: Attribution | None
    basis: Basis
    is_quoted: bool = False
    is_own_act: bool = False

    @property
    def stance(self) -> Stance:
        """The stance of the words of saying."""
        return Stance.ASSERTS if self.item is None or self.is_own_act else self.item.stance


def hear(scene: Scene, sighting: Sighting) -> Voice:
    """Return whose claim a sighting is.

    Outside quotation marks what is taken for granted - a definite noun phrase, a relative clause, a clause
    with "after" or "since" - is the outlet's, also inside indirect speech, or the agency's whose paragraph it prints;
    in quotation marks it is the speaker's. An act of saying that is itself diplomacy ("condemned") stands on its speaker.
    """
    items = scene.layers.attributions.items
    quoted = scene.is_quoted(sighting.token)
    if sighting.frame.is_act and sighting.token in scene.cue_at:
        basis = Basis.PRESUPPOSED if _is_of_known_rule(scene, sighting) else Basis.STATED
        return Voice(item=items[scene.cue_at[sighting.token]], basis=basis, is_quoted=quoted, is_own_act=True)
    anchor = sighting.token if sighting.count is None else sighting.count.anchor
    # "An airdrop announced by the state did not take place": who announced it does not say that it did not.
    is_carried = sighting.count is None and scene.tree.child(sighting.clause, "nsubj") == sighting.token
    number = scene.item_of(sighting.clause if is_carried else sighting.token if anchor is None else anchor)
    item = None if number is None else items[number]
    if is_conditional(scene, sighting.clause):
        return Voice(item=item, basis=Basis.CONDITIONAL, is_quoted=quoted)
    if not quoted and item is not None and _is_beside_hearsay(scene, sighting, item):
        return Voice(item=_find_page(scene, number), basis=Basis.PRESUPPOSED)
    if not is_presupposed(scene, sighting) or is_told(scene, sighting, item):
        return Voice(item=item, basis=Basis.STATED, is_quoted=quoted)
    is_his = quoted or _is_in_own_words(scene, number)
    return Voice(item=item if is_his else _find_page(scene, number), basis=Basis.PRESUPPOSED, is_quoted=quoted)


def _is_of_known_rule(scene: Scene, sighting: Sighting) -> bool:
    """Tell whether a clause only says what a known rule of law holds: "quoted a resolution *that condemned* such attacks"."""
    rule = scene.parse.heads[sighting.clause]
    return scene.tree.is_relation(sighting.clause, "acl:relcl") and scene.lemma(rule) in RULES


def _is_in_own_words(scene: Scene, number: int | None) -> bool:
    """Tell whether somebody is quoted though no marks say so: he says "we" ("*We* want an end of this siege, Holt said")."""
    if number is None:
        return False
    content = scene.layers.attributions.items[number].content
    own = (t for span in content for t in scene.tokens(span) if scene.item_of(t) == number)
    return any(scene.tree.is_relation(t, "nsubj") and scene.parse.words[t].casefold() in {"we", "i"} for t in own)


def _find_page(scene: Scene, number: int | None) -> Attribution | None:
    """Return the agency whose paragraph the page prints, which takes for granted what stands there; else None, the outlet."""
    items = scene.layers.attributions.items
    while number is not None and items[number].parent is not None:
        number = items[number].parent
    return items[number] if number is not None and items[number].rule == CREDITED else None


def _is_beside_hearsay(scene: Scene, sighting: Sighting, item: Attribution) -> bool:
    """Tell whether a clause of time or about a noun stands beside what is only "thought" or "reportedly" so.

    "Nine were reportedly killed *when soldiers entered the camp*": that they entered it the report says for itself.
    """
    if item.rule not in HEARSAY or item.stance is not Stance.HEDGES or sighting.is_nominal or item.cue is None:
        return False
    clause = find_first_conjunct(scene, sighting.clause)
    if any(t in scene.tree.subtree(clause) for t in scene.tokens(item.cue)):
        return False
    if scene.parse.relations[clause] == "acl:relcl":
        opens = min(scene.tree.subtree(clause))
        return opens > 0 and "," in {scene.parse.words[opens], scene.parse.words[opens - 1]}
    marks = {scene.lemma(c) for c in scene.tree.children(clause, "mark", "advmod")}
    return scene.tree.is_relation(clause, "advcl") and "when" in marks and scene.parse.heads[clause] < clause


def asks_who(scene: Scene, clause: int) -> bool:
    """Tell whether a clause inside another asks who did something ("nobody knows who shelled it"): it takes that for granted."""
    subject = scene.tree.child(clause, "nsubj")
    is_inside = scene.tree.is_relation(clause, "ccomp", "csubj", "advcl", "parataxis")
    # "Twelve people, who medics said were killed": there the pronoun stands before who says so.
    is_asking = subject is not None and scene.parse.heads[clause] < subject
    return (
        is_inside
        and subject is not None
        and is_asking
        and scene.parse.tags[subject] == "WP"
        and scene.lemma(subject) == "who"
    )


def is_presupposed(scene: Scene, sighting: Sighting) -> bool:
    """Tell whether the words take their report for granted instead of making it."""
    if sighting.is_adjective or sighting.frame.presupposes:
        return True
    if scene.lemma(sighting.token) in RULES and scene.lemma(scene.parse.heads[sighting.token]) in CITING:
        return True
    if sighting.is_nominal:
        # A strike behind "after" is news ("12 died after a strike"), a siege is what the reader knows of.
        is_lasting = sighting.frame.kind not in INCIDENTS
        return is_definite(scene, sighting.token) or (is_lasting and stands_after(scene, sighting.token))
    clause = find_first_conjunct(scene, sighting.clause)
    if scene.parse.relations[clause] == "acl:relcl":
        return scene.tree.child(clause, "mark") is None
    if asks_who(scene, clause):
        return True
    return _sets_scene(scene, clause) or (_goes_with(scene, clause) and _sets_scene(scene, scene.parse.heads[clause]))


def _sets_scene(scene: Scene, clause: int) -> bool:
    """Tell whether a clause only says after or since what something happens; "since *Monday* has passed 40" is a day."""
    marks = scene.tree.children(clause, "mark", "case", "advmod")
    subject = scene.tree.child(clause, "nsubj")
    if subject is not None and subject - 1 in marks and subject in scene.date_tokens:
        return False
    return scene.tree.is_relation(clause, "advcl") and any(scene.lemma(c) in PRESUPPOSING for c in marks)


def _goes_with(scene: Scene, clause: int) -> bool:
    """Tell whether a participle only goes on with the clause before it ("after they entered it, *driving* rebels out")."""
    is_participle = scene.tree.is_relation(clause, "advcl") and scene.parse.tags[clause] == "VBG"
    return is_participle and scene.tree.child(clause, "mark", "nsubj") is None and scene.parse.heads[clause] < clause
