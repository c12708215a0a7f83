"""Which sentences go on with what somebody was just said to say, though nobody is named in them?"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.attribution.borders import trim, whole_sentence
from sayso.attribution.drafts import Draft
from sayso.attribution.pages import Page
from sayso.attribution.tags import PRESENT
from sayso.attribution.words import cue_verbs, cue_words
from sayso.model.derivations import name_rule

CARRIED = name_rule(
    "attribution.carried",
    "The sentence leaves out whom or what it counts, or tells what those did of whom the sentence before told, so it goes "
    'on with that sentence and its source ("Ten buses had left, she said. Another three were expected").',
)
_PRONOUNS, _BACKSHIFTED = frozenset({"he", "she", "they"}), frozenset({"had", "would"})
_PLURAL = frozenset({"NNS", "NNPS"})


def find_continuations(page: Page, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the saying of the sentence before for each sentence whose subject only counts, or tells "others" or "the rest".

    So does "they" for those who do what the sentence before tells, where they are nobody who speaks. Both sentences
    stand in one paragraph, the first has one source for its main clause, and nobody is quoted in the second.
    """
    spoken: dict[int, list[Draft]] = {}
    for draft in drafts:
        spoken.setdefault(page.tree.sentence(draft.head), []).append(draft)
    carried: dict[int, Draft] = {}
    for sentence in range(1, len(page.parse.sentences)):
        first, last = page.parse.sentences[sentence]
        if sentence in spoken or any(t in page.quotation_at for t in range(first, last)):
            continue
        told = spoken.get(sentence - 1, [])
        sure = carried.get(sentence - 1) or _main(told, "sure")
        before = sure or _main(told, "according", "recounting")
        is_sure = sure is not None and (_counts_on(page, sentence) or _goes_back(page, sentence, sure))
        if before is None or not (is_sure or _acts_on(page, sentence, before)):
            continue
        if page.parse.passages[sentence - 1] == page.parse.passages[sentence]:
            carried[sentence] = replace(before, content=whole_sentence(page, sentence), rule=CARRIED)
            yield carried[sentence]


def find_backshifted(page: Page, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the saying of a clause behind a semicolon that tells in the past before the past what "he" or "they" did.

    The first part of the sentence has the same one speaker, by a verb in the past ("The driver spoke of a fire; *he had
    heard* no shot").
    """
    for draft in drafts:
        first, last = page.sentence(draft.head)
        mark = next((t for t in range(draft.head + 1, last - 3) if page.word(t) == ";"), None)
        is_main = page.tree.is_relation(draft.head, "root") and page.parse.tags[draft.head] == "VBD"
        if (
            mark is None
            or not is_main
            or draft.speaker is None
            or any(t in page.quotation_at for t in range(first, last))
        ):
            continue
        is_carried = page.word(mark + 1) in _PRONOUNS and page.word(mark + 2) in _BACKSHIFTED
        if (
            is_carried
            and max(draft.content) < mark
            and not any(mark < other.head for other in drafts if first <= other.head < last)
        ):
            yield replace(draft, content=trim(page, range(mark + 1, last)), rule=CARRIED)


def _goes_back(page: Page, sentence: int, before: Draft) -> bool:
    """Tell whether a sentence tells in the past before the past, where its page tells who says in the present.

    "No house was hit, *says* the militia. The road *had been* mined": the narrator, in the present, would say "was mined".
    """
    root = page.tree.root(sentence)
    is_present = page.parse.tags[before.head] in PRESENT and max(before.content, default=before.head) < before.head
    return (
        is_present
        and root is not None
        and any(page.word(t) == "had" for t in page.tree.children(root, "aux", "aux:pass"))
    )


def _counts_on(page: Page, sentence: int) -> bool:
    """Tell whether the subject of a sentence is a number or a pronoun of quantity without a noun."""
    root = page.tree.root(sentence)
    subject = None if root is None else page.tree.child(root, "nsubj")
    if subject is None or subject != _opens(page, sentence, subject):
        return False
    is_number = page.parse.tags[subject] == "CD" and page.tree.child(subject, "nmod") is None
    return is_number or page.word(subject) in cue_words("left_over")


def _acts_on(page: Page, sentence: int, before: Draft) -> bool:
    """Tell whether a sentence in the past tells of "they" who are many that the words before say did something."""
    root = page.tree.root(sentence)
    subject = None if root is None else page.tree.child(root, "nsubj")
    if root is None or subject is None or page.word(subject) != "they" or subject != page.parse.sentences[sentence][0]:
        return False
    is_past = any(page.parse.tags[t] == "VBD" for t in (root, *page.tree.children(root, "aux")))
    has_doers = any(page.tree.is_relation(t, "nsubj") and page.parse.tags[t] in _PLURAL for t in before.content)
    is_many = before.speaker is not None and page.parse.tags[before.speaker.head] in _PLURAL
    return is_past and has_doers and (not is_many or page.lemma(root) not in cue_verbs())


def _opens(page: Page, sentence: int, subject: int) -> int | None:
    """Return the subject if only its own words stand before it."""
    first = page.parse.sentences[sentence][0]
    own = set(page.tree.subtree(subject))
    return (
        subject
        if all(t in own or page.parse.universal[t] in {"ADV", "CCONJ", "PUNCT"} for t in range(first, subject))
        else None
    )


def _main(drafts: Sequence[Draft], *verbs: str) -> Draft | None:
    """Return the only act of saying of a sentence that is not told inside another, of some verbs and a known speaker."""
    outer = [d for d in drafts if not any(d.head in other.content for other in drafts)]
    is_one = len(outer) == 1 and outer[0].speaker is not None
    return outer[0] if is_one and any(outer[0].lemma in cue_words(key) for key in verbs) else None
