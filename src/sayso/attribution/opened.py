"""Whose are the sentences behind one that only says that somebody tells it ("The mayor sees it differently. Nobody had fired")?"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.attribution.borders import whole_sentence
from sayso.attribution.candidates import could_speak
from sayso.attribution.drafts import Draft
from sayso.attribution.pages import Page, Run
from sayso.attribution.phrases import find_phrase
from sayso.attribution.speaker_phrases import Speaker
from sayso.attribution.words import cue_verbs, cue_words
from sayso.model.derivations import name_rule
from sayso.model.kinds import REJECTING, Stance

OPENED = name_rule(
    "attribution.opened",
    "The sentence before only says that somebody sees it in his own way, tells another story, denies it all or writes from "
    "a place, and this one is what he tells.",
)
_NAMELIKE = frozenset({"PROPN", "NOUN"})
_LONGEST = 14


class _Opening(NamedTuple):
    """The cue and the speaker of a sentence that opens an account, and whether the whole paragraph behind it is his."""

    cue: int
    speaker: Speaker
    is_whole: bool


def find_opened(page: Page, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield what stands behind such a sentence in its paragraph: the next sentence, if nobody else speaks there.

    Of somebody who writes from a place all sentences of the paragraph are, up to one with a source of its own.
    """
    spoken = {page.tree.sentence(t) for draft in drafts for t in (draft.head, *draft.content)}
    said = {page.tree.sentence(draft.head): draft for draft in drafts}
    for sentence, (first, last) in enumerate(page.parse.sentences[:-1]):
        if last - first > _LONGEST or page.is_headline(first):
            continue
        opening = _read(page, sentence, said.get(sentence))
        if opening is None:
            continue
        cue, speaker, is_whole = opening
        for number in range(sentence + 1, len(page.parse.sentences) if is_whole else sentence + 2):
            if number in spoken or page.parse.passages[number] != page.parse.passages[sentence]:
                break
            yield Draft(
                head=cue, cue=(cue, cue + 1), lemma=page.lemma(cue), stance=Stance.ASSERTS,
                content=whole_sentence(page, number), rule=OPENED, speaker=speaker,
            )  # fmt: skip


def _read(page: Page, sentence: int, said: Draft | None) -> _Opening | None:
    """Return what a sentence tells that only opens somebody's account, None for any other."""
    first, last = page.parse.sentences[sentence]
    end = last - 1 if page.is_mark(last - 1) else last
    written = _writes_from(page, first, end)
    if written is not None:
        return _Opening(written[0], Speaker(written[1][1] - 1, written[1]), is_whole=True)
    if said is not None and said.stance in REJECTING and said.speaker is not None:
        is_all = page.text((said.head + 1, end)).casefold() in cue_words("denied_all")
        is_no = any(page.word(t) in cue_words("denying_words") for t in range(*page.parse.sentences[sentence + 1]))
        return _Opening(said.head, said.speaker, is_whole=False) if is_all and is_no else None
    verb = page.tree.root(sentence)
    subject = None if verb is None else page.tree.child(verb, "nsubj")
    if verb is None or subject is None or subject > verb or page.parse.tags[verb] not in {"VBZ", "VBP", "VBD"}:
        return None
    is_telling = page.lemma(verb) in cue_words("own_telling") or page.lemma(verb) in cue_verbs()
    is_own = is_telling and could_speak(page, subject) and _is_own_way(page, verb + 1, end)
    return _Opening(verb, Speaker(subject, find_phrase(page, subject)), is_whole=False) if is_own else None


def _is_own_way(page: Page, first: int, end: int) -> bool:
    """Tell whether a verb's words only say that somebody tells it otherwise ("it *differently*", "us *another story*")."""
    words = [page.word(t) for t in range(first, end)]
    if not words or not set(words[:-1]) <= cue_words("own_way_before") | cue_words("own_way_other"):
        return False
    is_thing = words[-1] in cue_words("own_way_things") and not cue_words("own_way_other").isdisjoint(words)
    return words[-1] in cue_words("own_way") or is_thing


def _writes_from(page: Page, first: int, end: int) -> tuple[int, Run] | None:
    """Return the cue and the name of "Mira Holt, 29, *texts* from Belgor", whatever the parse takes the verb for."""
    verb = next((t for t in range(first + 1, end) if page.word(t) in cue_words("writing_from")), None)
    if verb is None or page.word(verb + 1) != "from" or page.parse.universal[first] not in _NAMELIKE:
        return None
    last = first
    while last < verb and page.parse.universal[last] == "PROPN":
        last += 1
    is_rest = all(page.is_mark(t) or page.parse.universal[t] == "NUM" for t in range(last, verb))
    return (verb, (first, last)) if last > first and is_rest else None
