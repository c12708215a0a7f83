"""Against whom is a deed of war, where nobody is its object? Whoever owns or holds the thing that it strikes or takes."""

from collections.abc import Iterable, Iterator

from sayso.claims.antecedents import CIVILIANS, Antecedents
from sayso.claims.roles import OWNER_RELATIONS, Roles
from sayso.claims.scenes import Scene
from sayso.claims.sightings import Sighting
from sayso.model.kinds import ClaimKind
from sayso.model.mentions import ActorMention

# Where the thing aimed at stands, beside what the row of the verb names.
AIMED = ("object", "on", "at", "against")
AGAINST_OWNERS = frozenset(
    {
        ClaimKind.CONTROL_CHANGE,
        ClaimKind.ADVANCE,
        ClaimKind.CLASH,
        ClaimKind.SHELLING,
        ClaimKind.AIR_STRIKE,
        ClaimKind.EXPLOSION,
        ClaimKind.DESTRUCTION,
    }
)


def find_owners_of_aim(
    scene: Scene, antecedents: Antecedents, sighting: Sighting, roles: Roles, kind: ClaimKind
) -> tuple[ActorMention, ...]:
    """Return the parties whose ground or thing a deed of war is aimed at ("the rebel-held quarter", "an army base").

    Of what is taken, also the party that it is taken from, however deep the parse hung it.
    """
    if kind not in AGAINST_OWNERS or sighting.frame.loses:
        return ()
    things = [token for role in (*sighting.frame.target, *AIMED) for token in roles.fill(role)]
    found = [actor for token in dict.fromkeys(things) for actor in _owners(scene, antecedents, token)]
    if kind is ClaimKind.CONTROL_CHANGE:
        found = [*_lost_by(scene, antecedents, things), *found]
    return tuple(dict.fromkeys(actor for actor in found if actor.camp != CIVILIANS))


def _owners(scene: Scene, antecedents: Antecedents, thing: int) -> Iterator[ActorMention]:
    tree = scene.tree
    for child in tree.children(thing, *OWNER_RELATIONS):
        is_holding = scene.parse.universal[child] == "VERB"
        holders = Roles(scene, child, child).fill("agent") if is_holding else [child]
        yield from (actor for holder in holders for actor in antecedents.find(holder))
    for child in tree.children(thing, "nmod"):
        if tree.case(child) == "of":
            yield from antecedents.find(child)


def _lost_by(scene: Scene, antecedents: Antecedents, things: Iterable[int]) -> Iterator[ActorMention]:
    for token in (inner for thing in things for inner in scene.tree.subtree(thing)):
        if scene.tree.case(token) == "from":
            yield from antecedents.find(token)
