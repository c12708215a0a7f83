"""Which place is only where something was fired from? "Rockets fired from Rahna" came down elsewhere."""

from collections.abc import Iterator, Mapping

from sayso.claims.scenes import Scene, words
from sayso.claims.settings import BORDERS
from sayso.claims.sightings import Sighting
from sayso.model.kinds import ClaimKind
from sayso.model.mentions import Toponym

_FROM = frozenset({"from", "out of"})
_OVER = frozenset({"across", "over"})
_STOPPED = "intercept_weapon_in_flight"
_OWN_GROUND = words("own_ground")


def tells_of_fire(sighting: Sighting, kind: ClaimKind) -> bool:
    """Tell whether a claim is of what flies from one place to another: fired, or stopped in flight."""
    return kind is ClaimKind.SHELLING or sighting.frame.name == _STOPPED


def find_firing_grounds(
    scene: Scene, sighting: Sighting, run: tuple[int, int], referred: Mapping[int, Toponym]
) -> frozenset[str]:
    """Return the names of the places from which the words of a claim say that it was fired, by name or as "the town"."""
    found = {token: scene.toponym_at.get(token) or referred.get(token) for token in _sentence(scene, sighting)}
    return frozenset(
        place.name
        for token, place in found.items()
        if place is not None and scene.tree.case(token) in _FROM and _hangs_on(scene, token, sighting, run)
    )


def lands_abroad(scene: Scene, sighting: Sighting) -> bool:
    """Tell whether it is fired over a border, or into somebody's own ground: "across the border", "into its territory"."""
    return any(_is_over_border(scene, t) or _is_own_ground(scene, t) for t in _goals(scene, sighting))


def find_own_ground(scene: Scene, sighting: Sighting) -> Toponym | None:
    """Return the country whose own ground is hit, where the words name it further up: "Quira said ... into its territory"."""
    owners = [
        owner
        for goal in _goals(scene, sighting)
        if _is_own_ground(scene, goal)
        for owner in scene.tree.children(goal, "nmod:poss")
    ]
    for referent in scene.layers.referents:
        tokens = [t for first, last in referent.mentions for t in range(first, last)]
        if not set(owners).isdisjoint(tokens):
            return next((scene.toponym_at[t] for t in tokens if t in scene.toponym_at), None)
    return None


def _sentence(scene: Scene, sighting: Sighting) -> range:
    return range(*scene.parse.sentences[scene.tree.sentence(sighting.token)])


def _hangs_on(scene: Scene, token: int, sighting: Sighting, run: tuple[int, int]) -> bool:
    head = scene.parse.heads[token]
    return head == sighting.token or head in range(*run) or scene.parse.heads[head] in range(*run)


def _goals(scene: Scene, sighting: Sighting) -> Iterator[int]:
    token, tree = sighting.token, scene.tree
    # Parsers hang "into its territory" of "halt launches into its territory" on the verb.
    behind = (
        tree.children(scene.parse.heads[token], "obl") if sighting.is_nominal and tree.is_relation(token, "obj") else ()
    )
    for goal in (*tree.children(token, "obl", "nmod"), *behind):
        yield goal
        yield from tree.children(goal, "conj", "nmod")


def _is_over_border(scene: Scene, token: int) -> bool:
    return scene.lemma(token) in BORDERS and scene.tree.case(token) in _OVER


def _is_own_ground(scene: Scene, token: int) -> bool:
    owners = scene.tree.children(token, "nmod:poss")
    return scene.lemma(token) in _OWN_GROUND and any(scene.parse.universal[t] == "PRON" for t in owners)
