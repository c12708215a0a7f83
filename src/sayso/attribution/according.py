"""What is said "according to" somebody?"""

from collections.abc import Iterator

from sayso.attribution.announced import find_behind
from sayso.attribution.drafts import Draft
from sayso.attribution.pages import Page, Run
from sayso.attribution.phrases import find_phrase
from sayso.attribution.speaker_phrases import Speaker
from sayso.attribution.tags import FINITE
from sayso.model.derivations import name_rule
from sayso.model.kinds import Stance

ACCORDING = name_rule("attribution.according_to", 'The sentence stands "according to" somebody.')
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_COMMAS = frozenset({",", "(", "–", "—", "--"})


def find_according(page: Page) -> Iterator[Draft]:
    """Yield what stands according to somebody.

    At the head of a sentence it covers all that follows, at the end all that went before, in the middle the
    clause that it interrupts.
    """
    for token in page.with_word({"according"}):
        if page.word(token + 1) == "to":
            yield from read_aside(page, token, (token, token + 2), _find_head(page, token + 2), ACCORDING)


def _find_head(page: Page, first: int) -> int | None:
    """Return the head of the noun phrase that begins at a token."""
    if first >= len(page.parse) or first >= page.sentence(first - 1)[1]:
        return None
    _, last = page.sentence(first)
    token = first
    while token < last - 1 and page.parse.universal[token] not in _NOMINAL:
        token += 1
    while (
        page.parse.universal[page.parse.heads[token]] in _NOMINAL
        and page.parse.heads[token] > token
        and page.tree.is_relation(token, "compound", "nmod", "flat", "amod", "nummod", "nmod:poss")
        and not any(page.word(t) in _COMMAS for t in range(token, page.parse.heads[token]))
    ):
        token = page.parse.heads[token]
    return token if page.parse.universal[token] in _NOMINAL else None


def read_aside(page: Page, first: int, cue: Run, head: int | None, rule: str) -> Iterator[Draft]:
    """Yield what a sentence tells beside words for its source that begin at a token; `head` is the noun of the source."""
    if head is None:
        return
    run = find_phrase(page, head)
    speaker = Speaker(head, (min(max(run[0], cue[1]), head) if cue[1] <= head else run[0], run[1]))
    content = _said(page, first, max(cue[1], speaker.run[1]), head) or _announced(page, first)
    if content:
        yield Draft(
            head=first, cue=cue, lemma=page.word(first), stance=Stance.ASSERTS, content=content - set(range(*speaker.run)), rule=rule, speaker=speaker,
        )  # fmt: skip


def _announced(page: Page, first: int) -> frozenset[int]:
    """Return what a sentence that holds nothing but the source announces with a colon ("According to the charity:")."""
    _, last = page.sentence(first)
    return find_behind(page, last) if page.word(last - 1) == ":" and last < len(page.parse) else frozenset()


def _said(page: Page, first: int, end: int, head: int) -> frozenset[int]:
    low, high = _part(page, first)
    before = [t for t in range(low, first) if not page.is_mark(t)]
    tail = _tail(page, head, end)
    after = [t for t in range(tail, high) if not page.is_mark(t)]
    if not before or all(page.parse.universal[t] in {"ADV", "CCONJ", "PUNCT", "SCONJ"} for t in before):
        return frozenset(range(min(after), max(after) + 1)) if after else frozenset()
    is_open = not any(page.parse.tags[t] in FINITE for t in before)
    parted = page.word(first - 1) in _COMMAS and page.word(tail) in _COMMAS | {")"}
    interrupts = bool(after) and parted and (is_open or _governor(page, head, first) >= tail)
    kept = [*range(min(before), max(before) + 1), *(range(min(after), max(after) + 1) if interrupts else ())]
    return frozenset(kept)


def _part(page: Page, token: int) -> Run:
    """Return the part of a sentence between semicolons that a token stands in."""
    low, high = page.sentence(token)
    marks = [t for t in range(low, high) if page.word(t) == ";" and t not in page.quotation_at]
    return max([low, *(t + 1 for t in marks if t < token)]), min([high, *(t for t in marks if t > token)])


def _tail(page: Page, head: int, end: int) -> int:
    """Return where the source phrase ends with its appositions and relative clauses."""
    apart = [t for c in page.tree.children(head, "appos", "acl", "nmod") for t in page.tree.subtree(c)]
    return max([end, *(t + 1 for t in apart if t + 1 <= page.sentence(head)[1])])


def _governor(page: Page, head: int, first: int) -> int:
    """Return the first verb above the source that stands outside its phrase."""
    return next((t for t in page.tree.ancestors(head) if not first <= t <= head), page.parse.heads[head])
