"""Which private persons tell what they saw themselves?"""

from collections.abc import Iterable

from sayso.attribution.drafts import Draft
from sayso.attribution.pages import Page
from sayso.attribution.words import role_words
from sayso.model.kinds import VoiceKind

# Whoever has an office, a cause or a trade of telling keeps it, whatever he saw.
_PRIVATE = frozenset({VoiceKind.RESIDENT, VoiceKind.UNKNOWN})
_SINGULAR = frozenset({"i", "me", "my"})


def find_kind_of_teller(page: Page, kind: VoiceKind, drafts: Iterable[Draft]) -> VoiceKind:
    """Return the kind of somebody by all that he says: a private person who tells his own part in it is a witness.

    He tells in the first person and the past, in quotation marks ("I counted ten bodies"), or is said to have escaped
    or survived. Residents, villagers and their like stay what they are called.
    """
    if kind not in _PRIVATE:
        return kind
    is_witness = any(_escaped(page, draft) or _tells_own(page, draft) for draft in drafts)
    return VoiceKind.WITNESS if is_witness else kind


def _tells_own(page: Page, draft: Draft) -> bool:
    own = (t for t in page.with_word(_SINGULAR) if t in draft.content and t in page.quotation_at)
    return any(page.parse.tags[_verb_of(page, t)] == "VBD" for t in own)


def _verb_of(page: Page, token: int) -> int:
    """Return the verb of the clause that a word stands in, the word itself where there is none."""
    return next((t for t in page.tree.ancestors(token) if page.parse.universal[t] == "VERB"), token)


def _escaped(page: Page, draft: Draft) -> bool:
    head = draft.speaker.head if draft.speaker is not None else None
    if head is None or page.lemma(head) in role_words("escaping", "always_residents"):
        return False
    clauses = page.tree.children(head, "acl:relcl")
    return any(page.lemma(c) in role_words("escaping") and page.tree.child(c, "nsubj") is not None for c in clauses)
