"""Which sentences go on with what somebody was just said to say, though nobody is named in them?"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.attribution.drafts import Draft
from sayso.attribution.pages import Page
from sayso.attribution.words import cue_words
from sayso.model.derivations import name_rule

CARRIED = name_rule(
    "attribution.carried",
    "The sentence leaves out whom or what it counts, so it goes on with the sentence before and its source "
    '("Ten buses had left, she said. Another three were expected").',
)


def find_continuations(page: Page, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the saying of the sentence before for each sentence whose subject only counts, or tells "others" or "the rest".

    Both sentences stand in one paragraph, the first has one source for its main clause, and nobody is quoted in
    the second.
    """
    spoken: dict[int, list[Draft]] = {}
    for draft in drafts:
        spoken.setdefault(page.tree.sentence(draft.head), []).append(draft)
    carried: dict[int, Draft] = {}
    for sentence in range(1, len(page.parse.sentences)):
        first, last = page.parse.sentences[sentence]
        if (
            sentence in spoken
            or not _counts_on(page, sentence)
            or any(t in page.quotation_at for t in range(first, last))
        ):
            continue
        before = carried.get(sentence - 1) or _main(spoken.get(sentence - 1, []))
        if before is not None and page.parse.passages[sentence - 1] == page.parse.passages[sentence]:
            carried[sentence] = replace(before, content=_words(page, first, last), rule=CARRIED)
            yield carried[sentence]


def _counts_on(page: Page, sentence: int) -> bool:
    """Tell whether the subject of a sentence is a number or a pronoun of quantity without a noun."""
    root = page.tree.root(sentence)
    subject = None if root is None else page.tree.child(root, "nsubj")
    if subject is None or subject != _opens(page, sentence, subject):
        return False
    is_number = page.parse.tags[subject] == "CD" and page.tree.child(subject, "nmod") is None
    return is_number or page.word(subject) in cue_words("left_over")


def _opens(page: Page, sentence: int, subject: int) -> int | None:
    """Return the subject if only its own words stand before it."""
    first = page.parse.sentences[sentence][0]
    own = set(page.tree.subtree(subject))
    return (
        subject
        if all(t in own or page.parse.universal[t] in {"ADV", "CCONJ", "PUNCT"} for t in range(first, subject))
        else None
    )


def _main(drafts: Sequence[Draft]) -> Draft | None:
    """Return the only act of saying of a sentence that is not told inside another, of a sure verb and a known speaker."""
    outer = [d for d in drafts if not any(d.head in other.content for other in drafts)]
    if len(outer) != 1 or outer[0].speaker is None or outer[0].lemma not in cue_words("sure"):
        return None
    return outer[0]


def _words(page: Page, first: int, last: int) -> frozenset[int]:
    return frozenset(t for t in range(first, last) if t < last - 1 or not page.is_mark(t))
