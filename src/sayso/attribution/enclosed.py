"""Which sentences stand between two acts of saying that mark them as parts of one account?"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from sayso.attribution.borders import whole_sentence
from sayso.attribution.drafts import Draft
from sayso.attribution.pages import Page
from sayso.attribution.words import cue_words
from sayso.model.derivations import name_rule

ENCLOSED = name_rule(
    "attribution.enclosed",
    "The sentence stands between two that give the words of one source, of which the first says that it goes on or the"
    ' second that it ends ("..., the institute *went on*. The road is cut. ..., the institute *concluded*").',
)
# In so many sentences a reader still knows whose account he reads; set by hand.
_LONGEST = 12


def find_enclosed(page: Page, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the saying of the first of two enclosing acts for each sentence between them in which nobody else speaks."""
    told = sorted((d for d in drafts if d.speaker is not None), key=lambda draft: draft.head)
    for first, last in pairwise(told):
        if not _is_one_account(page, first, last):
            continue
        sentences = range(page.tree.sentence(first.head) + 1, page.tree.sentence(last.head))
        if len(sentences) <= _LONGEST:
            yield from (replace(first, content=whole_sentence(page, sentence), rule=ENCLOSED) for sentence in sentences)


def _is_one_account(page: Page, first: Draft, last: Draft) -> bool:
    is_marked = first.lemma in cue_words("going_on") or last.lemma in cue_words("closing")
    return is_marked and bool(name := _name(page, first)) and name == _name(page, last)


def _name(page: Page, draft: Draft) -> str:
    """Return the words of a source that bears a name; a pronoun or a bare role may be anybody's."""
    if draft.speaker is None or page.parse.universal[draft.speaker.head] != "PROPN":
        return ""
    return " ".join(page.word(token) for token in range(*draft.speaker.run))
