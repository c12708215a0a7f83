"""Which party does a word mean here: its own, the one it stands for, or that of the speaker?"""

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from sayso.claims.scenes import Scene, read_fallback, words
from sayso.lexicons import read_toml
from sayso.model.mentions import ActorMention, Referent

SIDES = frozenset({"government", "opposition"})
SPEAKER, CIVILIANS, STATE = "speaker", "civilians", "government"
PARTITIVE = words("partitive")
NOUN, OF_BODIES = "attribution.noun", frozenset({"it", "they"})


def party_words(key: str) -> frozenset[str]:
    """Return one list of words of `actors.toml`."""
    return frozenset(read_toml("actors")["words"][key])


OF_SPEAKER, OWNED_BY, RULERS = party_words("of_speaker"), party_words("owned_by"), party_words("rulers")
EMBLEMS = party_words("emblems")


class Antecedents:
    """The parties of one document by the words that mean them."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._asked: list[Referent] = []

    def find(self, token: int) -> tuple[ActorMention, ...]:
        """Return the parties that a word means, in reading order; none when it means no party.

        "Some of the rebels" and "planes of the air force" are the party after "of"; "it" and "the group" the
        party they stand for; "its units" and "his men" those of whoever owns them. What belongs to the speaker, or
        is "we", has the camp "speaker".
        """
        actor = self.scene.actor_at.get(token) or self._last_part(token)
        if actor is None:
            return self._by_reference(token) or self._inside(token) or self._by_owner(token)
        return (*self._sharers(actor), self._owned(actor) or actor)

    def _last_part(self, token: int) -> ActorMention | None:
        """Return the party at the end of a name that the parse hung on its first word ("pro-Assad troops")."""
        parts = [c for c in self.scene.tree.children(token, "flat") if c > token]
        return self.scene.actor_at.get(parts[-1]) if parts else None

    def _inside(self, token: int) -> tuple[ActorMention, ...]:
        """Return the party that a number or a partitive word is taken from ("one of his officers", "most of them")."""
        is_part = self.scene.lemma(token) in PARTITIVE or self.scene.parse.universal[token] in {"NUM", "DET", "PRON"}
        inner = self.scene.tree.oblique(token, "of", "among") if is_part else None
        return self.find(inner) if inner is not None and inner > token else ()

    def _by_owner(self, token: int) -> tuple[ActorMention, ...]:
        """Return the party whose flag or nameless troops a noun means ("our columns", "the militia's flag", "rebel flags")."""
        if self.scene.lemma(token) not in EMBLEMS:
            return ()
        owners = self.scene.tree.children(token, "nmod:poss", "det", "amod", "compound")
        return next((found for owner in owners if (found := self._named_or_meant(owner))), ())

    def _named_or_meant(self, owner: int) -> tuple[ActorMention, ...]:
        actor = self.scene.actor_at.get(owner)
        return (actor,) if actor is not None else self._by_reference(owner)

    def _sharers(self, actor: ActorMention) -> Iterator[ActorMention]:
        """Yield the parties before the noun that share it ("Assad and Hezbollah forces")."""
        for child in self.scene.tree.children(actor.token, "compound", "amod", "nmod"):
            joined = self.scene.tree.children(child, "conj")
            if child < actor.token and joined:
                found = (self.scene.actor_at.get(token) for token in (child, *joined))
                yield from (o for o in found if o is not None and o.token != actor.token and self._is_party(o))

    def _is_party(self, actor: ActorMention) -> bool:
        """Tell whether a word is a party and not the first half of a name ("the Defence and Security Forces")."""
        return self._tells(actor) and (actor.camp is not None or (actor.name or "").casefold() not in read_fallback())

    def _owned(self, actor: ActorMention) -> ActorMention | None:
        """Return the party under the name of the one it belongs to, None where its own words tell whose it is."""
        if actor.name and (found := self._in_full(actor)) is not None:
            return found
        if actor.name or actor.people or actor.labelled or (actor.camp == CIVILIANS and actor.head not in OWNED_BY):
            return None
        return self._of_owner(actor) or self._of_possessor(actor) or self._of_referent(actor)

    def _in_full(self, actor: ActorMention) -> ActorMention | None:
        """Return a party that is called by a few words of its name ("the Front") under its full one."""
        found = self._of(self._referent_at.get(actor.token), actor.token)
        is_longer = found is not None and found.name and f" {actor.name} " in f" {found.name} "
        return found if is_longer else None

    def _of_owner(self, actor: ActorMention) -> ActorMention | None:
        tree = self.scene.tree
        # The parse may hang "from their group" beside "fighters" instead of on it.
        near = [
            c
            for c in tree.children(self.scene.parse.heads[actor.token], "obl")
            if tree.subtree(c)[0] == actor.token + 1
        ]
        for child in (*tree.children(actor.token, "nmod", "obl"), *near):
            if tree.case(child) in {"of", "from"} and child > actor.token:
                owner = self.scene.actor_at.get(child)
                if owner is not None and owner.camp != CIVILIANS and (owner.name or actor.camp is None):
                    return owner
        return None

    def _of_possessor(self, actor: ActorMention) -> ActorMention | None:
        """Return the party as that of a pronoun before it; a government's own troops stay what they are."""
        for child in self.scene.tree.children(actor.token, "nmod:poss", "det"):
            if self.scene.parse.universal[child] == "PRON" or self.scene.lemma(child) in OF_SPEAKER:
                owner = next(iter(self._by_reference(child)), None) or self._only_side_before(child)
                return replace(owner, span=actor.span, token=actor.token) if owner else None
            if (owner := self.scene.actor_at.get(child)) is not None and self._tells(owner):
                return replace(owner, span=actor.span, token=actor.token)
        return None

    def _only_side_before(self, pronoun: int) -> ActorMention | None:
        """Return the only side of the war named before a pronoun in its sentence: "hold *the regime* to account for what his men did"."""
        first, last = self.scene.parse.sentences[self.scene.tree.sentence(pronoun)]
        root = next((t for t in range(first, last) if self.scene.parse.heads[t] == t), first)
        met = {actor.token: actor for t in range(first, pronoun) if (actor := self.scene.actor_at.get(t)) is not None}
        # Whoever calls for it is not the one who did it.
        sides = [
            actor for actor in met.values() if actor.camp in SIDES and actor.token != self.scene.tree.subject(root)
        ]
        is_relative = any(self.scene.tree.is_relation(t, "acl:relcl") for t in self.scene.tree.ancestors(pronoun))
        return sides[0] if len(sides) == 1 and is_relative else None

    def _of_referent(self, actor: ActorMention) -> ActorMention | None:
        """Return the party that a description without a camp goes back to ("the group")."""
        if actor.camp is not None:
            return None
        found = self._of(self._referent_at.get(actor.token), actor.token)
        return found if found is not None and found.name else None

    def _by_reference(self, token: int) -> tuple[ActorMention, ...]:
        """Return the party that a pronoun or a description stands for, the speaker where it is his own word."""
        number = self.scene.item_of(token)
        word = self.scene.parse.words[token].casefold()
        if word in OF_SPEAKER:
            return (mention_speaker(self.scene, token),) if number is not None else ()
        referent = self._referent_at.get(token)
        found = self._of(referent, token)
        is_speaker = number is not None and self._speaks(referent, number)
        if found is None and referent is None and number is not None and word in OF_BODIES:
            return self._of_claimer(token, number)
        if found is None:
            return (mention_speaker(self.scene, token),) if is_speaker else ()
        return (replace(found, camp=SPEAKER),) if is_speaker and found.name else (found,)

    def _of_claimer(self, token: int, number: int) -> tuple[ActorMention, ...]:
        """Return the party whose word a noun tells, for the "it" or "they" that opens it: "the *army's* claim that *it* had taken"."""
        item = self.scene.layers.attributions.items[number]
        owner = item.chain[-1].span if item.chain and item.rule == NOUN else None
        verb = self.scene.parse.heads[token]
        noun = self.scene.parse.heads[verb]
        is_told = item.cue is not None and noun in self.scene.tokens(item.cue)
        if owner is None or not is_told or not self.scene.tree.is_relation(token, "nsubj"):
            return ()
        found = self._named_in(self.scene.tokens(owner))
        return () if found is None else (found,)

    def _speaks(self, referent: Referent | None, number: int) -> bool:
        """Tell whether a referent is the source of the words it stands in."""
        chain = self.scene.layers.attributions.items[number].chain
        if referent is None or not chain:
            return False
        source = chain[-1].span
        runs = (self.scene.parse.span(first, last) for first, last in referent.mentions)
        return chain[-1].name == referent.name or (source is not None and any(source.shares(run) for run in runs))

    def _of(self, referent: Referent | None, token: int) -> ActorMention | None:
        """Return the party that a referent is: the one its first words name, or the body a person speaks for."""
        if referent is None or referent in self._asked:
            return None
        self._asked.append(referent)
        runs = (range(first, last) for first, last in referent.mentions if not first <= token < last)
        read = self._body_of if referent.kind == "person" else self._named_in
        found = next((actor for run in runs if (actor := read(run)) is not None), None)
        self._asked.pop()
        return found

    def _named_in(self, run: range) -> ActorMention | None:
        actor_at = self.scene.actor_at
        actors = [actor_at[t] for t in run if t in actor_at and actor_at[t].token == t]
        named = [actor for actor in actors if self._tells(actor)]
        return named[-1] if named else next((own for a in actors if (own := self._of_possessor(a)) is not None), None)

    def _body_of(self, run: range) -> ActorMention | None:
        """Return the party in whose name somebody speaks or leads ("a spokesman for the Front", "its commander")."""
        if any(self.scene.lemma(token) in RULERS for token in run):
            return ActorMention(span=self.scene.parse.span(run[0], run[-1] + 1), token=run[0], head="army", camp=STATE)
        heads = [t for t in run if self.scene.parse.universal[t] in {"NOUN", "PROPN"}]
        for child in (c for head in heads for c in self.scene.tree.children(head, "nmod", "nmod:poss", "compound")):
            actor = self.scene.actor_at.get(child)
            if actor is not None and self._tells(actor):
                return actor
            found = self._of(self._referent_at.get(child), child)
            if found is not None:
                return found
        return None

    @staticmethod
    def _tells(actor: ActorMention) -> bool:
        return actor.camp not in {None, CIVILIANS} or bool(actor.name or actor.people)

    @cached_property
    def _referent_at(self) -> dict[int, Referent]:
        """The referent that the head of each of its mentions means."""
        found: dict[int, Referent] = {}
        heads = self.scene.parse.heads
        for referent in self.scene.layers.referents:
            for first, last in referent.mentions:
                outer = [t for t in range(first, last) if not first <= heads[t] < last or heads[t] == t]
                found |= dict.fromkeys(outer or [last - 1], referent)
        return found


def mention_speaker(scene: Scene, token: int, head: str | None = None) -> ActorMention:
    """Return the speaker as a party: at the word for him, or at that of his own deed, where `head` is what he would say."""
    parse = scene.parse
    return ActorMention(span=parse.span(token, token + 1), token=token, head=head or parse.words[token], camp=SPEAKER)
