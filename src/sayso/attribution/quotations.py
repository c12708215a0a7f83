"""Whose are quoted words that stand beyond the sentence of their cue?"""

from collections.abc import Sequence
from dataclasses import replace

from sayso.attribution.borders import has_finite_verb
from sayso.attribution.drafts import Draft
from sayso.attribution.pages import Page
from sayso.attribution.words import cue_words

_DIRECT = 4
_FEW = 20


def spread_quotations(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts, each with all of the quotations that it speaks.

    Somebody who is given a part of a quotation's sentences is given all of it. A quotation of whole sentences
    that nobody is given goes on with the speaker before it: in the same paragraph, or as a paragraph of its own.
    """
    found = [_complete(page, draft) for draft in drafts]
    owners: dict[int, int] = {}
    for number, draft in enumerate(found):
        for quotation in sorted({page.quotation_at[t] for t in draft.content if t in page.quotation_at}):
            if (
                quotation not in owners
                and (_is_direct(page, quotation) or _is_all(page, quotation, draft))
                and _opens_or_ends(page, quotation, draft)
            ):
                owners[quotation] = number
    _join_open(page, owners)
    _carry(page, found, owners)
    extra: dict[int, set[int]] = {}
    for quotation, number in owners.items():
        extra.setdefault(number, set()).update(page.quotations[quotation][0])
    return [
        replace(d, content=d.content | _without_cues(d, extra[n])) if n in extra else d for n, d in enumerate(found)
    ]


def _complete(page: Page, draft: Draft) -> Draft:
    """Return the draft with the whole of a quotation whose first words it tells, where both stand in one sentence."""
    added: set[int] = set()
    for number in {page.quotation_at[t] for t in draft.content if t in page.quotation_at}:
        tokens = page.quotations[number][0]
        opening = next((t for t in tokens if not page.is_mark(t)), None)
        is_one = page.tree.sentence(tokens[0]) == page.tree.sentence(tokens[-1])
        if is_one and opening in draft.content and draft.head not in tokens:
            added.update(tokens)
    return replace(draft, content=draft.content | _without_cues(draft, added)) if added - draft.content else draft


def _join_open(page: Page, owners: dict[int, int]) -> None:
    """Give a quotation that goes on over paragraphs one speaker, whose cue may stand in any of them."""
    for number in reversed(range(len(page.quotations) - 1)):
        is_one = page.quotations[number][1].is_open and page.quotations[number + 1][1].continues
        if is_one and number not in owners and number + 1 in owners:
            owners[number] = owners[number + 1]


def _without_cues(draft: Draft, tokens: set[int]) -> set[int]:
    own = set(range(*draft.cue)) | (set(range(*draft.speaker.run)) if draft.speaker else set())
    return tokens - own


def _is_direct(page: Page, quotation: int) -> bool:
    """Tell whether a quotation is speech, not a word or two set in marks."""
    tokens = page.quotations[quotation][0]
    words = [t for t in tokens if not page.is_mark(t)]
    first = page.sentence(tokens[0])[0]
    opens = tokens[0] == first or page.parse.words[tokens[0] - 1] in {",", ":", "--"}
    spans = page.tree.sentence(tokens[0]) != page.tree.sentence(tokens[-1])
    return (
        spans
        or (len(words) >= _DIRECT and opens)
        or (len(words) >= _DIRECT and has_finite_verb(page, frozenset(tokens)))
    )


def _is_all(page: Page, quotation: int, draft: Draft) -> bool:
    """Tell whether a short quotation is the whole of what somebody says ("It is over," she said)."""
    tokens = page.quotations[quotation][0]
    return len(tokens) >= 4 and all(tokens[0] <= t <= tokens[-1] for t in draft.content)


def _opens_or_ends(page: Page, quotation: int, draft: Draft) -> bool:
    """Tell whether the draft's content is the quotation's, not a narrower clause inside it.

    What is told inside a quotation ("... he told me that ...") has its cue there.
    """
    tokens = page.quotations[quotation][0]
    return not tokens[0] <= draft.head <= tokens[-1] or draft.cue[0] not in tokens


def _carry(page: Page, drafts: Sequence[Draft], owners: dict[int, int]) -> None:
    """Give quotations of whole sentences that have no speaker the one before, or the cue that ends on a colon."""
    for quotation, (tokens, mark) in enumerate(page.quotations):
        if quotation in owners:
            continue
        parted = _parted_from(page, drafts, owners, quotation)
        if parted is not None:
            owners[quotation] = parted
        if parted is not None or not _is_whole(page, quotation):
            continue
        before = _cue_before(page, drafts, tokens[0])
        if before is not None:
            owners[quotation] = before
        elif mark.continues and quotation - 1 in owners:
            owners[quotation] = owners[quotation - 1]
        elif (previous := _last_owner(page, owners, quotation)) is not None and not _speaks_between(
            page, drafts, owners, quotation, previous
        ):
            owners[quotation] = owners[previous]
        elif (told := _told_before(page, drafts, tokens[0])) is not None:
            owners[quotation] = told


def _parted_from(page: Page, drafts: Sequence[Draft], owners: dict[int, int], quotation: int) -> int | None:
    """Return whose quotation goes on behind "..., X said, " in the same sentence."""
    start = page.quotations[quotation][0][0]
    number = owners.get(quotation - 1)
    if (
        number is None
        or page.word(start - 1) != ","
        or page.tree.sentence(start) != page.tree.sentence(drafts[number].head)
    ):
        return None
    return number if page.quotations[quotation - 1][0][-1] < drafts[number].head < start else None


def _told_before(page: Page, drafts: Sequence[Draft], token: int) -> int | None:
    """Return who says the sentence right before a quotation in the same paragraph, as its main verb tells."""
    sentence = page.tree.sentence(token) - 1
    if sentence < 0 or page.passage(token) != page.parse.passages[sentence]:
        return None
    first, last = page.parse.sentences[sentence]
    said = [
        n
        for n, d in enumerate(drafts)
        if d.speaker is not None and first <= d.head < last and not d.content & {*range(token, token + 1)}
    ]
    inside = {t for n in said for t in drafts[n].content}
    outer = [n for n in said if drafts[n].head not in inside and drafts[n].lemma in cue_words("sure")]
    return outer[0] if len(outer) == 1 else None


def _is_whole(page: Page, quotation: int) -> bool:
    tokens = page.quotations[quotation][0]
    words = [t for t in tokens if not page.is_mark(t)]
    first, last = page.sentence(tokens[0])
    opens = tokens[0] <= first + 1
    rest = [t for t in range(tokens[-1] + 1, page.sentence(tokens[-1])[1]) if not page.is_mark(t)]
    return (
        bool(words)
        and opens
        and not rest
        and last - first >= 3
        and (has_finite_verb(page, frozenset(tokens)) or len(words) > 6)
    )


def _cue_before(page: Page, drafts: Sequence[Draft], token: int) -> int | None:
    """Return the draft whose sentence ends on a colon right before the token."""
    if token == 0 or page.parse.words[token - 1] != ":":
        return None
    first = page.sentence(token - 1)[0]
    return next((n for n, d in reversed(list(enumerate(drafts))) if first <= d.head < token), None)


def _last_owner(page: Page, owners: dict[int, int], quotation: int) -> int | None:
    """Return the quotation before, if it is near enough to go on: in this passage or the one before."""
    before = range(quotation - 1, max(-1, quotation - _FEW), -1)
    previous = next((number for number in before if number in owners), None)
    if previous is None:
        return None
    start, end = page.quotations[quotation][0][0], page.quotations[previous][0][-1]
    return previous if page.passage(start) - page.passage(end) <= 1 and start - end < 60 else None


def _speaks_between(page: Page, drafts: Sequence[Draft], owners: dict[int, int], quotation: int, previous: int) -> bool:
    """Tell whether the narrator or somebody else speaks between two quotations."""
    start, end = page.quotations[quotation][0][0], page.quotations[previous][0][-1]
    owner = drafts[owners[previous]]
    sentence_end = page.sentence(end)[1]
    told = page.sentence(owner.cue[0])[1]
    return any(d is not owner and max(end, told - 1) < d.head < start for d in drafts) or any(
        not page.is_mark(t) for t in range(max(sentence_end, owner.cue[1]), start) if t >= sentence_end
    )
