"""Who speaks where a page only sets a name beside the words: in a transcript, or below a quotation?"""

from collections.abc import Iterator

from sayso.attribution.borders import trim
from sayso.attribution.candidates import could_speak
from sayso.attribution.drafts import Draft
from sayso.attribution.pages import Page, Run
from sayso.attribution.speakers import Speaker
from sayso.attribution.words import cue_words
from sayso.model.derivations import name_rule
from sayso.model.kinds import Stance

TURN = name_rule("attribution.turn", 'A transcript sets the name of who speaks before a colon ("VARN: We left.").')
SIGNED = name_rule("attribution.signed", 'A dash and a name stand behind a quotation ("..." — Mira Holt).')
_LONGEST = 4


def find_turns(page: Page) -> Iterator[Draft]:
    """Yield the paragraphs of a transcript that open on a name in capitals and a colon; one alone is no transcript."""
    turns = [turn for run in _paragraphs(page) if (turn := _read_turn(page, run))]
    if len(turns) > 1:
        yield from turns


def _paragraphs(page: Page) -> Iterator[Run]:
    first = 0
    for token in range(1, len(page.parse) + 1):
        if token == len(page.parse) or page.passage(token) != page.passage(first):
            yield first, token
            first = token


def _read_turn(page: Page, run: Run) -> Draft | None:
    first = run[0] + page.is_mark(run[0])
    colon = next((t for t in range(first + 1, min(first + 1 + _LONGEST, run[1] - 1)) if page.word(t) == ":"), None)
    if colon is None or not all(_is_capital(page.parse.words[t]) for t in range(first, colon)):
        return None
    content = trim(page, range(colon + 1, run[1]))
    return _draft(page, (colon, colon + 1), content, Speaker(colon - 1, (first, colon)), TURN) if content else None


def _is_capital(word: str) -> bool:
    return word.isupper() and (len(word) > 1 or word == ".")


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
