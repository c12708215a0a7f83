"""Who does what to whom? The words that fill a role of a predicate."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import ClassVar

from sayso.claims.blame import find_blame, find_claimer
from sayso.claims.outside_subjects import find_controller, find_helped_subject, find_stranded_subject
from sayso.claims.scenes import Scene, words
from sayso.text.trees import NOMINAL, is_left_aside

OWNER_RELATIONS = ("nmod:poss", "compound", "amod", "nmod:desc", "nmod:unmarked", "flat", "det")
HEDGES = frozenset({"about", "around", "over", "under"})
LIGHT = words("light")
VERBAL = frozenset({"VERB", "AUX"})
TAKING, KEEPING, TRANSITIVE = words("taking_particles"), words("keeping_objects"), words("done_to_people")
INVOLVING, INVOLVING_WORDS = frozenset({"involve", "use"}), ("involving", "using")
PLACING, UPON, SEEMING = words("placing"), words("upon"), words("seeming")

NOTHING, BUT = frozenset({"nothing"}), frozenset({"but", "except", "save"})


class Roles:
    """The arguments of one predicate; `noun` is its event noun when the predicate is one.

    What it was not ("flour, *not rockets*") is no argument; where that is asked for, as `aside`, it stands for those it is set against.
    """

    def __init__(
        self, scene: Scene, token: int, clause: int, *, is_verb: bool | None = None, aside: int | None = None
    ) -> None:
        self.scene = scene
        self.tree = scene.tree
        self.token = token
        self.clause = clause
        self._aside = aside
        self._filled: dict[str, list[int]] = {}
        looks_verbal = scene.parse.universal[token] in VERBAL or scene.parse.tags[token].startswith("VB")
        self.is_verb = looks_verbal and scene.parse.universal[token] != "NOUN" if is_verb is None else is_verb

    def fill(self, role: str) -> list[int]:
        """Return the tokens that fill a role, in reading order.

        Roles: subject, object, agent (who acts: subject, "by", or the owner of a noun), owner (possessor or
        modifier of a noun), user (who uses it), involved (what it involves), compound, poss, self (the word itself), any preposition ("at"), and
        "gap" never fills.
        """
        if role not in self._filled:
            self._filled[role] = self._fill(role)
        return self._filled[role]

    def _fill(self, role: str) -> list[int]:
        find = self._NAMED.get(role)
        found = self._with_conjuncts(self._prepositional(role) if find is None else find(self))
        if self._aside in found:
            return [t for t in found if t == self._aside]
        return [t for t in found if not is_left_aside(self.tree, t)]

    def _user(self) -> list[int]:
        """Return who uses a thing: "*it was the army who* used men as shields", "*the army's* use of men as shields"."""
        use = next((t for t in self.tree.ancestors(self.token) if self.scene.lemma(t) == "use"), None)
        if use is None:
            return []
        if self.scene.parse.universal[use] == "NOUN":
            return list(self.tree.children(use, "nmod:poss"))
        subject = self.tree.subject(use)
        return [] if subject is None else [subject]

    def _involved(self) -> list[int]:
        """Return what an event is said to involve: "attacks *involving chlorine*"."""
        doing = [c for c in self.tree.children(self.token, "acl") if self.scene.lemma(c) in INVOLVING]
        found = [t for verb in doing for t in self.tree.children(verb, "obj")]
        return [*found, *(t for word in INVOLVING_WORDS for t in self._prepositional(word))]

    def _itself(self) -> list[int]:
        return [self.token]

    def _possessors(self) -> list[int]:
        return list(self.tree.children(self.token, "nmod:poss"))

    def _compounds(self) -> list[int]:
        return list(self.tree.children(self.token, "compound", "amod", "nmod:desc"))

    def _with_conjuncts(self, tokens: list[int]) -> list[int]:
        found = list(tokens)
        for token in tokens:
            found.extend(c for c in self.tree.children(token, "conj") if self.scene.parse.universal[c] in NOMINAL)
        return found

    def _subject(self) -> list[int]:
        if self.is_adjective():
            return []
        if self._is_passive:
            return self._passive_subject()
        if not self.is_verb and self.clause == self.token:
            # "The lines appear to be intact" says it of the lines.
            above = self.scene.lemma(self.scene.parse.heads[self.token])
            is_open = self.tree.is_relation(self.token, "xcomp") and above in SEEMING
            own = self.tree.subject(self.token) if is_open else self.tree.child(self.token, "nsubj")
            return [own] if own is not None else []
        subject = find_helped_subject(self.scene, self.clause) or find_controller(self.scene, self.clause)
        if subject is None:
            subject = self.tree.subject(self.clause)
        if subject is None:
            subject = find_stranded_subject(self.scene, self.clause)
        if subject is None and self.is_verb and self.scene.parse.universal[self.token] not in VERBAL:
            subject = next((c for c in self.tree.children(self.token, "compound") if c < self.token), None)
        return [] if subject is None or subject == self.token else [subject]

    @cached_property
    def _is_passive(self) -> bool:
        return self.scene.parse.universal[self.clause] in VERBAL | {"ADJ"} and (
            self._has_passive_form() or self.is_adjective() or self._is_bare_participle()
        )

    def _has_passive_form(self) -> bool:
        """Tell whether the verb is passive; a participle after "had" with an object of its own is not."""
        is_marked = any(
            self.scene.parse.relations[c] in {"aux:pass", "nsubj:pass"} for c in self.tree.children(self.clause)
        )
        return is_marked or (self.tree.is_passive(self.clause) and self.tree.child(self.clause, "aux", "obj") is None)

    def _is_bare_participle(self) -> bool:
        """Tell whether a participle without auxiliary or object is passive: "were feared killed", "raped and beaten"."""
        tree, token = self.tree, self.clause
        tag = self.scene.parse.tags[token]
        if tag not in {"VBN", "VBD"} or tree.child(token, "aux", "obj") is not None:
            return False
        joined = tree.is_relation(token, "conj") and tree.is_passive(self.scene.parse.heads[token])
        if tag == "VBD":  # "Was stopped and beheaded": a model may read it as what he did.
            return joined and self.scene.lemma(token) in TRANSITIVE and tree.child(token, "nsubj") is None
        return joined or tree.is_relation(token, "xcomp", "advcl")

    def is_adjective(self) -> bool:
        """Tell whether the predicate is a participle that qualifies a noun ("the besieged city")."""
        return self.is_verb and self.tree.is_relation(self.token, "amod") and self.scene.parse.tags[self.token] == "VBN"

    def _passive_subject(self) -> list[int]:
        if self.is_adjective():
            return [self.scene.parse.heads[self.token]]
        subject = self.tree.subject(self.clause)
        if subject is None:
            subject = find_stranded_subject(self.scene, self.clause)
        if subject is None:
            return []
        # "An adult and a child were killed": the parse may hang both on the verb.
        others = [c for c in self.tree.children(self.clause, "nsubj") if c > subject]
        joined = [c for c in others if any(self.tree.is_relation(t, "cc") for t in range(subject + 1, c))]
        return [subject, *joined] if subject in self.tree.children(self.clause) else [subject]

    def _object(self) -> list[int]:
        if not self.is_verb:
            return self._prepositional("of")
        if self._is_passive:
            kept = [] if self.is_adjective() else list(self.tree.children(self.token, "obj"))
            return [*self._passive_subject(), *(kept or self._kept_object())]  # "People were given *cash*."
        own = [self._but_for(self.tree.antecedent(c)) for c in self.tree.children(self.token, "obj", "iobj")]
        found = own or self._behind_particle() or self._object_of_state() or self._bare_number() or self._hedged_share()
        return found or self._gapped_object() or self._shared_object()

    def _but_for(self, token: int) -> int:
        """Return what alone is meant: "nothing but *a customs post*"; else the word itself."""
        if self.scene.lemma(token) not in NOTHING:
            return token
        but = (c for c in self.tree.children(token, "nmod", "conj") if self.tree.case(c) in BUT)
        return next(but, token)

    def _kept_object(self) -> list[int]:
        """Return the object that a passive verb of giving or denying keeps: "they were denied *insulin*"."""
        kept = self.tree.children(self.clause, "obj", "xcomp") if self.scene.lemma(self.clause) in KEEPING else ()
        return [c for c in kept if c > self.clause and self.scene.parse.universal[c] == "NOUN"]

    def _behind_particle(self) -> list[int]:
        """Return what a verb with a particle takes, where the parse has it as a phrase: "beat off *the assault*"."""
        behind = self.token + 1
        for child in self.tree.children(self.token, "obl"):
            opens = child > behind and behind in self.tree.children(child, "case")
            if opens and f"{self.scene.lemma(self.token)} {self.scene.lemma(behind)}" in TAKING:
                return [child]
        return []

    def _object_of_state(self) -> list[int]:
        """Return what stands behind a verb and the state it brings about ("shot dead a trader")."""
        states = [c for c in self.tree.children(self.token, "xcomp") if self.scene.parse.universal[c] == "ADJ"]
        return [t for state in states for t in self.tree.children(state, "obj") if t > self.token]

    def _bare_number(self) -> list[int]:
        """Return a number without a noun right behind a verb, which parsers take for a measure ("wounded 300")."""
        spots = self.tree.children(self.token, "obl:unmarked", "advmod", "nummod")
        found = [c for c in spots if c > self.token and c in self.scene.figure_at and c not in self.scene.time_tokens]
        return found or [c for c in self.tree.children(self.token, "obl") if self._is_hedged_number(c)]

    def _hedged_share(self) -> list[int]:
        """Return a counted noun whose preposition only hedges its number: "controls *about 70 percent* of the city"."""
        figures = self.scene.figure_at
        for child in self.tree.children(self.token, "obl"):
            marks = list(self.tree.children(child, "case"))
            is_counted = child in figures or any(c in figures for c in self.tree.children(child))
            is_hedge = marks == [self.token + 1] and self.scene.lemma(self.token + 1) in HEDGES
            if is_counted and is_hedge and child not in self.scene.time_tokens:
                return [child]
        return []

    def _is_hedged_number(self, token: int) -> bool:
        """Tell whether a phrase is a bare number whose preposition is its hedge: "wounded over 50"."""
        figure = self.scene.figure_at.get(token)
        if figure is None or figure.token != token or figure.counted is not None or token < self.token:
            return False
        return all(c in self.scene.tokens(figure.span) for c in self.tree.children(token, "case"))

    def _gapped_object(self) -> list[int]:
        """Return the noun that a relative clause without object speaks of ("the town they took", "a town they say they hold")."""
        clause = self.token
        if self.tree.is_relation(clause, "ccomp") and self.scene.parse.heads[clause] in self.scene.cue_at:
            clause = self.scene.parse.heads[clause]
        if self.scene.parse.relations[clause] != "acl:relcl":
            return []
        head = self.scene.parse.heads[clause]
        subject = self.tree.subject(self.token)
        return [head] if subject is not None and subject != head else []

    def _shared_object(self) -> list[int]:
        """Return the object of the verb coordinated with this one ("hit and destroyed the cars")."""
        for other in self.tree.children(self.token, "conj"):
            near = other - self.token <= 3 and self.tree.child(other, "nsubj") is None
            if near and self.scene.parse.universal[other] == "VERB":
                return list(self.tree.children(other, "obj"))
        if self.tree.is_relation(self.token, "conj"):
            head = self.scene.parse.heads[self.token]
            if self.token - head <= 3:
                return list(self.tree.children(head, "obj"))
        return []

    def _agent(self) -> list[int]:
        if not self.is_verb:
            blame = find_blame(self.scene, self.token)
            doer = find_claimer(self.scene, self.token) if blame is None else blame[1]
            if doer is not None:
                return [doer]
            by = self.tree.passive_agent(self.token)
            by = self._doer_hung_above() if by is None else by
            found = [by] if by is not None else self._owners()
            return found or (self._subject() if self.clause != self.token else [])
        if self._is_passive:
            by = self.tree.passive_agent(self.clause)
            by = self._doer_hung_below() if by is None else by
            return [by] if by is not None else self._hyphenated()
        return self._subject()

    def _doer_hung_above(self) -> int | None:
        """Return the doer of a deed whose "by" the parse hung on the verb before it: "condemned the killing by rebels"."""
        verb = self.scene.parse.heads[self.token]
        if not self.tree.is_relation(self.token, "obj") or self.tree.is_passive(verb):
            return None
        by = self.tree.passive_agent(verb)
        return by if by is not None and by > self.token else None

    def _doer_hung_below(self) -> int | None:
        """Return the party behind "by" that the parse hung on a noun of the passive clause: "dropped on the town by jets"."""
        phrases = self.tree.children(self.clause, "obl")
        below = (t for phrase in phrases for t in self.tree.subtree(phrase) if t > self.clause)
        return next((t for t in below if t in self.scene.actor_at and self.tree.case(t) == "by"), None)

    def _hyphenated(self) -> list[int]:
        """Return the noun joined to a participle by a hyphen ("rebel-held")."""
        before = self.token - 1
        if before > 0 and self.scene.parse.words[before] in {"-", "‑", "–"}:
            return [before - 1]
        return []

    def _owners(self) -> list[int]:
        found = [c for c in self.tree.children(self.token, *OWNER_RELATIONS) if self._could_own(c)]
        by = self.tree.passive_agent(self.token)
        return found + ([by] if by is not None else [])

    def _could_own(self, token: int) -> bool:
        return bool(self.scene.classes(token)) or token in self.scene.actor_at

    def _prepositional(self, preposition: str) -> list[int]:
        """Return the nouns after a preposition: of the predicate, of its light verb and of its object.

        Parsers attach a phrase now to the verb, now to the noun before it; either way it belongs here.
        """
        found = self._where() if preposition in PLACING else []
        if self._is_said_of_subject(preposition):
            found.append(self.clause)
        found += self._phrases.get(preposition, ())
        if preposition == "with":
            # "A ship *with food* has docked".
            found += (c for c in self._phrases_of_subject() if preposition in self._openings(c))
        if preposition in UPON:
            found += (c for c in self._phrases_behind() if preposition in self._openings(c))
        return list(dict.fromkeys(found))

    @cached_property
    def _phrases(self) -> dict[str, list[int]]:
        """The phrases that hang on the predicate or on what belongs to it, by their preposition."""
        holders = [self.token, self.clause, *self.tree.children(self.token, "obj", "nsubj:pass", "xcomp", "advmod")]
        # "There were shells on the roof".
        if self.tree.child(self.clause, "expl") is not None:
            holders += self.tree.children(self.clause, "nsubj")
        if self.clause != self.token:
            holders += self.tree.children(self.clause, "obj")
        found: dict[str, list[int]] = {}
        for holder in dict.fromkeys(holders):
            for child in self.tree.children(holder, "obl", "nmod", "advmod", "acl"):
                for opening in self._openings(child):
                    found.setdefault(opening, []).append(child)
        return found

    def _phrases_of_subject(self) -> Iterator[int]:
        return (c for s in self.tree.children(self.clause, "nsubj") for c in self.tree.children(s, "nmod", "acl"))

    def _openings(self, phrase: int) -> set[str]:
        """Return the prepositions that a phrase stands after: the whole opening, and the word that ends it ("out of", "of")."""
        case = self.tree.case(phrase)
        return set() if case is None else {case, case.split()[-1]}

    def _phrases_behind(self) -> list[int]:
        """Return the phrases right behind an event noun that the parse hung on the verb of saying before it.

        In "pictures show the flag on the town hall" the hall is where the flag is, not where they show it.
        """
        verb = self.scene.parse.heads[self.token]
        if self.is_verb or self.clause != self.token or not self.tree.is_relation(self.token, "obj"):
            return []
        if verb not in self.scene.cue_at:
            return []
        return [c for c in self.tree.children(verb, "obl") if min(self.tree.subtree(c)) == self.token + 1]

    def _where(self) -> list[int]:
        """Return the place that a clause with "where" speaks of."""
        if not self.tree.is_relation(self.clause, "acl"):
            return []
        opens = any(self.scene.lemma(c) == "where" for c in self.tree.children(self.clause, "advmod", "obl", "mark"))
        return [self.scene.parse.heads[self.clause]] if opens else []

    def _is_said_of_subject(self, preposition: str) -> bool:
        """Tell whether the clause is a phrase said with "be": "were in every street"."""
        return self.tree.is_relation(self.token, "cop") and self.tree.case(self.clause) == preposition

    def _said(self) -> list[int]:
        """Return what is said with "be": the head of the clause that a copula belongs to."""
        return [self.clause] if self.tree.is_relation(self.token, "cop") else []

    def _figures(self) -> list[int]:
        spots = [
            *self._subject(),
            *self._object(),
            *self.tree.children(self.token),
            *self._prepositional("of"),
        ]
        at = self.scene.figure_at
        return [t for t in spots if t in at or any(c in at for c in self.tree.children(t))]

    def is_within(self, light: str) -> bool:
        """Tell whether an event noun stands in a clause of its own: under a light verb, or under any verb."""
        if light == "light":
            return self.clause != self.token
        return self.scene.parse.universal[self.scene.parse.heads[self.token]] in VERBAL

    _NAMED: ClassVar[Mapping[str, Callable[["Roles"], list[int]]]] = {
        "subject": _subject,
        "object": _object,
        "agent": _agent,
        "owner": _owners,
        "poss": _possessors,
        "compound": _compounds,
        "figure": _figures,
        "said": _said,
        "self": _itself,
        "user": _user,
        "involved": _involved,
    }
