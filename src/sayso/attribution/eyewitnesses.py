"""Which private persons tell what they saw themselves?"""

from collections.abc import Sequence

from sayso.attribution.drafts import Draft
from sayso.attribution.pages import Page
from sayso.attribution.words import cue_words, head_kinds, role_words
from sayso.lexicons.nouns import read_noun_classes
from sayso.model.kinds import VoiceKind

# Whoever has an office, a cause or a trade of telling keeps it, whatever he saw.
_PRIVATE = frozenset({VoiceKind.RESIDENT, VoiceKind.UNKNOWN})
_FIGHTING = frozenset({VoiceKind.ARMED_GROUP, VoiceKind.MILITARY})
_SINGULAR = frozenset({"i", "me", "my"})
_TELLING_OF = frozenset({"he", "she", "they"})
_ABOARD = frozenset({"on", "in", "aboard", "inside", "at"})
_SPOTS = frozenset({"vehicle", "building"})
_PAST = frozenset({"VBD", "VBN"})


def find_kind_of_teller(page: Page, kind: VoiceKind, drafts: Sequence[Draft]) -> VoiceKind:
    """Return the kind of somebody by all that he says: a private person who tells his own part in it is a witness.

    He tells in the first person and the past, in quotation marks ("I counted ten bodies"), has seen, heard or counted it
    himself ("he had heard one blast"), or is said to have escaped, survived, or sat or been aboard. Residents, villagers
    and their like stay what they are called.
    """
    if kind not in _PRIVATE and not (kind is VoiceKind.EXPERT and _only_watches(page, drafts)):
        return kind
    is_witness = any(_tells_own(page, draft) or _has_sensed(page, draft) for draft in drafts)
    is_witness = is_witness or any(_was_there(page, head) for head in _find_heads(page, drafts))
    return VoiceKind.WITNESS if is_witness else kind


def _only_watches(page: Page, drafts: Sequence[Draft]) -> bool:
    """Tell whether somebody is called by nothing but that he was there ("*an observer* who was on the bus")."""
    heads = [draft.speaker.head for draft in drafts if draft.speaker is not None]
    return bool(heads) and all(page.lemma(head) in role_words("escaping", "watching") for head in heads)


def _tells_own(page: Page, draft: Draft) -> bool:
    own = (t for t in page.with_word(_SINGULAR) if t in draft.content and t in page.quotation_at)
    return any(page.parse.tags[_verb_of(page, t)] == "VBD" for t in own)


def _verb_of(page: Page, token: int) -> int:
    """Return the verb of the clause that a word stands in, the word itself where there is none."""
    return next((t for t in page.tree.ancestors(token) if page.parse.universal[t] == "VERB"), token)


def _find_heads(page: Page, drafts: Sequence[Draft]) -> list[int]:
    """Return the words for the speakers of acts of saying, one for all that mean the same person."""
    heads: dict[object, int] = {}
    for head in (draft.speaker.head for draft in drafts if draft.speaker is not None):
        referent = page.referent_at.get(head)
        heads.setdefault(head if referent is None else referent.mentions[0], head)
    return list(heads.values())


def _was_there(page: Page, head: int) -> bool:
    """Tell whether a clause about the speaker says that he got away, fought there, or was in a vehicle or building of which he tells."""
    if _stays_resident(page, head):
        return False
    return any(
        page.lemma(c) in role_words("escaping") or _is_aboard(page, c) or _has_fought(page, c)
        for c in _clauses_about(page, head)
        if page.tree.child(c, "nsubj") is not None
    )


def _clauses_about(page: Page, head: int) -> list[int]:
    """Return the relative clauses of all mentions of somebody, one that hangs on his age among them ("a boy of nineteen *who ...*")."""
    referent = page.referent_at.get(head)
    spots = {head, *(t for mention in referent.mentions for t in range(*mention))} if referent is not None else {head}
    ages = [t for spot in spots for t in page.tree.children(spot, "nmod") if page.parse.universal[t] == "NUM"]
    return sorted(c for spot in (*spots, *ages) for c in page.tree.children(spot, "acl:relcl"))


def _has_fought(page: Page, clause: int) -> bool:
    """Tell whether a clause in the past says that somebody was a fighter or soldier ("who *was a fighter* until May")."""
    is_past = any(page.parse.tags[t] == "VBD" for t in page.tree.children(clause, "cop"))
    return is_past and head_kinds().get(page.lemma(clause)) in _FIGHTING


def _is_aboard(page: Page, clause: int) -> bool:
    """Tell whether a clause in the past puts somebody in or on something ("who *was on the bus*", "who *sat in the van*")."""
    is_staying = page.lemma(clause) in cue_words("staying")
    verb = clause if is_staying else page.tree.child(clause, "cop")
    seats = page.tree.children(clause, "obl") if is_staying else (clause,)
    is_past = verb is not None and page.parse.tags[verb] == "VBD"
    return is_past and any(page.tree.case(seat) in _ABOARD and _is_spot(page, seat) for seat in seats)


def _is_spot(page: Page, noun: int) -> bool:
    return not _SPOTS.isdisjoint(read_noun_classes().get(page.lemma(noun), frozenset()))


def _has_sensed(page: Page, draft: Draft) -> bool:
    """Tell whether what is said is that the one speaker, as "he" or "she", saw, heard or counted it."""
    head = draft.speaker.head if draft.speaker is not None else None
    if head is None or _stays_resident(page, head):
        return False
    subjects = [t for t in draft.content if page.word(t) in _TELLING_OF and page.tree.is_relation(t, "nsubj")]
    if page.word(head) in _TELLING_OF and draft.lemma in cue_words("sensing"):
        subjects.append(head)
    return any(_senses(page, t) and page.referent_at.get(t) in {None, page.referent_at.get(head)} for t in subjects)


def _senses(page: Page, subject: int) -> bool:
    verb = page.parse.heads[subject]
    is_past = page.parse.tags[verb] in _PAST
    is_none = any(page.word(t) in cue_words("denying_words") for t in page.tree.children(verb, "obj"))
    return page.lemma(verb) in cue_words("sensing") and is_past and not page.tree.is_negated(verb) and not is_none


def _stays_resident(page: Page, head: int) -> bool:
    return page.lemma(head) in role_words("escaping", "always_residents")
