"""Whose words does a page only announce with where it has them from ("From *the residents'* page: ...")?"""

from collections.abc import Iterator

from sayso.attribution.borders import is_channel
from sayso.attribution.candidates import could_speak
from sayso.attribution.drafts import Draft
from sayso.attribution.pages import Page
from sayso.attribution.phrases import find_phrase
from sayso.attribution.speaker_phrases import Speaker
from sayso.attribution.words import role_words
from sayso.model.derivations import name_rule
from sayso.model.kinds import Stance

EXCERPT = name_rule("attribution.excerpt", 'A quotation follows "From X\'s page:", "From a letter by X:" or the like.')
_FAR = 14


def find_excerpts(page: Page) -> Iterator[Draft]:
    """Yield the quotations behind a colon that words for a text of somebody open, with "From" and no verb."""
    for tokens, _ in page.quotations:
        colon = tokens[0] - 1
        if page.word(colon) != ":":
            continue
        first = page.sentence(colon)[0]
        opening = range(first + 1, colon)
        if page.word(first) != "from" or len(opening) > _FAR or any(page.parse.universal[t] == "VERB" for t in opening):
            continue
        text = next((t for t in opening if is_channel(page, t) or page.lemma(t) in role_words("documents")), None)
        owner = None if text is None else _find_owner(page, text)
        if owner is not None:
            yield Draft(
                head=first, cue=(first, first + 1), lemma="from", stance=Stance.ASSERTS, content=frozenset(tokens), rule=EXCERPT,
                speaker=Speaker(owner, find_phrase(page, owner)),
            )  # fmt: skip


def _find_owner(page: Page, text: int) -> int | None:
    """Return whose text it is: with an apostrophe, or behind "by", "from" or "of"."""
    owner = page.tree.child(text, "nmod:poss")
    owner = page.tree.oblique(text, "by", "from", "of") if owner is None else owner
    if owner is None and page.parse.tags[text - 1] == "POS":
        owner = text - 2
    return owner if owner is not None and could_speak(page, owner) else None
