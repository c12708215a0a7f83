"""Which event type of ACLED does a claim report?"""

from dataclasses import dataclass
from functools import cache

from sayso.claims.drafts import Draft
from sayso.claims.parties import Parties
from sayso.claims.scenes import Scene
from sayso.lexicons import read_toml
from sayso.model.kinds import NOT_CORE
from sayso.model.mentions import ActorMention

CIVILIANS, OPPOSITION = "civilians", "opposition"
STATES = frozenset({"government", "foreign"})
HELD = frozenset({"Attack", "Abduction/forced disappearance"})


def find_sub_event(scene: Scene, draft: Draft, parties: Parties) -> str | None:
    """Return the sub-event type of a claim, None for one that reports no event of ACLED's.

    The first rule of `acled.toml` that holds decides, then the claim's row, then its kind. Ground that changes hands
    is regained by a government or overtaken by others. What is done to people in arms in somebody's power has none.
    """
    if draft.kind in NOT_CORE:
        return None
    own = _words(scene, draft.run)
    rules = read_rules(draft.kind.value)
    found = next((rule.type for rule in rules if _holds(rule, scene, draft, own)), None) or _own(draft, parties)
    return None if found in HELD and _is_armed(parties.target) else found


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule that bends the type of a row; see the head of `acled.toml`. An empty set asks for nothing."""

    type: str
    frames: frozenset[str]
    words: frozenset[str]
    beside: frozenset[str]
    unless: frozenset[str]


@cache
def read_rules(kind: str) -> tuple[Rule, ...]:
    """Return the rules that bend the type of a row for a kind of claim, in their order."""
    return tuple(
        Rule(
            type=row["type"],
            frames=frozenset(row.get("frames", ())),
            words=frozenset(row.get("words", ())),
            beside=frozenset(row.get("beside", ())),
            unless=frozenset(row.get("unless", ())),
        )
        for row in read_toml("acled")["rule"]
        if kind in row.get("kinds", (kind,))
    )


def _own(draft: Draft, parties: Parties) -> str | None:
    """Return the type of the claim's row, or of its kind where that is not the row's own."""
    frame = draft.sighting.frame
    by_kind: str | None = read_toml("acled")["kinds"].get(draft.kind.value)
    if frame.by_means or frame.by_attack or draft.kind is not frame.kind or not frame.acled:
        return by_kind
    return frame.acled[0] if _is_of_state(parties) else frame.acled[-1]


def _is_of_state(parties: Parties) -> bool:
    """Tell whether a state's forces took the ground: they are named, or only those are who lost it to them."""
    if parties.agent is None:
        return parties.target is not None and parties.target.camp == OPPOSITION
    return parties.agent.camp in STATES


def _holds(rule: Rule, scene: Scene, draft: Draft, own: frozenset[str]) -> bool:
    if rule.frames and draft.sighting.frame.name not in rule.frames:
        return False
    if (rule.words and own.isdisjoint(rule.words)) or not own.isdisjoint(rule.unless):
        return False
    sentence = scene.parse.sentences[scene.tree.sentence(draft.sighting.token)]
    return not rule.beside or not _words(scene, sentence).isdisjoint(rule.beside)


def _words(scene: Scene, run: tuple[int, int]) -> frozenset[str]:
    return frozenset(form for token in range(*run) for form in scene.forms(token))


def _is_armed(target: ActorMention | None) -> bool:
    return target is not None and target.camp is not None and target.camp != CIVILIANS
