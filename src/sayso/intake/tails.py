"""Which lines below or between the article's are furniture by where they stand?"""

import re
from collections.abc import Iterator

from sayso.intake.layouts import Layout
from sayso.intake.lines import SENTENCE_STOP, Line, first_sentence, plain_line
from sayso.intake.phrases import match_below
from sayso.lexicons import read_toml
from sayso.model.documents import Furniture
from sayso.model.spans import Span

_FEW_WORDS, _SHORT = 6, 50
_TRAILING, _SENTENCE = 600, 160
_PICTURE = re.compile(r"[^.!?:;]{3,80}")


def read_tail(layout: Layout) -> Iterator[Furniture]:
    """Yield the furniture below the article.

    What follows a heading such as "Read also" is a list of other articles; a sentence to the site's readers,
    or of its rights, is furniture; so is a line of a few words without a full stop.
    """
    yield from _last_sentences(layout)
    what: str | None = None
    is_list = False
    for line in layout.below:
        what = layout.marked.get(line.number)
        if what is not None:
            is_list = is_list or what == "feeder list"
            continue
        found = "feeder list" if is_list and not line.is_prose else _below(layout, line)
        if found:
            yield Furniture(span=line.span, what=found)


def _last_sentences(layout: Layout) -> Iterator[Furniture]:
    """Yield what the article's last line says to the site's readers, sentence by sentence."""
    if layout.last is None:
        return
    line = layout.lines[layout.last]
    start = max(line.span.start, line.span.end - _TRAILING)
    for stop in SENTENCE_STOP.finditer(layout.text, start, line.span.end):
        words = first_sentence(layout.text[stop.end() : line.span.end])
        what = match_below(words) if len(words) <= _SENTENCE else None
        if what:
            yield Furniture(span=Span(stop.end(), stop.end() + len(words)), what=what)


def _below(layout: Layout, line: Line) -> str | None:
    if not line.is_short:
        return None
    if found := match_below(line.head):
        return found
    if layout.publishers.named(line.head):
        return "source list"
    is_scrap = len(line.words) <= _FEW_WORDS and line.span.length <= _SHORT and not line.ends_sentence
    return "link" if is_scrap else None


def read_between(layout: Layout) -> Iterator[Furniture]:
    """Yield the furniture between the article's lines: lists of other articles and titles of pictures.

    A list follows its heading without an empty line. A picture's title is a line that opens the caption below
    it, or a few words with the word map or chart.
    """
    is_list = False
    for line in _between(layout):
        what = layout.marked.get(line.number)
        is_list = what == "feeder list" or (is_list and what is None and not line.is_apart and not line.is_prose)
        if what is not None:
            continue
        if is_list:
            yield Furniture(span=line.span, what="feeder list")
        elif _is_picture_label(line):
            yield Furniture(span=line.span, what="picture label")
        elif _opens_next(layout, line):
            yield Furniture(span=line.span, what="picture title")


def _between(layout: Layout) -> tuple[Line, ...]:
    return layout.lines[layout.first + 1 : layout.last] if layout.first is not None and layout.last else ()


def _is_picture_label(line: Line) -> bool:
    """Tell whether a few words name a map or chart: "Arva Map", "Map of the valley", "Arva Map, 31 July 2013"."""
    if len(line.words) > 8 or line.ends_sentence or not _PICTURE.fullmatch(line.head):
        return False
    words = [word.casefold() for word in line.words]
    labels = set(read_toml("furniture")["pictures"]["labels"])
    names = [word for word in words if not any(c.isdigit() for c in word) and word not in read_toml("time")["months"]]
    return bool(names) and (names[-1] in labels or (names[0] in labels and names[1:2] in (["of"], ["showing"], [])))


def _opens_next(layout: Layout, line: Line) -> bool:
    """Tell whether a line that is a name stands again at the beginning of the longer one below it."""
    is_name = len(line.words) > 2 and all(word[0].isupper() or "-" in word for word in line.words if len(word) > 3)
    if line.ends_sentence or not is_name or line.span.length > 100:
        return False
    after = layout.lines[line.number + 1 : line.number + 2]
    return any(plain_line(o.head).startswith(f"{plain_line(line.head)} ") for o in after)
