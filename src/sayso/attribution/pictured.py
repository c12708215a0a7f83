"""What do pictures show that a clause is told of ("a film *in which* soldiers shoot five men", "*in pictures studied by X*, ...")?"""

from collections.abc import Iterator

from sayso.attribution.borders import is_cue, trim
from sayso.attribution.candidates import could_speak
from sayso.attribution.drafts import Draft
from sayso.attribution.pages import Page, Run
from sayso.attribution.phrases import find_phrase
from sayso.attribution.speaker_phrases import Speaker
from sayso.attribution.words import cue_words, role_words
from sayso.model.derivations import name_rule
from sayso.model.kinds import Stance

PICTURED = name_rule(
    "attribution.pictured", 'Pictures show it, or whoever made or read them tells it ("a video in which ...").'
)
_FAR, _LONGEST = 10, 24


def find_pictured(page: Page) -> Iterator[Draft]:
    """Yield what the nearest pictures before "in which" show; no comma or other clause with a subject parts the two.

    So does what stands behind a comma and "In pictures *studied by X*": X tells it, where he is named.
    """
    for which in page.with_word({"which"}):
        if page.word(which - 1) != "in":
            continue
        first = max(page.sentence(which)[0], which - _FAR)
        near = (t for t in range(which - 2, first - 1, -1) if page.lemma(t) in role_words("documents", "shown"))
        noun, clause = next(near, None), page.parse.heads[which]
        if noun is None or clause < which or any(page.word(t) == "," for t in range(noun, which)):
            continue
        told = [t for t in page.tree.subtree(clause) if t > which]
        mark = next((t for t in range(which, page.sentence(which)[1]) if page.is_mark(t)), page.sentence(which)[1])
        content = trim(page, range(which + 1, max([mark, *(t + 1 for t in told)])))
        if content:
            yield _draft(page, (which - 1, which + 1), content, noun)
    for first, last in page.parse.sentences:
        if page.word(first) == "in":
            yield from _read_opening(page, first, last)


def _read_opening(page: Page, first: int, last: int) -> Iterator[Draft]:
    """Yield what a sentence tells behind "In" and words for pictures that somebody took, read or showed."""
    comma = next((t for t in range(first, min(last, first + _LONGEST)) if page.word(t) == ","), None)
    if comma is None:
        return
    noun = next((t for t in range(first + 1, comma) if page.lemma(t) in role_words("documents", "shown")), None)
    deeds = [
        t
        for t in range(first + 1, comma)
        if page.lemma(t) in cue_words("picturing") and page.parse.tags[t] in {"VBN", "VBD"}
    ]
    content = trim(page, range(comma + 1, last))
    root = page.tree.root(page.tree.sentence(first))
    is_said = root is None or is_cue(page, root)
    if noun is None or not deeds or noun > deeds[0] or not content or is_said:
        return
    by = next((t for t in range(deeds[-1], comma) if page.word(t) == "by"), None)
    agent = None if by is None else page.parse.heads[by]
    is_told = agent is not None and by is not None and by < agent < comma and could_speak(page, agent)
    yield _draft(page, (first, first + 1), content, agent if agent is not None and is_told else noun)


def _draft(page: Page, cue: Run, content: frozenset[int], noun: int) -> Draft:
    return Draft(
        head=cue[1] - 1, cue=cue, lemma="show", stance=Stance.ASSERTS, content=content, rule=PICTURED,
        speaker=Speaker(noun, find_phrase(page, noun)),
    )  # fmt: skip
