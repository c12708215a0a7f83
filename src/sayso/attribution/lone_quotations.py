"""Whose are quoted sentences beside which nobody speaks, behind a sentence about one person ("Ivo Lenz lost his house. "They burnt it"")?"""

from collections.abc import Iterator, Sequence

from sayso.attribution.drafts import Draft
from sayso.attribution.pages import Page
from sayso.attribution.phrases import find_phrase
from sayso.attribution.speaker_phrases import Speaker
from sayso.attribution.words import cue_words, role_words
from sayso.lexicons.nouns import is_people
from sayso.model.derivations import name_rule
from sayso.model.kinds import Stance

LONE = name_rule(
    "attribution.lone_quotation",
    'The sentence before tells of one person, and quoted sentences with "I", "we" or "my" follow without a word of saying.',
)
_ALONE = frozenset({"he", "she"})
_OURS = frozenset({"my", "our", "mine", "ours"})
_SHORTEST = 4


def find_lone(page: Page, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the saying of whoever the sentence before is about for each quotation that is a sentence and nobody is given.

    Both stand in one paragraph, or the quotation is the next one and goes on over that.
    """
    said = {t for draft in drafts for t in draft.content}
    spoken = {page.tree.sentence(t) for draft in drafts for t in (draft.head, *draft.content)}
    for number, (tokens, mark) in enumerate(page.quotations):
        before = page.tree.sentence(tokens[0]) - 1
        if before < 0 or before in spoken or not said.isdisjoint(tokens) or not _is_of_oneself(page, tokens):
            continue
        is_inside = page.parse.passages[before] == page.passage(tokens[0])
        is_below = mark.is_open and page.parse.passages[before] == page.passage(tokens[0]) - 1
        person = _find_person(page, before) if is_inside or is_below else None
        if person is not None:
            yield Draft(
                head=tokens[0], cue=(tokens[0], tokens[0] + 1), lemma=page.word(tokens[0]), stance=Stance.ASSERTS,
                content=frozenset({*tokens, *_find_rest(page, number)}), rule=LONE,
                speaker=Speaker(person, find_phrase(page, person)),
            )  # fmt: skip


def _find_rest(page: Page, number: int) -> Iterator[int]:
    """Yield the tokens of the paragraphs over which a quotation goes on that no mark has closed."""
    for tokens, mark in page.quotations[number + 1 :]:
        if not mark.continues:
            return
        yield from tokens


def _is_of_oneself(page: Page, tokens: range) -> bool:
    """Tell whether a quotation opens and ends with sentences, and says "I", "we" or "my"."""
    first, last = page.sentence(tokens[0])[0], page.sentence(tokens[-1])[1]
    is_whole = tokens[0] <= first + 1 and all(page.is_mark(t) for t in range(tokens[-1] + 1, last))
    return (
        is_whole and len(tokens) > _SHORTEST and any(page.word(t) in cue_words("first_person") | _OURS for t in tokens)
    )


def _find_person(page: Page, sentence: int) -> int | None:
    """Return the person who is the subject of a sentence: by name, as "he" or "she", or by what one person is."""
    root = page.tree.root(sentence)
    if root is None or page.is_headline(root):
        return None
    beside = (page.tree.child(clause, "nsubj") for clause in page.tree.children(root, "parataxis"))
    alone = next((t for t in beside if t is not None and page.word(t) in _ALONE), None)
    # "After the soldiers came *she* sits under a tree": the parse has made the first clause the chief one.
    subject = alone if alone is not None else page.tree.child(root, "nsubj")
    if subject is None:
        return None
    noun = page.lemma(subject)
    is_one = page.parse.tags[subject] == "NN" and (noun in role_words("persons") or is_people(noun))
    referent = page.referent_at.get(subject)
    is_named = page.labels.get(subject) == "PERSON" or (referent is not None and referent.kind == "person")
    return subject if is_one or is_named or page.word(subject) in _ALONE else None
