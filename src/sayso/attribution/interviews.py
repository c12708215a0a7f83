"""Whose are the quoted answers of an interview, beside which nobody is named?"""

from collections import Counter
from collections.abc import Iterator, Sequence

from sayso.attribution.drafts import Draft
from sayso.attribution.pages import Page, Run
from sayso.attribution.phrases import find_phrase
from sayso.attribution.speaker_phrases import Speaker
from sayso.model.derivations import name_rule
from sayso.model.kinds import Stance

ANSWERED = name_rule(
    "attribution.answered",
    "A page puts questions of its own and quoted paragraphs answer them without a name: the person whom it quotes most answers.",
)
_CLOSING = frozenset({'"', "”", "»", "’"})
_LONGEST = 40


def find_answers(page: Page, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield each paragraph that is a quotation in which nobody is said to speak, where one stands below a question."""
    said = {t for draft in drafts for t in draft.content}
    # What the one who answers says of others' words has a source: his first word has none.
    answers = [
        n for n, run in enumerate(page.paragraphs) if _is_quoted(page, run) and said.isdisjoint((run[0], run[0] + 1))
    ]
    if not any(n and _is_question(page, page.paragraphs[n - 1]) for n in answers):
        return
    person = _find_interviewee(page, drafts)
    if person is None:
        return
    for first, last in (page.paragraphs[n] for n in answers):
        yield Draft(
            head=first, cue=(first, first + 1), lemma=page.word(first), stance=Stance.ASSERTS,
            content=frozenset(range(first, last)), rule=ANSWERED, speaker=person,
        )  # fmt: skip


def _is_quoted(page: Page, run: Run) -> bool:
    """Tell whether a paragraph is quoted from its first mark to its last."""
    first, last = run
    inside = [t in page.quotation_at for t in range(first, last)]
    return all(inside) and page.parse.words[last - 1] in _CLOSING


def _is_question(page: Page, run: Run) -> bool:
    """Tell whether a short paragraph without a quotation ends on a question."""
    first, last = run
    is_plain = all(t not in page.quotation_at for t in range(first, last))
    return is_plain and last - first <= _LONGEST and page.word(last - 1) == "?"


def _find_interviewee(page: Page, drafts: Sequence[Draft]) -> Speaker | None:
    """Return the person, known by a name, who speaks most of the quotations that have a source."""
    heads = [d.speaker.head for d in drafts if d.speaker is not None and any(t in page.quotation_at for t in d.content)]
    persons = [r for head in heads if (r := page.referent_at.get(head)) is not None and r.kind == "person"]
    count = Counter(r.name for r in persons if r.name[:1].isupper())
    if not count:
        return None
    name = max(count, key=lambda n: (count[n], n))
    head = next(h for h in heads if (r := page.referent_at.get(h)) is not None and r.name == name)
    return Speaker(head, find_phrase(page, head))
