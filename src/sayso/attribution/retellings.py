"""Which sentences of a paragraph go on with the account that somebody was just said to give, without a word of saying?"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.attribution.drafts import Draft
from sayso.attribution.pages import Page
from sayso.attribution.tags import PRESENT
from sayso.attribution.verbs import CLAUSE, QUOTE
from sayso.attribution.words import cue_words, role_words
from sayso.lexicons import read_toml
from sayso.lexicons.nouns import is_people, read_noun_classes
from sayso.model.derivations import name_rule
from sayso.model.kinds import Stance

RETOLD = name_rule(
    "attribution.retold",
    "Whoever narrates in the present lets a person tell, and the sentences in the past that follow go on with that "
    '("The nurse says that she stayed. The shells came at noon").',
)
_ALONE = frozenset({"he", "she"})
_OWN = frozenset({"he", "she", "they", "i", "we"})
_SHORTEST = 3
_RECOUNTING = cue_words("recounting")
_TELLING = cue_words("retelling") | _RECOUNTING


def find_retellings(page: Page, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the saying of a person for each sentence in the past that follows it in the same paragraph and has no source.

    Only who narrates is heard on, and not beyond a day of the calendar: there the page reports again.
    """
    spoken: dict[int, list[Draft]] = {}
    for draft in drafts:
        for sentence in {page.tree.sentence(draft.head), *(page.tree.sentence(t) for t in draft.content)}:
            spoken.setdefault(sentence, []).append(draft)
    teller: Draft | None = None
    last_said: Draft | None = None
    for sentence, passage in enumerate(page.parse.passages):
        first, last = page.parse.sentences[sentence]
        if sentence and page.parse.passages[sentence - 1] != passage:
            teller = last_said = None
        if sentence in spoken:
            teller = _find_teller(page, spoken[sentence], teller)
            last_said = _find_outer(spoken[sentence])
        elif last_said is not None and _is_spoken(page, first, last):
            yield replace(last_said, content=_words(page, first, last), stance=Stance.ASSERTS, rule=RETOLD)
        elif teller is not None and _is_told(page, sentence):
            yield replace(teller, content=_words(page, first, last), rule=RETOLD)
        else:
            teller = last_said = None


def _is_spoken(page: Page, first: int, last: int) -> bool:
    """Tell whether a sentence without marks addresses somebody as only a speaker does ("It was four, *mind you*, not five")."""
    pairs = (f"{page.word(t)} {page.word(t + 1)}" for t in range(first, last - 1) if t not in page.quotation_at)
    return any(pair in cue_words("spoken_to") for pair in pairs)


def _find_outer(drafts: Sequence[Draft]) -> Draft | None:
    """Return the only act of saying of a sentence that stands in no other."""
    outer = {d.head: d for d in drafts if not any(d.head in other.content for other in drafts)}
    return next(iter(outer.values())) if len(outer) == 1 else None


def _find_teller(page: Page, drafts: Sequence[Draft], before: Draft | None) -> Draft | None:
    """Return the person who alone tells a sentence, in the page's present; one who is quoted on is still telling."""
    draft = _find_outer(drafts)
    if draft is None:
        return None
    if before is not None and draft.head == before.head:
        return before
    is_told = draft.rule in {CLAUSE, QUOTE} and draft.lemma in _TELLING and draft.relay is None
    is_inside = draft.head in page.quotation_at or page.is_headline(draft.head)
    is_own = _is_main(page, draft.head) and _is_person(page, draft) and _narrates(page, draft)
    return draft if is_told and not is_inside and is_own else None


def _narrates(page: Page, draft: Draft) -> bool:
    """Tell whether somebody tells what he lived through: of himself, by a verb of recounting, or before he is named.

    Who holds an office states, and does not narrate.
    """
    head = draft.speaker.head if draft.speaker is not None else draft.head
    is_office = page.lemma(head) in read_toml("place_words")["titles"]["words"]
    is_first = max(draft.content) < draft.head
    return not is_office and (is_first or draft.lemma in _RECOUNTING or _tells_of_himself(page, draft))


def _tells_of_himself(page: Page, draft: Draft) -> bool:
    """Tell whether what is said is in the past and of the speaker ("he *stayed*", "she *had counted*")."""
    subjects = (t for t in draft.content if page.word(t) in _OWN and page.tree.is_relation(t, "nsubj"))
    return any(page.parse.tags[t] == "VBD" for subject in subjects for t in _verbs(page, page.parse.heads[subject]))


def _verbs(page: Page, head: int) -> tuple[int, ...]:
    """Return the head of a clause and the auxiliaries beside it, one of which tells its time."""
    return head, *page.tree.children(head, "aux", "cop")


def _is_main(page: Page, verb: int) -> bool:
    """Tell whether a verb in the present tells the sentence itself, not a clause about something in it."""
    line = [verb, *page.tree.ancestors(verb)]
    is_narrated = page.parse.tags[verb] in PRESENT
    return is_narrated and all(page.tree.is_relation(t, "root", "ccomp", "parataxis", "conj") for t in line)


def _is_person(page: Page, draft: Draft) -> bool:
    """Tell whether one person speaks: by name, as "he" or "she", or by a role in the singular."""
    head = draft.speaker.head if draft.speaker is not None else None
    if head is None or head in page.body_at:
        return False
    noun = page.lemma(head)
    is_one = page.parse.tags[head] == "NN" and (noun in role_words("persons") or is_people(noun))
    is_one = is_one and "org" not in read_noun_classes().get(noun, frozenset())
    return page.word(head) in _ALONE or page.labels.get(head) == "PERSON" or is_one


def _is_told(page: Page, sentence: int) -> bool:
    """Tell whether a sentence is a statement in the past, or of what has happened to others, that quotes nobody and has no "I"."""
    first, last = page.parse.sentences[sentence]
    root = page.tree.root(sentence)
    if root is None or last - first < _SHORTEST or page.is_headline(first) or page.word(last - 1) == "?":
        return False
    if any(t in page.timex_tokens and page.parse.universal[t] == "PROPN" for t in range(first, last)):
        return False
    if any(t in page.quotation_at or page.word(t) in cue_words("first_person") for t in range(first, last)):
        return False
    finite = _verbs(page, root)
    is_answer = page.word(first) in cue_words("answering") or any(page.parse.tags[t] == "MD" for t in finite)
    return not is_answer and any(page.parse.tags[t] == "VBD" or _has_become(page, t) for t in finite)


def _has_become(page: Page, token: int) -> bool:
    """Tell whether a word makes a perfect ("cholera *has* killed ten"); what "he" has done is also the narrator's to tell."""
    subject = page.tree.child(page.parse.heads[token], "nsubj")
    is_perfect = page.lemma(token) == "have" and page.tree.is_relation(token, "aux")
    return is_perfect and subject is not None and page.word(subject) not in _ALONE


def _words(page: Page, first: int, last: int) -> frozenset[int]:
    return frozenset(t for t in range(first, last) if t < last - 1 or not page.is_mark(t))
