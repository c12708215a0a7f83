"""Who is a source within this document? The fullest name, and the kind that any of its mentions tells."""

from dataclasses import replace

from sayso.attribution.kinds import is_role
from sayso.attribution.naming import DESCRIBED, KNOWN, NAMED, PRONOUN, Description, describe
from sayso.attribution.owners import find_source_phrase
from sayso.attribution.pages import Page, Run
from sayso.attribution.phrases import find_phrase
from sayso.attribution.speakers import Speaker
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
_HERS = frozenset({"his", "her"})
_GENERAL = frozenset({"reference.description", "reference.doer"})


class Identities:
    """Names the sources of one document; what a referent's mentions say is read once."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._told: dict[int, dict[int, Description]] = {}

    def name(self, speaker: Speaker) -> Source:
        """Return the source that a speaker is; bare "reports" are nobody's."""
        phrase, span = find_source_phrase(self.page, speaker), self.page.parse.span(*speaker.run)
        if phrase is None:
            return Source(name=UNATTRIBUTED.name, kind=UNATTRIBUTED.kind, span=span, rule=NOBODY)
        own = describe(self.page, phrase.run, phrase.head)
        best = self._refer(phrase.head, own)
        rule = OWN_WORDS if best is own else REFERRED
        best = self._with_owner(phrase.head, best)
        if best.rank == PRONOUN:
            return _name_nobody(best.name, span)
        return Source(name=best.name, kind=best.kind, span=span, people=best.people, role=best.role, rule=rule)

    def _with_owner(self, head: int, told: Description) -> Description:
        """Return the description with whose it is: "her lawyer" is the lawyer of whom "her" means."""
        owner = self.page.tree.child(head, "nmod:poss")
        if told.rank != DESCRIBED or owner is None or self.page.word(owner) not in _HERS:
            return told
        referent = self.page.referent_at.get(owner)
        best = max(self._read(referent).values(), key=lambda d: d.rank) if referent is not None else None
        if best is None or best.rank != NAMED or not is_role(self.page, head):
            return told
        return replace(told, name=f"{best.name}'s {told.name}")

    def name_medium(self, run: Run) -> Source:
        """Return the source that a medium's phrase names."""
        told, span = describe(self.page, run, run[1] - 1), self.page.parse.span(*run)
        credit = self.page.find_credit(run)
        if credit is not None and told.kind in {VoiceKind.UNKNOWN, VoiceKind.AGENCY}:
            return Source(name=credit, kind=VoiceKind.AGENCY, span=span)
        return Source(name=told.name, kind=told.kind, span=span, people=told.people, role=told.role)

    def _refer(self, head: int, own: Description) -> Description:
        referent = self.page.referent_at.get(head)
        if referent is None:
            return own
        told = self._read(referent)
        named = [d for d in told.values() if d.rank > PRONOUN] or [own]
        best = self._choose(referent, head, own, named)
        if best.name == own.name and best.kind == own.kind:
            return own
        everything = (best, *named)
        return Description(
            name=best.name,
            kind=next((d.kind for d in everything if d.kind is not VoiceKind.UNKNOWN), VoiceKind.UNKNOWN),
            rank=best.rank,
            people=next((d.people for d in everything if d.people), None),
            role=next((d.role for d in everything if d.role), None),
        )

    def _read(self, referent: Referent) -> dict[int, Description]:
        """Return what each mention of somebody says by itself, by its head."""
        key = id(referent)
        if key not in self._told:
            heads = [_head_of(self.page, mention) for mention in referent.mentions]
            self._told[key] = {h: describe(self.page, find_phrase(self.page, h), h) for h in heads}
        return self._told[key]

    def _choose(self, referent: Referent, head: int, own: Description, named: list[Description]) -> Description:
        """Return the mention whose words name the source: a known body, the longest name, else a description.

        Of descriptions that is the one that brings somebody in ("*a* former officer"), or the first one where
        the words here are general ("the broadcaster").
        """
        best = max(named, key=lambda d: (d.rank, len(d.name) if d.rank == NAMED else 0))
        if own.rank != best.rank or own.rank not in {DESCRIBED, KNOWN}:
            return best
        return (own.rank == DESCRIBED and self._first_described(referent, head)) or own

    def _first_described(self, referent: Referent, head: int) -> Description | None:
        told = self._read(referent)
        described = [h for h in told if told[h].rank == DESCRIBED]
        introduced = (h for h in described if self.page.word(find_phrase(self.page, h)[0]) in {"a", "an", "one"})
        first = next(introduced, None)
        if first is not None:
            return told[first]
        links = zip(referent.mentions, referent.links, strict=True)
        link = next((name for (start, end), name in links if start <= head < end), "")
        return told[described[0]] if link in _GENERAL and described else None


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
