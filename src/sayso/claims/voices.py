"""On whose word does a claim stand? The chain of its predicate, and whether it is only taken for granted."""

from dataclasses import dataclass

from sayso.claims.modes import is_conditional
from sayso.claims.roles import is_definite
from sayso.claims.scenes import Scene, words
from sayso.claims.sightings import Sighting
from sayso.model.attributions import Attribution
from sayso.model.kinds import Basis, Stance
from sayso.model.spans import hull

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
    anchor = sighting.token if sighting.count is None else sighting.count.anchor
    number = scene.item_of(sighting.token if anchor is None else anchor)
    item = None if number is None else items[number]
    if is_conditional(scene, sighting.clause):
        return Voice(item=item, basis=Basis.CONDITIONAL, is_quoted=quoted)
    if not is_presupposed(scene, sighting) or any(tells(scene, sighting, item) for tells in _TELLING):
        return Voice(item=item, basis=Basis.STATED, is_quoted=quoted)
    return Voice(item=item if quoted else None, basis=Basis.PRESUPPOSED, is_quoted=quoted)


def is_presupposed(scene: Scene, sighting: Sighting) -> bool:
    """Tell whether the words take their report for granted instead of making it."""
    if sighting.is_adjective or sighting.frame.presupposes:
        return True
    if sighting.is_nominal:
        return is_definite(scene, sighting.token)
    clause = _first_conjunct(scene, sighting.clause)
    relation = scene.parse.relations[clause]
    if relation == "acl:relcl":
        return scene.tree.child(clause, "mark") is None
    marks = scene.tree.children(clause, "mark", "case", "advmod")
    return relation.startswith("advcl") and any(scene.lemma(c) in PRESUPPOSING for c in marks)


def _is_sourced_harm(scene: Scene, sighting: Sighting, item: Attribution | None) -> bool:
    """Tell whether a clause gives a number of dead or hurt for which a source is named with "according to".

    "The raid, in which 12 died according to medics": nobody takes a number for granted that he gives a
    source for.
    """
    if item is None or item.cue is None or not sighting.frame.by_means or sighting.is_adjective:
        return False
    is_according = item.cue.read(scene.layers.document.text).casefold().startswith("according")
    return is_according and any(t in scene.figure_at for t in scene.tree.subtree(sighting.clause))


def _first_conjunct(scene: Scene, clause: int) -> int:
    """Return the verb that a verb without a subject of its own is joined to: "that killed nine and injured 200"."""
    while scene.tree.is_relation(clause, "conj") and scene.tree.child(clause, "nsubj", "csubj") is None:
        clause = scene.parse.heads[clause]
    return clause


def _is_all_that_is_said(scene: Scene, sighting: Sighting, item: Attribution | None) -> bool:
    """Tell whether a noun phrase is the whole of what somebody says ("announced the capture of the town")."""
    if item is None or not sighting.is_nominal:
        return False
    phrase = scene.tree.span(scene.tree.subtree(sighting.token))
    if sighting.count is not None:
        phrase = hull((phrase, scene.parse.span(*sighting.count.run)))
    return any(phrase.shares(span) >= 0.7 * span.length for span in item.content)


def _heads_what_is_said(scene: Scene, sighting: Sighting, item: Attribution | None) -> bool:
    """Tell whether the verb heads the clause that somebody says, though the parse hangs it on a noun.

    Its clause opens what is said, and no relative pronoun does ("told *our teams* that the men had fled").
    """
    if item is None or sighting.is_nominal or sighting.is_adjective:
        return False
    clause = _first_conjunct(scene, sighting.clause)
    opens = min(t for t in scene.tree.subtree(clause) if not _is_that(scene, t, clause))
    start, end = scene.parse.starts[opens], scene.parse.ends[clause]
    return any(span.start <= start <= span.start + 1 and end <= span.end for span in item.content)


def _is_that(scene: Scene, token: int, clause: int) -> bool:
    """Tell whether a word is the "that" before a clause."""
    return scene.lemma(token) == "that" and scene.parse.heads[token] == clause and token < clause


_TELLING = (_is_all_that_is_said, _is_sourced_harm, _heads_what_is_said)
