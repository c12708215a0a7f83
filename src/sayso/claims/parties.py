"""Who acts in a claim, with whom, on whom?"""

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.claims.aims import find_owners_of_aim
from sayso.claims.antecedents import CIVILIANS, Antecedents, mention_speaker, party_words
from sayso.claims.blame import find_claimer
from sayso.claims.roles import VERBAL, Roles
from sayso.claims.scenes import Scene, words
from sayso.claims.sightings import Sighting
from sayso.model.kinds import ClaimKind, Stance, VoiceKind
from sayso.model.mentions import ActorMention

BACKING, UNDERGONE, BEREAVED = words("backing"), party_words("undergone"), party_words("bereaved")
PASSIVE, CARRYING = words("passive"), words("carrying")
FIGHTING = frozenset({VoiceKind.MILITARY, VoiceKind.ARMED_GROUP, VoiceKind.GOVERNMENT})
BESIDE_TARGET = ("against", "with", "from")
# What persons who bear no arms do; other deeds are done to them, also where they are the subject ("families fled"),
# but for harm that they do to somebody or something.
CIVIL = frozenset(
    {
        ClaimKind.PROTEST,
        ClaimKind.DIPLOMACY,
        ClaimKind.POLITICS,
        ClaimKind.AGREEMENT,
    }
)
HARM = frozenset({ClaimKind.DESTRUCTION, ClaimKind.VIOLENCE_AGAINST_CIVILIANS, ClaimKind.CLASH})


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """The party that acts, those beside it, and the party or persons acted on."""

    agent: ActorMention | None = None
    co_agents: tuple[ActorMention, ...] = ()
    target: ActorMention | None = None


class Casting:
    """Finds the parties of the claims of one document."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.antecedents = Antecedents(scene)

    def find(self, sighting: Sighting, kind: ClaimKind) -> Parties:
        """Return the parties of a sighting, from the roles its row names.

        Of "clashes between A and B" one side acts and the other is met, the one in arms for a government
        first. Who only backs the agent ("backed by") acts beside it. Civilians do no deed of war.
        """
        roles = Roles(self.scene, sighting.token, sighting.clause)
        between = self._actors(roles.fill("between"))
        if len(between) >= 2:
            return self._both(between)
        doers = self._agents(sighting, roles)
        agents = tuple(a for a in doers if a.camp != CIVILIANS or self._does(sighting, roles, kind))
        targets = self._first(roles, (*sighting.frame.target, *BESIDE_TARGET))
        targets = tuple(t for t in targets if t not in agents) or tuple(a for a in doers if a not in agents)
        targets = self._bereaved(sighting) or targets
        if not targets:
            owners = find_owners_of_aim(self.scene, self.antecedents, sighting, roles, kind)
            targets = tuple(owner for owner in owners if owner not in agents)
        agents = (*agents, *(a for a in self._backers(agents) if a not in agents))
        return Parties(
            agent=agents[0] if agents else None, co_agents=agents[1:], target=targets[0] if targets else None
        )

    def _does(self, sighting: Sighting, roles: Roles, kind: ClaimKind) -> bool:
        """Tell whether persons without arms do a deed: what such persons do, or what they do to something."""
        is_done_to = kind in HARM and roles.is_verb and not self.scene.tree.is_passive(sighting.clause)
        return kind in CIVIL or (is_done_to and "subject" not in sighting.frame.target and bool(roles.fill("object")))

    def _bereaved(self, sighting: Sighting) -> tuple[ActorMention, ...]:
        """Return the party whose dead, wounded or losses a report counts: "its dead", "the Front's losses", "we lost 7 men"."""
        lost = None if sighting.count is None else sighting.count.anchor
        if lost is not None:
            loser = Roles(self.scene, lost, lost).fill("agent")
            return tuple(actor for actor in self._actors(loser) if actor.camp != CIVILIANS)
        places = range(*sighting.count.run) if sighting.count else (sighting.token,)
        for token in places:
            if self.scene.lemma(token) in BEREAVED:
                owners = self.scene.tree.children(token, "nmod:poss", "compound", "amod")
                found = tuple(actor for actor in self._actors(list(owners)) if actor.camp != CIVILIANS)
                if found:
                    return found
        return ()

    def _both(self, between: tuple[ActorMention, ...]) -> Parties:
        first, second, *others = sorted(between, key=lambda actor: actor.camp == "opposition")
        beside = tuple(backer for backer in self._backers(between) if backer not in between)
        return Parties(agent=first, target=second, co_agents=(*others, *beside))

    def _agents(self, sighting: Sighting, roles: Roles) -> tuple[ActorMention, ...]:
        if sighting.frame.is_act and sighting.frame.agent and sighting.token in self.scene.cue_at:
            return self._of_act(sighting, roles)
        idle = self._bystander(sighting, roles)
        found = self._carrier(sighting, roles)
        found = found or tuple(actor for actor in self._first(roles, sighting.frame.agent) if actor.token != idle)
        found = found or self._of_light_verb(sighting, roles) or self._of_bid(sighting, roles)
        found = found or self._misread(sighting)
        return found or self._of_own_words(sighting, roles) or self._by(sighting)

    def _carrier(self, sighting: Sighting, roles: Roles) -> tuple[ActorMention, ...]:
        """Return who goes on with a deed of his own ("the rebels took the hills, tightening their siege")."""
        tree, verb = self.scene.tree, self.scene.parse.heads[sighting.token]
        is_own = any(self.scene.parse.universal[c] == "PRON" for c in tree.children(sighting.token, "nmod:poss"))
        if roles.is_verb or not is_own or not tree.is_relation(sighting.token, "obj"):
            return ()
        subject = tree.subject(verb) if self.scene.lemma(verb) in CARRYING else None
        return self._actors([subject]) if subject is not None else ()

    def _by(self, sighting: Sighting) -> tuple[ActorMention, ...]:
        """Return the doer after "by", which also tells who did what a row only counts ("50 were executed by rebels")."""
        above = self.scene.parse.heads[sighting.token]
        found = (self.scene.tree.passive_agent(token) for token in (sighting.token, sighting.clause, above))
        by = next((token for token in found if token is not None), None)
        return self._actors([by]) if by is not None and not sighting.frame.agent else ()

    def _bystander(self, sighting: Sighting, roles: Roles) -> int | None:
        """Return the subject that only tells of or suffers a deed that is the object ("residents reported raids")."""
        clause = sighting.clause
        is_idle = clause in self.scene.cue_at or self.scene.lemma(clause) in UNDERGONE
        if roles.is_verb or clause == sighting.token or not is_idle:
            return None
        return self.scene.tree.subject(clause)

    def _of_act(self, sighting: Sighting, roles: Roles) -> tuple[ActorMention, ...]:
        """Return who does what saying itself does: the speaker, but of a deed with which others are charged these."""
        if sighting.frame.kind is ClaimKind.VIOLENCE_AGAINST_CIVILIANS:
            claimer = find_claimer(self.scene, sighting.token)
            return self._first(roles, ("on", "object")) or self._actors([] if claimer is None else [claimer])
        return self._first(roles, sighting.frame.agent) or (mention_speaker(self.scene, sighting.token, "we"),)

    def _of_light_verb(self, sighting: Sighting, roles: Roles) -> tuple[ActorMention, ...]:
        """Return the subject of the verb that an event noun hangs on ("launched its raid"), if it does the deed."""
        clause, tree = sighting.clause, self.scene.tree
        if roles.is_verb or "agent" not in sighting.frame.agent:
            return ()
        if clause == sighting.token and tree.child(clause, "cop") is None:
            is_below = tree.is_relation(clause, "obj") or (
                tree.is_relation(clause, "obl") and tree.case(clause) == "as"
            )
            clause = self.scene.parse.heads[clause] if is_below else clause
        if clause in self.scene.cue_at or self.scene.lemma(clause) in UNDERGONE or tree.is_passive(clause):
            return ()
        if clause != sighting.token and self.scene.parse.universal[clause] not in VERBAL:
            return ()
        subject = tree.subject(clause) if clause != sighting.token else tree.child(clause, "nsubj")
        return self._actors([subject]) if subject is not None else ()

    def _of_bid(self, sighting: Sighting, roles: Roles) -> tuple[ActorMention, ...]:
        """Return whose attempt a deed is: "the rebels' efforts to take the hill", "forced rebels to give up *their* bid to hold it"."""
        tree, noun = self.scene.tree, self.scene.parse.heads[sighting.clause]
        is_bid = roles.is_verb and self.scene.parse.tags[sighting.clause] == "VB" and not sighting.frame.loses
        owner = tree.child(noun, "nmod:poss") if is_bid and tree.is_relation(sighting.clause, "acl") else None
        if owner is None or "agent" not in sighting.frame.agent:
            return ()
        found = self._actors([owner])
        if found or self.scene.parse.universal[owner] != "PRON":
            return found
        verb = self.scene.parse.heads[noun]
        while tree.is_relation(verb, "conj") and tree.child(verb, "nsubj") is None:
            verb = self.scene.parse.heads[verb]
        above = self.scene.parse.heads[verb]
        made_to = tree.child(above, "obj") if tree.is_relation(verb, "xcomp", "advcl") else None
        doer = tree.subject(verb) if made_to is None else made_to
        return self._actors([doer]) if doer is not None else ()

    def _of_own_words(self, sighting: Sighting, roles: Roles) -> tuple[ActorMention, ...]:
        """Return the speaker where he tells of his own deed without naming who did it.

        "The Movement claims to have taken the fort"; a capture that somebody who fights announces is his own side's.
        """
        number = self.scene.item_of(sighting.token)
        item = None if number is None else self.scene.layers.attributions.items[number]
        if item is None or not item.chain or "agent" not in sighting.frame.agent:
            return ()
        source = item.chain[-1]
        words_of_source = self.scene.tokens(source.span) if source.span else ()
        is_own = roles.is_verb and any(token in words_of_source for token in roles.fill("subject"))
        is_won = not roles.is_verb and sighting.frame.kind is ClaimKind.CONTROL_CHANGE and not sighting.frame.loses
        if is_own or (is_won and source.kind in FIGHTING and item.stance is Stance.ASSERTS):
            return (mention_speaker(self.scene, sighting.token, "we"),)
        return ()

    def _misread(self, sighting: Sighting) -> tuple[ActorMention, ...]:
        """Return a doer whom the parse took for something else.

        In a headline the noun before a verb looks like one word with it ("army retakes town"); the subject of a
        verb after "has" may be taken for that of a passive.
        """
        tree, token = self.scene.tree, sighting.token
        if self.scene.parse.universal[token] not in VERBAL:
            return ()
        before = [c for c in tree.children(token, "compound") if c == token - 1]
        is_perfect = any(self.scene.lemma(c) == "have" for c in tree.children(token, "aux"))
        is_passive = any(self.scene.lemma(c) in PASSIVE for c in tree.children(token, "aux"))
        if is_perfect and not is_passive and not before:
            before = [c for c in tree.children(token) if self.scene.parse.relations[c] == "nsubj:pass"]
        return self._actors(before)

    def _first(self, roles: Roles, names: Iterable[str]) -> tuple[ActorMention, ...]:
        for name in names:
            found = self._actors(roles.fill(name))
            if found:
                return found
        return ()

    def _actors(self, tokens: list[int]) -> tuple[ActorMention, ...]:
        if not tokens:
            return ()
        with_joined = [t for token in tokens for t in (token, *self.scene.tree.children(token, "conj"))]
        found = (actor for token in dict.fromkeys(with_joined) for actor in self.antecedents.find(token))
        return tuple(dict.fromkeys(found))

    def _backers(self, agents: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
        found: list[ActorMention] = []
        for agent in agents:
            above = self.scene.parse.heads[agent.token]
            spots = (agent.token, above) if self.scene.tree.case(agent.token) == "of" else (agent.token,)
            for child in (c for spot in spots for c in self.scene.tree.children(spot, "acl", "amod")):
                if self.scene.lemma(child) in BACKING:
                    found.extend(self._actors(list(self.scene.tree.children(child, "obl"))))
        return tuple(found)
