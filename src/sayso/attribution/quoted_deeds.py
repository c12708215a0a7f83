"""Whose are quoted words that tell what their own subject does ("The party "renewed its call for talks"")?"""

from collections.abc import Iterator, Sequence

from sayso.attribution.candidates import could_speak
from sayso.attribution.drafts import Draft
from sayso.attribution.pages import Page
from sayso.attribution.phrases import find_phrase
from sayso.attribution.speaker_phrases import Speaker
from sayso.attribution.tags import TENSED
from sayso.model.derivations import name_rule
from sayso.model.kinds import Stance

QUOTED_DEED = name_rule(
    "attribution.quoted_deed",
    "The quotation marks open behind somebody and before what he did, and nobody else is named: the words are "
    'taken as his own (The party "renewed its call for talks").',
)
_SHORTEST = 4


def find_quoted_deeds(page: Page, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield an act of saying for each quotation that opens on a verb whose subject stands outside; those that somebody is given are left out."""
    said = {t for draft in drafts for t in draft.content}
    for tokens, _ in page.quotations:
        verb = tokens[0] + 1
        words = [t for t in tokens if not page.is_mark(t)]
        if len(words) < _SHORTEST or not said.isdisjoint(tokens) or page.parse.tags[verb] not in TENSED:
            continue
        subject = page.tree.child(verb, "nsubj")
        if subject is None or subject >= tokens[0] or verb in {draft.head for draft in drafts}:
            continue
        if could_speak(page, subject) and page.parse.universal[subject] != "PRON":
            yield Draft(
                head=verb, cue=(verb, verb + 1), lemma=page.lemma(verb), stance=Stance.ASSERTS, content=frozenset(tokens), rule=QUOTED_DEED,
                speaker=Speaker(subject, find_phrase(page, subject)),
            )  # fmt: skip
