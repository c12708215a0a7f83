"""Who acts in a claim, with whom, on whom?"""

from dataclasses import dataclass

from sayso.claims.roles import Roles
from sayso.claims.scenes import Scene, words
from sayso.claims.sightings import Sighting
from sayso.model.mentions import ActorMention

BACKING = words("backing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """The party that acts, those beside it, and the party or persons acted on."""

    agent: ActorMention | None = None
    co_agents: tuple[ActorMention, ...] = ()
    target: ActorMention | None = None


def find_parties(scene: Scene, sighting: Sighting) -> Parties:
    """Return the parties of a sighting, from the roles its row names.

    "Clashes between A and B" have A act and B be met. Who only backs the agent ("backed by") acts beside it.
    """
    roles = Roles(scene, sighting.token, sighting.clause)
    between = _actors(scene, roles.fill("between"))
    if len(between) >= 2:
        return Parties(agent=between[0], target=between[1], co_agents=between[2:])
    agents = _first(scene, roles, sighting.frame.agent)
    targets = _first(scene, roles, (*sighting.frame.target, "against", "with", "from"))
    targets = tuple(t for t in targets if t not in agents)
    backers = tuple(a for a in _backers(scene, agents) if a not in agents)
    return Parties(
        agent=agents[0] if agents else None,
        co_agents=(*agents[1:], *backers),
        target=targets[0] if targets else None,
    )


def _first(scene: Scene, roles: Roles, names: tuple[str, ...]) -> tuple[ActorMention, ...]:
    for name in names:
        found = _actors(scene, roles.fill(name))
        if found:
            return found
    return ()


def _actors(scene: Scene, tokens: list[int]) -> tuple[ActorMention, ...]:
    found = []
    for token in tokens:
        actor = scene.actor_at.get(token)
        if actor is not None and actor not in found:
            found.append(actor)
    return tuple(found)


def _backers(scene: Scene, agents: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    found: list[ActorMention] = []
    for agent in agents:
        for child in scene.tree.children(agent.token, "acl", "amod"):
            if scene.lemma(child) in BACKING:
                found.extend(_actors(scene, list(scene.tree.children(child, "obl"))))
    return tuple(found)
