"""On whose word does a claim stand? The chain of its predicate, and whether it is only taken for granted."""

from dataclasses import dataclass

from sayso.claims.modes import is_conditional
from sayso.claims.roles import is_definite
from sayso.claims.scenes import Scene, words
from sayso.claims.sightings import Sighting
from sayso.model.attributions import Attribution
from sayso.model.kinds import Basis, Stance

PRESUPPOSING = words("presupposing")


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
    with "after" or "since" - is the outlet's, also inside indirect speech; in quotation marks it is the
    speaker's. An act of saying that is itself diplomacy ("condemned") stands on its speaker.
    """
    items = scene.layers.attributions.items
    quoted = scene.is_quoted(sighting.token)
    if sighting.frame.is_act and sighting.token in scene.cue_at:
        return Voice(item=items[scene.cue_at[sighting.token]], basis=Basis.STATED, is_quoted=quoted, is_own_act=True)
    number = scene.item_of(sighting.token)
    item = None if number is None else items[number]
    if is_conditional(scene, sighting.clause):
        return Voice(item=item, basis=Basis.CONDITIONAL, is_quoted=quoted)
    if not is_presupposed(scene, sighting) or _is_all_that_is_said(scene, sighting, item):
        return Voice(item=item, basis=Basis.STATED, is_quoted=quoted)
    return Voice(item=item if quoted else None, basis=Basis.PRESUPPOSED, is_quoted=quoted)


def is_presupposed(scene: Scene, sighting: Sighting) -> bool:
    """Tell whether the words take their report for granted instead of making it."""
    if sighting.is_adjective or sighting.frame.presupposes:
        return True
    if sighting.is_nominal:
        return is_definite(scene, sighting.token)
    relation = scene.parse.relations[sighting.clause]
    if relation == "acl:relcl":
        return True
    marks = scene.tree.children(sighting.clause, "mark", "case", "advmod")
    return relation.startswith("advcl") and any(scene.lemma(c) in PRESUPPOSING for c in marks)


def _is_all_that_is_said(scene: Scene, sighting: Sighting, item: Attribution | None) -> bool:
    """Tell whether a noun phrase is the whole of what somebody says ("announced the capture of the town")."""
    if item is None or not sighting.is_nominal:
        return False
    phrase = scene.tree.span(scene.tree.subtree(sighting.token))
    return any(phrase.shares(span) >= 0.7 * span.length for span in item.content)
