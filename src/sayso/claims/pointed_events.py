"""Which event do "that attack" and "blamed it on rebels" mean, right after one of another year was told?"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.claims.drafts import Draft
from sayso.claims.place_rules import OWN
from sayso.claims.scenes import Scene
from sayso.claims.standpoints import INCIDENTS
from sayso.model.derivations import name_rule
from sayso.model.mentions import Timex, Toponym

POINTED = name_rule(
    "claims.that_event_time",
    "The words point to the event of another year that the sentence before told of: it is of the time of that.",
)
POINTING = frozenset({"that", "those"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointed:
    """An event of another year with the sentence that last spoke of it."""

    timex: Timex
    toponyms: tuple[Toponym, ...]
    sentence: int


class PointedEvents:
    """Keeps the event of another year that a text told last, for as long as each next sentence points to it."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._last: Pointed | None = None

    def find(self, draft: Draft) -> Pointed | None:
        """Return the event that a claim points to, None where it points to none of another year."""
        last, number = self._last, self.scene.tree.sentence(draft.sighting.token)
        if last is None or draft.kind not in INCIDENTS or number - last.sentence != 1:
            return None
        return last if self._points(draft) else None

    def keep(self, draft: Draft, pointed: Pointed | None) -> None:
        """Take in a claim that is not told of another year: it points to what was told, or leads away from it."""
        number = self.scene.tree.sentence(draft.sighting.token)
        if pointed is not None:
            self._last = replace(pointed, sentence=number)
        elif draft.kind in INCIDENTS:
            self._last = None

    def take(self, draft: Draft, timex: Timex, toponyms: Sequence[Toponym], rule: str) -> None:
        """Take in a claim of another year; only an event whose place its own words give can be pointed to."""
        number = self.scene.tree.sentence(draft.sighting.token)
        is_event = draft.kind in INCIDENTS and rule == OWN
        self._last = Pointed(timex=timex, toponyms=tuple(toponyms), sentence=number) if is_event else None

    def _points(self, draft: Draft) -> bool:
        """Tell whether the words say "that attack", or lay "it" to somebody."""
        tree = self.scene.tree
        if draft.sighting.frame.is_act:
            things = tree.children(draft.sighting.clause, "obj", "nsubj:pass")
            if any(self.scene.lemma(t) == "it" for t in things):
                return True
        acts = (t for t in range(*draft.run) if "act" in self.scene.classes(t))
        return any(self.scene.lemma(c) in POINTING for t in acts for c in tree.children(t, "det"))
