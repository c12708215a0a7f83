"""What do pictures show that a clause with "in which" tells ("a film *in which* soldiers shoot five men")?"""

from collections.abc import Iterator

from sayso.attribution.drafts import Draft
from sayso.attribution.pages import Page
from sayso.attribution.phrases import find_phrase
from sayso.attribution.speakers import Speaker
from sayso.attribution.words import role_words
from sayso.model.derivations import name_rule
from sayso.model.kinds import Stance

PICTURED = name_rule("attribution.pictured", 'Pictures show it ("a video in which ...").')
_FAR = 10


def find_pictured(page: Page) -> Iterator[Draft]:
    """Yield what the nearest pictures before "in which" show; no comma or other clause with a subject parts the two."""
    for which in range(2, len(page.parse)):
        if page.word(which) != "which" or page.word(which - 1) != "in":
            continue
        first = max(page.sentence(which)[0], which - _FAR)
        near = (t for t in range(which - 2, first - 1, -1) if page.lemma(t) in role_words("documents", "shown"))
        noun, clause = next(near, None), page.parse.heads[which]
        if noun is None or clause < which or any(page.word(t) == "," for t in range(noun, which)):
            continue
        content = frozenset(t for t in page.tree.subtree(clause) if t > which and not page.is_mark(t))
        if content:
            yield Draft(
                head=which, cue=(which - 1, which + 1), lemma="show", stance=Stance.ASSERTS, content=content, rule=PICTURED,
                speaker=Speaker(noun, find_phrase(page, noun)),
            )  # fmt: skip
