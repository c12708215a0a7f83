"""When is a claim set? The time expression that hangs on its predicate, and the tense of its words."""

from dataclasses import dataclass

from sayso.claims.drafts import Draft
from sayso.claims.modes import Holding, Mode
from sayso.claims.roles import VERBAL
from sayso.claims.scenes import Scene
from sayso.claims.sightings import Sighting
from sayso.model.derivations import name_rule
from sayso.model.kinds import Basis, ClaimKind
from sayso.model.mentions import Timex

OWN = name_rule("claims.own_timex", "The time expression hangs on the words of the claim.")
SHARED = name_rule("claims.shared_timex", "The claim shares the time expression of the clause it is joined to.")
DOCUMENT = name_rule(
    "claims.document_day", "Fresh news or a standing state without a time: on or shortly before the document's day."
)
NO_TIME = name_rule("claims.no_time", "The words put it in the past, or leave it open, without a time.")
STANDING = frozenset(
    {ClaimKind.CONTROL_STATE, ClaimKind.STRENGTH, ClaimKind.SIEGE, ClaimKind.ARMS, ClaimKind.DISPLACEMENT}
)
JOINED = ("conj", "advcl", "xcomp", "acl", "nmod", "obl", "obj", "nsubj")
TIMELESS = frozenset({ClaimKind.FORECAST, ClaimKind.CHARACTERISATION, ClaimKind.BACKGROUND})


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """The time expression of a claim, the rule that chose it or did without, its tense and whether it stands."""

    timex: Timex | None
    rule: str
    tense: str
    is_standing: bool


class Times:
    """Gives the time expressions of one document to the predicates they hang on."""

    def __init__(self, scene: Scene, seen: frozenset[int]) -> None:
        self.scene = scene
        self.seen = seen
        self._of: dict[int, Timex] = {}
        self._said: set[int] = set()
        for timex in scene.layers.mentions.timexes:
            self._of.setdefault(self._governor(timex), timex)

    def _governor(self, timex: Timex) -> int:
        """Return the predicate that a time expression hangs on: the nearest verb or report above it."""
        token = timex.token
        for above in self.scene.tree.ancestors(token):
            if above in self.seen or self.scene.parse.universal[above] in VERBAL:
                return above
            token = above
        return token

    def find(self, draft: Draft) -> Timing:
        """Return the timing of a claim.

        Its own expression first, then that of the clause it is coordinated with. A time on the word of
        saying dates the saying. Without any, states and fresh news are of the document's day; what is only
        taken for granted of the past, and what is expected, has none.
        """
        sighting, holding, kind = draft.sighting, draft.holding, draft.kind
        tense = find_tense(self.scene, sighting, holding)
        stands = kind in STANDING or tense == "present"
        own = self._own(sighting, holding) or self._inside(draft.run)
        if own is not None:
            return Timing(timex=own, rule=OWN, tense=tense, is_standing=stands)
        shared = None if draft.voice.basis is Basis.PRESUPPOSED else self._shared(sighting)
        if shared is not None:
            return Timing(timex=shared, rule=SHARED, tense=tense, is_standing=stands)
        rule = DOCUMENT if self._is_fresh(sighting, kind, draft.voice.basis, tense) else NO_TIME
        return Timing(timex=None, rule=rule, tense=tense, is_standing=stands)

    def _own(self, sighting: Sighting, holding: Holding) -> Timex | None:
        spots = [sighting.token, sighting.clause, holding.head]
        if sighting.is_adjective:
            spots = [sighting.token, self.scene.parse.heads[sighting.token]]
        return next((self._of[t] for t in spots if t in self._of and t not in self.scene.cue_at), None)

    def _inside(self, run: tuple[int, int]) -> Timex | None:
        """Return a time expression among the words of a claim that hangs on no other report or word of saying."""
        inside = range(*run)
        for governor, timex in self._of.items():
            if timex.token in inside and governor not in self.seen and governor not in self.scene.cue_at:
                return timex
        return None

    def _shared(self, sighting: Sighting) -> Timex | None:
        """Return the time of the clause that this one is joined to, or that its event noun stands in."""
        tree, token = self.scene.tree, sighting.clause
        while tree.is_relation(token, *JOINED) and not self._is_apart(token):
            token = self.scene.parse.heads[token]
            if token in self.scene.cue_at:
                return None
            if token in self._of:
                return self._of[token]
        return next((self._of[c] for c in tree.children(sighting.clause, "conj") if c in self._of), None)

    def _is_apart(self, token: int) -> bool:
        """Tell whether a clause has a time of its own to find: a relative clause, or one before its main clause."""
        relation = self.scene.parse.relations[token]
        is_before = relation.startswith("advcl") and token < self.scene.parse.heads[token]
        return relation == "acl:relcl" or is_before or self.scene.tree.child(token, "mark") is not None

    def _is_fresh(self, sighting: Sighting, kind: ClaimKind, basis: Basis, tense: str) -> bool:
        if kind in TIMELESS or tense == "future":
            return False
        if sighting.is_adjective:
            return kind in STANDING
        if basis is Basis.PRESUPPOSED and not sighting.is_nominal:
            return tense == "present"
        return (
            tense != "pluperfect"
            or sighting.clause in self.scene.cue_at
            or self.scene.item_of(sighting.token) is not None
        )


def find_tense(scene: Scene, sighting: Sighting, holding: Holding) -> str:
    """Return past, present or future (pluperfect: "had endured") of the clause a claim stands in."""
    if holding.mode in {Mode.EXPECTED, Mode.INTENDED}:
        return "future"
    head = sighting.clause
    if sighting.is_nominal:
        head = next((t for t in scene.tree.ancestors(head) if scene.parse.universal[t] in VERBAL), head)
    verbs = [head, *scene.tree.children(head, "aux", "cop")]
    tags = {scene.parse.tags[t] for t in verbs}
    lemmas = {scene.parse.words[t].casefold() for t in scene.tree.children(head, "aux")}
    if "had" in lemmas:
        return "pluperfect"
    if tags & {"VBD"} or lemmas & {"has", "have", "was", "were"} or sighting.is_nominal:
        return "past"
    return "present" if tags & {"VBZ", "VBP", "VBG"} else "past"
