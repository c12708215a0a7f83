"""Which words carry a claim? The smallest run of text with the predicate and its arguments."""

from collections.abc import Iterable, Sequence

from sayso.claims.kinds import find_deeds
from sayso.claims.outside_subjects import find_controller, find_stranded_subject
from sayso.claims.roles import VERBAL
from sayso.claims.scenes import Scene, words
from sayso.claims.sightings import Sighting
from sayso.model.kinds import ClaimKind
from sayso.model.mentions import Figure
from sayso.model.spans import Span
from sayso.text.trees import is_left_aside

APART = ("parataxis", "discourse", "vocative", "dep", "list", "ccomp", "appos")
LEADING = ("mark", "cc", "advmod", "discourse", "obl", "punct", "advcl", "nmod")
CIRCUMSTANCES = words("circumstances")
JOINING = words("joining")
# Before the event by which or to which something is done.
DOING = frozenset({"by", "to"})
# Before what a row may ask for, though it looks like a circumstance.
COMPLETING = frozenset({"as", "under"})
EDGE = frozenset({"SCONJ", "CCONJ", "PART", "PUNCT"})
WIDEST_GAP = 9
LONGEST_ANTECEDENT = 6
NEAREST_NOUN = 3


def goes_with(scene: Scene, harming: frozenset[int], verb: int, other: int) -> bool:
    """Tell whether two coordinated verbs make one claim: both tell harm, or they share their object."""
    if verb in harming and other in harming:
        return True
    if scene.parse.heads[other] != verb or not scene.tree.is_relation(other, "conj"):
        return False
    shares = scene.tree.child(verb, "obj") is None and scene.tree.child(other, "obj") is not None
    return shares and abs(other - verb) <= 3 and scene.tree.child(other, "nsubj") is None


class Cutter:
    """Cuts the words of claims out of their sentences.

    `sightings` are those of all claims; what belongs to another one is cut.
    """

    def __init__(self, scene: Scene, sightings: Sequence[Sighting]) -> None:
        self.scene = scene
        self.tree = scene.tree
        self.frames = {t: s.frame.kind for s in sightings for t in (s.clause, s.token)}
        self.harming = frozenset(s.token for s in sightings if s.frame.by_means)

    def cut(self, sighting: Sighting, head: int, *, without_subject: bool = False) -> tuple[int, int]:
        """Return the run of tokens `[first, last)` that carries a claim whose clause is headed by `head`.

        Left out are clauses that are claims of their own, what introduces the clause, words of saying and
        everything said by somebody else than the predicate.
        """
        if sighting.count is not None:
            return self._within_voice(sighting.count.run, min(sighting.count.figures))
        if sighting.is_adjective:
            run = self._cut_phrase(self.scene.parse.heads[sighting.token], sighting)
        elif is_left_aside(self.tree, sighting.token):
            run = self._trim(*self.tree.run(sighting.token))
        elif sighting.is_nominal and head == sighting.token:
            run = self._cut_phrase(sighting.token, sighting)
        else:
            kept = self._keep(head, {head, sighting.token}, sighting)
            if without_subject:
                kept = {t for t in kept if t >= min(head, sighting.token)}
            run = self._bound(kept, head)
        is_deed = sighting.frame.by_means or sighting.frame.hold or sighting.frame.kind is ClaimKind.POLITICS
        is_own_cue = is_deed and sighting.token in self.scene.cue_at
        return run if without_subject or is_own_cue else self._within_voice(run, sighting.token)

    def _within_voice(self, run: tuple[int, int], token: int) -> tuple[int, int]:
        """Cut a run where somebody else begins to speak: a claim never straddles two chains.

        A word of saying inside what is said ("were reportedly killed") parts nothing.
        """
        voice = self.scene.item_of(token)
        first, last = token, token + 1
        while first > run[0] and self._speaks(first - 1, voice):
            first -= 1
        while last < run[1] and self._speaks(last, voice):
            last += 1
        while first < token and first in self.scene.cue_at:
            first += 1
        while last - 1 > token and last - 1 in self.scene.cue_at:
            last -= 1
        return self._trim(first, last)

    def _speaks(self, token: int, voice: int | None) -> bool:
        """Tell whether a token is said by a voice, or is one of the words that say so."""
        return self.scene.item_of(token) == voice or (voice is not None and self.scene.cue_at.get(token) == voice)

    def _trim(self, first: int, last: int) -> tuple[int, int]:
        """Drop punctuation at both ends of a run."""
        universal = self.scene.parse.universal
        while last - first > 1 and universal[last - 1] in {"PUNCT", "CCONJ", "SCONJ"}:
            last -= 1
        while last - first > 1 and universal[first] == "PUNCT":
            first += 1
        return self._with_bracket(first, last), last

    def _with_bracket(self, first: int, last: int) -> int:
        """Reach back to the bracket that a run closes without having opened it: "other (rebel) districts"."""
        words = self.scene.parse.words
        closed = next((t for t in range(first, last) if words[t] in {"(", ")"}), None)
        if closed is None or words[closed] == "(":
            return first
        opened = (t for t in range(first - 1, max(-1, first - WIDEST_GAP), -1) if words[t] == "(")
        return next(opened, first)

    def _keep(self, token: int, path: set[int], sighting: Sighting) -> set[int]:
        kept = {token}
        for child in self.tree.children(token):
            if child not in path and self._is_apart(child, token, path, sighting):
                continue
            kept |= self._keep(child, path, sighting)
        return kept

    def _is_apart(self, child: int, parent: int, path: set[int], sighting: Sighting) -> bool:
        tree = self.tree
        if tree.is_relation(child, *APART) or self._is_other_voice(child, min(path)):
            return True
        if parent in self.harming and tree.is_relation(child, "xcomp") and self.scene.parse.tags[child] == "VBG":
            return True
        if tree.is_relation(child, "advcl", "acl", "conj"):
            return not self._belongs(child, parent, path)
        if tree.is_relation(child, "obl", "nmod") and parent in path and self._is_circumstance(child, sighting):
            return True
        return parent in path and child < parent and tree.is_relation(child, "mark", "cc")

    def _belongs(self, child: int, parent: int, path: set[int]) -> bool:
        """Tell whether a clause below a word is part of its claim: a purpose, or more of the same."""
        if self.tree.is_relation(child, "conj"):
            return self._goes_with(child, parent, path)
        is_same = self.frames.get(child) is self.frames.get(parent) is not None
        # "An attack that killed 58": the attack is told, and then its dead.
        if self.tree.is_relation(child, "acl") and is_same and (child in self.harming) <= (parent in self.harming):
            return True
        if self.scene.parse.relations[child] == "acl:relcl":
            return False
        if self.tree.is_relation(child, "acl") and child in self.harming and not path.isdisjoint(self.harming):
            return True
        if self.tree.is_relation(child, "acl"):
            return not self._reports(child) or self._is_purpose(child)
        is_harm = parent in self.harming and (child in self.harming or child in find_deeds(self.scene, parent))
        return child > parent and (is_harm or self._is_purpose(child))

    def _reports(self, clause: int) -> bool:
        """Tell whether a clause holds a predicate of another claim."""
        return any(token in self.frames for token in self.tree.subtree(clause))

    def _goes_with(self, child: int, parent: int, path: set[int]) -> bool:
        """Tell whether a coordinated word belongs to the same claim: a further argument, or the same harm or deed."""
        if parent in path and self.scene.parse.universal[child] in VERBAL:
            return goes_with(self.scene, self.harming, parent, child)
        # "Nine were killed and 23 are missing": what has a subject of its own says something of its own.
        return child not in self.frames and self.tree.child(child, "nsubj") is None

    def _is_circumstance(self, child: int, sighting: Sighting) -> bool:
        """Tell whether a phrase only sets the scene ("after months of fighting", "since Monday")."""
        case = self.tree.case(child)
        if case in DOING and self.frames.get(child) is sighting.frame.kind:
            return False  # "Hit by artillery fire" is one shelling.
        if case in COMPLETING and any(one.role == case for need in sighting.frame.needs for one in need):
            return False  # "Came *under fire*", "used *as porters*".
        if case in CIRCUMSTANCES:
            return True
        is_own = sighting.frame.by_means or sighting.frame.is_act
        return child in self.frames and not is_own and child > sighting.token

    def _is_other_voice(self, child: int, head: int) -> bool:
        # "Kills at least 58 Observatory": the number is what is told, though the parse hangs it on the source.
        if child not in self.scene.cue_at or head in self.scene.cue_at:
            return False
        return self.scene.parse.universal[child] != "PUNCT" and self.tree.child(child, "nummod") is None

    def _is_purpose(self, token: int) -> bool:
        return any(self.scene.parse.tags[c] == "TO" for c in self.tree.children(token, "mark"))

    def _cut_phrase(self, noun: int, sighting: Sighting) -> tuple[int, int]:
        """Return a noun phrase: what stands before the noun, and its phrases up to a clause of another claim."""
        kept = self._keep(noun, {noun, sighting.token}, sighting)
        kept = {t for t in kept if not (t < noun and self._is_before(t, noun))}
        return self._run(kept, noun)

    def _is_before(self, token: int, noun: int) -> bool:
        return self.scene.parse.heads[token] == noun and self.tree.is_relation(
            token, "case", "cc", "mark", "cop", "nsubj", "aux"
        )

    def _bound(self, kept: set[int], head: int) -> tuple[int, int]:
        subject = next((c for c in self.tree.children(head, "nsubj", "csubj") if c in kept), None)
        kept = self._drop_leading(kept, head, subject)
        kept |= self._antecedent(head, subject)
        for outside in (find_stranded_subject(self.scene, head), find_controller(self.scene, head)):
            if outside is not None:
                kept |= {t for t in self.tree.subtree(outside) if t < head}
        return self._run(kept, head)

    def _drop_leading(self, kept: set[int], head: int, subject: int | None) -> set[int]:
        """Drop what stands before the subject, or before the verb when there is none: "Meanwhile", "On Monday"."""
        subject_words = set(self.tree.subtree(subject)) if subject is not None else set()
        first = min(subject_words & kept, default=None) if subject_words else None
        if first is not None and first < head:
            return {t for t in kept if t >= first}
        left = [c for c in self.tree.children(head) if c < head and self.tree.is_relation(c, *LEADING)]
        apart = {
            t for c in left if not self.tree.is_relation(c, "advmod") or c + 4 < head for t in self.tree.subtree(c)
        }
        return kept - apart

    def _antecedent(self, head: int, subject: int | None) -> set[int]:
        """Return the words of a short noun that a clause says something of: "the town held by rebels"."""
        if subject is None and self._is_participle_of_noun(head):
            noun, ends = self.scene.parse.heads[head], min(self.tree.subtree(head))
        elif subject is not None and self.tree.antecedent(subject) != subject:
            noun, ends = self.tree.antecedent(subject), subject
        else:
            return set()
        if noun in self.frames or noun > head:
            return set()
        phrase = [t for t in self.tree.subtree(noun) if t < ends]
        return set(phrase) if phrase and ends - min(phrase) <= LONGEST_ANTECEDENT else set()

    def _is_participle_of_noun(self, head: int) -> bool:
        """Tell whether a participle says something of the noun before it, with no "of" or "to" between."""
        is_bare = self.tree.child(head, "mark", "case") is None
        return is_bare and self.tree.is_relation(head, "acl") and self.scene.parse.universal[head] in VERBAL

    def _run(self, kept: set[int], head: int) -> tuple[int, int]:
        """Return first and last kept word around the head, not reaching over long stretches left out."""
        words = sorted(t for t in kept if self._is_run_word(t, head)) or [head]
        first = last = head if head in words else min(words, key=lambda t: abs(t - head))
        for token in reversed([t for t in words if t < first]):
            if first - token > WIDEST_GAP:
                break
            first = token
        for token in [t for t in words if t > last]:
            if token - last > WIDEST_GAP:
                break
            last = token
        first = self._skip_leading(first, head)
        return self._with_hedge(first), last + 1

    def _is_run_word(self, token: int, head: int) -> bool:
        """Tell whether a word may be quoted with its predicate: nothing behind the semicolon that ends its clause."""
        if self.scene.parse.universal[token] == "PUNCT":
            return False
        return self.scene.is_quoted(head) or ";" not in self.scene.parse.words[head:token]

    def _with_hedge(self, first: int) -> int:
        """Reach back over the hedge of a figure that opens a claim: "fewer than 1,000 people"."""
        near: Iterable[Figure | None] = (
            self.scene.figure_at.get(token) for token in range(first, min(first + NEAREST_NOUN, len(self.scene.parse)))
        )
        figure = next((figure for figure in near if figure is not None), None)
        if figure is None or self.scene.tokens(figure.span)[-1] + 1 < first:
            return first
        return min(first, self.scene.tokens(figure.span)[0])

    def _skip_leading(self, first: int, head: int) -> int:
        """Drop joining words that a parse hung inside the clause ("after", "as", "to"), and the rest of a day ("on 14 April")."""
        while first < head and self._is_joining(first):
            first += 1
        return self._behind_day(first)

    def _behind_day(self, first: int) -> int:
        """Return the token behind a day whose number a parse counts something with ("on 14 April gunmen came")."""
        if first not in self.scene.date_tokens or not self.tree.is_relation(first, "nummod"):
            return first
        times = (self.scene.tokens(t.span) for t in self.scene.layers.mentions.timexes if t.event is None)
        day = next(run for run in times if first in run)
        return day[-1] + 1 if self.scene.parse.heads[first] > day[-1] else first

    def _is_joining(self, token: int) -> bool:
        universal = self.scene.parse.universal[token]
        if universal in EDGE or self.scene.lemma(token) in JOINING | CIRCUMSTANCES:
            return True
        return universal == "ADV" and self.scene.lemma(token + 1) in CIRCUMSTANCES

    def span(self, run: tuple[int, int]) -> Span:
        """Return the text span of a run of tokens."""
        return self.scene.parse.span(*run)
