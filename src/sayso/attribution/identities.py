"""Who is a source within this document? The fullest name, and the kind that any of its mentions tells."""

from dataclasses import dataclass, replace

from sayso.attribution.descriptions import DESCRIBED, KNOWN, NAMED, PRONOUN, Description
from sayso.attribution.kinds import is_role
from sayso.attribution.media_words import is_medium_noun
from sayso.attribution.naming import describe
from sayso.attribution.owners import find_source_phrase
from sayso.attribution.pages import Page, Run
from sayso.attribution.phrases import find_phrase
from sayso.attribution.speaker_phrases import Speaker
from sayso.attribution.words import role_words
from sayso.model.attributions import Source
from sayso.model.derivations import name_rule
from sayso.model.kinds import VoiceKind
from sayso.model.mentions import Referent
from sayso.model.spans import Span

OWN_WORDS = name_rule("attribution.own_words", "The words here name the source.")
REFERRED = name_rule("attribution.referred", "The words here mean somebody whom the text has named elsewhere.")
NOBODY = name_rule("attribution.nobody", "The text says that it is reported, and by nobody.")
UNRESOLVED = name_rule(
    "attribution.unresolved",
    '"He", "she", "it" or "they", and nothing tells who is meant: an unnamed voice of this document alone.',
)
UNATTRIBUTED = Source(name="unattributed reports", kind=VoiceKind.UNKNOWN, rule=NOBODY)
_REFERRING = {
    **dict.fromkeys(("he", "she", "him", "her", "his", "who"), "person"),
    **dict.fromkeys(("they", "them", "their"), "people"),
    **dict.fromkeys(("it", "its", "this", "that", "which"), "source"),
}
# Who speaks for one of these is that before he is a teacher or a father.
_OF_BODIES = frozenset(
    {VoiceKind.ACTIVIST, VoiceKind.NGO, VoiceKind.OPPOSITION, VoiceKind.ARMED_GROUP, VoiceKind.MEDIC}
)
_HERS = frozenset({"his", "her"})
_GENERAL = frozenset({"reference.description", "reference.doer"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What the mentions of one referent say: the best one, all that are no pronouns together, and its descriptions.

    `introduced` is the description that brings somebody in, `described` the first; `general` are the tokens of
    mentions by a word that could mean many ("the broadcaster"). `is_armed` tells that one calls a body a militia or the like.
    """

    best: Description
    merged: Description | None
    introduced: Description | None
    described: Description | None
    general: frozenset[int]
    is_armed: bool = False


class Identities:
    """Names the sources of one document; what a phrase and a referent's mentions say is read once."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._told: dict[int, _Told] = {}
        self._described: dict[tuple[Run, int], Description] = {}

    def name(self, speaker: Speaker) -> Source:
        """Return the source that a speaker is; bare "reports" are nobody's."""
        phrase, span = find_source_phrase(self.page, speaker), self.page.parse.span(*speaker.run)
        if phrase is None or self._is_nobody(phrase.head):
            return Source(name=UNATTRIBUTED.name, kind=UNATTRIBUTED.kind, span=span, rule=NOBODY)
        own = self._describe(phrase.run, phrase.head)
        best = self._refer(phrase.head, own)
        rule = OWN_WORDS if best is own else REFERRED
        best = self._with_owner(phrase.head, best)
        if best.rank == PRONOUN:
            return _name_nobody(best.name, span)
        return Source(name=best.name, kind=best.kind, span=span, people=best.people, role=best.role, rule=rule)

    def _describe(self, run: Run, head: int) -> Description:
        """Return what the words of a phrase tell of somebody, read once."""
        if (run, head) not in self._described:
            self._described[run, head] = describe(self.page, run, head)
        return self._described[run, head]

    def _is_nobody(self, head: int) -> bool:
        """Tell whether it is nobody who says it ("*no party* owned up to the raid")."""
        return any(self.page.word(token) == "no" for token in self.page.tree.children(head, "det"))

    def _with_owner(self, head: int, told: Description) -> Description:
        """Return the description with whose it is: "her lawyer" is the lawyer of whom "her" means.

        A person's office is of his kind, of the state where nothing tells that; his lawyer is an expert.
        """
        owner = self.page.tree.child(head, "nmod:poss")
        if told.rank != DESCRIBED or owner is None or not is_role(self.page, head):
            return told
        referent = self.page.referent_at.get(owner)
        read = self._read(referent) if referent is not None else None
        is_person = self.page.labels.get(owner) == "PERSON" or (referent is not None and referent.kind == "person")
        if is_person and self.page.lemma(head) in role_words("offices", "counsel"):
            told = replace(told, kind=VoiceKind.EXPERT)
        elif (
            is_person and told.kind is VoiceKind.UNKNOWN and self.page.lemma(head) in role_words("offices", "personal")
        ):
            kind = read.merged.kind if read is not None and read.merged is not None else VoiceKind.UNKNOWN
            told = replace(told, kind=VoiceKind.GOVERNMENT if kind is VoiceKind.UNKNOWN else kind)
        is_hers = self.page.word(owner) in _HERS and told.role == self.page.lemma(head)
        if read is None or read.best.rank != NAMED or not is_hers:
            return told
        return replace(told, name=f"{read.best.name}'s {told.name}")

    def name_medium(self, run: Run) -> Source:
        """Return the source that a medium's phrase names."""
        told, span = self._describe(run, run[1] - 1), self.page.parse.span(*run)
        credit = self.page.find_credit(run)
        if credit is not None and told.kind in {VoiceKind.UNKNOWN, VoiceKind.AGENCY}:
            return Source(name=credit, kind=VoiceKind.AGENCY, span=span)
        is_called = told.kind is VoiceKind.UNKNOWN and is_medium_noun(self.page, run[1])
        kind = VoiceKind.OUTLET if is_called else told.kind
        return Source(name=told.name, kind=kind, span=span, people=told.people, role=told.role)

    def _refer(self, head: int, own: Description) -> Description:
        referent = self.page.referent_at.get(head)
        if referent is None:
            return own
        told = self._read(referent)
        best = _choose(told, head, own)
        if told.is_armed and best.kind is VoiceKind.MILITARY and best.rank == NAMED:
            best = replace(best, kind=VoiceKind.ARMED_GROUP)
        if best.name == own.name and best.kind == own.kind:
            return own
        merged = told.merged or own
        everything = (merged, best) if best.kind is VoiceKind.RESIDENT and merged.kind in _OF_BODIES else (best, merged)
        return Description(
            name=best.name,
            kind=next((d.kind for d in everything if d.kind is not VoiceKind.UNKNOWN), VoiceKind.UNKNOWN),
            rank=best.rank,
            people=next((d.people for d in everything if d.people), None),
            role=next((d.role for d in everything if d.role), None),
        )

    def _read(self, referent: Referent) -> _Told:
        """Return what the mentions of somebody say, each by itself and all together."""
        key = id(referent)
        if key not in self._told:
            self._told[key] = self._gather(referent)
        return self._told[key]

    def _gather(self, referent: Referent) -> _Told:
        heads = {_head_of(self.page, mention): None for mention in referent.mentions}
        runs = [find_phrase(self.page, head) for head in heads]
        told = [self._describe(run, head) for head, run in zip(heads, runs, strict=True)]
        described = [(run, one) for run, one in zip(runs, told, strict=True) if one.rank == DESCRIBED]
        links = zip(referent.mentions, referent.links, strict=True)
        return _Told(
            is_armed=referent.kind == "organization" and any(one.kind is VoiceKind.ARMED_GROUP for one in told),
            best=max(told, key=_weigh),
            merged=_merge([one for one in told if one.rank > PRONOUN]),
            introduced=next((one for run, one in described if self._introduces(run)), None),
            described=described[0][1] if described else None,
            general=frozenset(t for mention, link in links if link in _GENERAL for t in range(*mention)),
        )

    def _introduces(self, run: Run) -> bool:
        """Tell whether a description brings somebody in: behind "a", or as many without an article ("*military sources*")."""
        is_many = self.page.parse.tags[run[1] - 1] == "NNS" and self.page.parse.universal[run[0]] in {
            "ADJ",
            "NOUN",
            "NUM",
        }
        return self.page.word(run[0]) in {"a", "an", "one"} or is_many


def _choose(told: _Told, head: int, own: Description) -> Description:
    """Return the mention whose words name the source: a known body, the longest name, else a description.

    Of descriptions that is the one that brings somebody in ("*a* former officer"), or the first one where
    the words here are general ("the broadcaster").
    """
    best = told.best if told.best.rank > PRONOUN else own
    if own.rank != best.rank or own.rank not in {DESCRIBED, KNOWN}:
        return best
    described = told.introduced or (told.described if head in told.general else None)
    return (own.rank == DESCRIBED and described) or own


def _weigh(told: Description) -> tuple[int, int]:
    return told.rank, len(told.name) if told.rank == NAMED else 0


def _merge(named: list[Description]) -> Description | None:
    """Return the first description with the kind, people and role that it or a later one tells."""
    if not named:
        return None
    return replace(
        named[0],
        kind=next((d.kind for d in named if d.kind is not VoiceKind.UNKNOWN), VoiceKind.UNKNOWN),
        people=next((d.people for d in named if d.people), None),
        role=next((d.role for d in named if d.role), None),
    )


def _name_nobody(pronoun: str, span: Span) -> Source:
    """Return the source that is only a pronoun: "someone" as it is, "he" as an unnamed person whom nobody names."""
    if pronoun not in _REFERRING:
        return Source(name=pronoun, kind=VoiceKind.UNKNOWN, span=span, rule=UNRESOLVED)
    name = f"unnamed {_REFERRING[pronoun]} ({pronoun})"
    return Source(name=name, kind=VoiceKind.UNNAMED_SOURCE, span=span, rule=UNRESOLVED)


def _head_of(page: Page, run: Run) -> int:
    """Return the token of a run through which it hangs in the tree."""
    heads = page.parse.heads
    outside = (t for t in range(run[1] - 1, run[0] - 1, -1) if not run[0] <= heads[t] < run[1] or heads[t] == t)
    return next(outside, run[1] - 1)
