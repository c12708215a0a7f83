"""Who speaks where a page only sets a name beside the words: in a transcript, or below a quotation?"""

from collections import Counter
from collections.abc import Iterator, Sequence

from sayso.attribution.borders import trim
from sayso.attribution.candidates import could_speak
from sayso.attribution.drafts import Draft
from sayso.attribution.pages import Page, Run
from sayso.attribution.speaker_phrases import Speaker
from sayso.attribution.words import cue_words
from sayso.model.derivations import name_rule
from sayso.model.kinds import Stance

TURN = name_rule(
    "attribution.turn",
    'A transcript sets the name of who speaks before a colon, or "A" for who answers ("VARN: We left.").',
)
SIGNED = name_rule("attribution.signed", 'A dash and a name stand behind a quotation ("..." — Mira Holt).')
_LONGEST, _FEWEST = 4, 2
_ANSWERS, _QUESTIONS = frozenset({"a", "answer"}), frozenset({"q", "question"})


def find_turns(page: Page) -> Iterator[Draft]:
    """Yield what each speaker of a transcript says, up to the next turn; one turn alone is no transcript.

    A turn opens a paragraph: on a name in capitals and a colon, on one that opens others too ("Mira Holt: ..."), or on
    "A:", which answers for whom the page has named last before its first question. Who only asks says nothing.
    """
    openings = [(run, colon) for run in page.paragraphs if (colon := _find_colon(page, run)) is not None]
    labels = Counter(_label(page, run, colon) for run, colon in openings)
    turns = [(run, colon) for run, colon in openings if _is_turn(page, run, colon, labels)]
    answerer = _find_answerer(page, turns)
    if len(turns) < _FEWEST:
        return
    starts = [run[0] for run, _ in openings]
    ends = [next(start for start in starts if start > run[0]) for run, _ in turns[:-1]]
    for (run, colon), end in zip(turns, [*ends, turns[-1][0][1]], strict=True):
        draft = _read_turn(page, (run[0], end), colon, answerer)
        if draft is not None:
            yield draft


def _find_colon(page: Page, run: Run) -> int | None:
    """Return the colon behind the few words in capitals that open a paragraph."""
    first = run[0] + page.is_mark(run[0])
    colon = next((t for t in range(first + 1, min(first + 1 + _LONGEST, run[1] - 1)) if page.word(t) == ":"), None)
    is_label = colon is not None and all(
        page.parse.words[t][:1].isupper() or page.is_mark(t) for t in range(first, colon)
    )
    return colon if is_label else None


def _label(page: Page, run: Run, colon: int) -> str:
    return " ".join(page.word(t) for t in range(run[0] + page.is_mark(run[0]), colon))


def _is_turn(page: Page, run: Run, colon: int, labels: Counter[str]) -> bool:
    """Tell whether a label opens a turn: in capitals, a letter for question or answer, or a name or asker that comes again."""
    label = _label(page, run, colon)
    words = page.parse.words[run[0] + page.is_mark(run[0]) : colon]
    is_again = labels[label] > 1 and (label in _askers() or _is_person(page, range(colon - len(words), colon)))
    return all(map(_is_capital, words)) or label in _ANSWERS | _QUESTIONS or is_again


def _is_person(page: Page, tokens: range) -> bool:
    """Tell whether a label names a person: two words so marked, or one that ends a name elsewhere (a place heads notes, too)."""
    if len(tokens) == 1:
        return bool(page.name_ends.get(page.word(tokens[0])))
    return all(page.labels.get(t) == "PERSON" for t in tokens)


def _askers() -> frozenset[str]:
    return cue_words("askers") | _QUESTIONS


def _find_answerer(page: Page, turns: Sequence[tuple[Run, int]]) -> Speaker | None:
    """Return the person whom the page names last before its first turn: in an interview the one who answers."""
    first = turns[0][0][0] if turns else 0
    names = [n for n in page.parse.names if n.label == "PERSON" and n.last <= first and n.last - n.first > 1]
    return Speaker(names[-1].last - 1, (names[-1].first, names[-1].last)) if names else None


def _read_turn(page: Page, run: Run, colon: int, answerer: Speaker | None) -> Draft | None:
    label = _label(page, run, colon)
    content = trim(page, range(colon + 1, run[1]))
    own = Speaker(colon - 1, (run[0] + page.is_mark(run[0]), colon))
    speaker = answerer if label in _ANSWERS else own
    if label in _askers() or page.is_outlet(own.run) or speaker is None or not content:
        return None
    return _draft(page, (colon, colon + 1), content, speaker, TURN)


def _is_capital(word: str) -> bool:
    return word == "." or (word.isupper() and len(word) > 1)


def find_signed(page: Page) -> Iterator[Draft]:
    """Yield the quotations behind which a dash and the name of a person close the line."""
    for tokens, _ in page.quotations:
        dash = tokens[-1] + 1
        if page.word(dash) not in cue_words("dashes"):
            continue
        run = _name_behind(page, dash + 1)
        if run is not None and any(could_speak(page, t) for t in range(*run)):
            yield _draft(page, (dash, dash + 1), frozenset(tokens), Speaker(run[1] - 1, run), SIGNED)


def _name_behind(page: Page, first: int) -> Run | None:
    """Return the words in capitals from a token on, None where words in lower case go on in the same line."""
    last, text = first, page.layers.document.text
    while last < len(page.parse) and page.parse.words[last][:1].isupper() and last - first < _LONGEST + 1:
        if last > first and "\n" in text[page.parse.ends[last - 1] : page.parse.starts[last]]:
            break
        last += 1
    is_end = last >= len(page.parse) or page.is_mark(last)
    is_line = is_end or "\n" in text[page.parse.ends[last - 1] : page.parse.starts[last]]
    return (first, last) if last > first and is_line else None


def _draft(page: Page, cue: Run, content: frozenset[int], speaker: Speaker, rule: str) -> Draft:
    return Draft(
        head=cue[0], cue=cue, lemma=page.word(cue[0]), stance=Stance.ASSERTS, content=content, rule=rule, speaker=speaker
    )  # fmt: skip
