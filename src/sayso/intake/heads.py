"""Which lines above the article are furniture: mastheads, site titles, sections, bylines?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.intake.bylines import could_be_byline
from sayso.intake.layouts import Layout
from sayso.intake.lines import Line, plain_line
from sayso.intake.phrases import is_section
from sayso.intake.titles import could_be_headline, find_title
from sayso.lexicons import read_words
from sayso.model.documents import Furniture
from sayso.model.spans import Span, trim

_SEPARATOR = re.compile(r"\s+[|»·•–—-]+\s+")
_LABEL = re.compile(r"[A-Z][A-Z ]{3,30}(?: (?:No|NO)\.? ?\d+)?")
_LAST_LINES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The lines above the article: the furniture among them, the headline and the lines that name writers."""

    furniture: tuple[Furniture, ...]
    title: Line | None
    bylines: tuple[Line, ...]


def read_head(layout: Layout, given_title: str | None, credit: str | None, named: frozenset[str]) -> Head:
    """Return what the lines above the article are.

    `credit` is the agency of the dateline and `named` the publishers that the text names as its own: a line
    that holds only such a name is the masthead when it stands above the headline, and a byline below it.
    """
    free = [line for line in layout.above if line.number not in layout.marked]
    pieces = list(_site_titles(layout, free, given_title))
    taken = {piece.span for piece in pieces}
    tops = {piece.span.start for piece in pieces if piece.what == "masthead"}
    free = [line for line in free if line.span not in taken and line.span.start not in tops]
    labels = dict(_labels(layout, free, named))
    free = [line for line in free if line.number not in labels]
    title = find_title(free, given_title)
    below = [line for line in free if title and line.number > title.number]
    bylines = [line for line in below[-_LAST_LINES:] if _is_byline(layout, line, credit)]
    labels |= {line.number: "byline" for line in bylines}
    labels |= dict(_repeats(below, title))
    pieces += [Furniture(span=layout.lines[number].span, what=what) for number, what in labels.items()]
    marked = [line for line in layout.above if layout.marked.get(line.number) == "byline"]
    return Head(furniture=tuple(pieces), title=title, bylines=(*marked, *bylines))


def _site_titles(layout: Layout, free: list[Line], given: str | None) -> Iterator[Furniture]:
    """Yield site titles: a line of sections and a publisher, or the publisher behind the headline."""
    for line in free:
        parts = list(_SEPARATOR.finditer(line.head))
        if not parts or not line.is_short or (given and plain_line(given) == plain_line(line.head)):
            continue
        first, last = line.head[: parts[0].start()], line.head[parts[-1].end() :]
        is_top = line.number == 0 and len(parts) == 1 and any(could_be_headline(other) for other in free[1:])
        if is_top and is_outlet_shaped(first):
            name = Span(line.span.start, line.span.start + parts[0].start())
            yield Furniture(span=name, what="masthead")
            yield Furniture(span=_from(layout, line, parts[0].start()), what="site slogan")
        elif _is_site(layout, last) and (is_top or _are_sections(first) or layout.publishers.named(first)):
            yield Furniture(span=line.span, what="site title")
        elif _is_site(layout, last):
            yield Furniture(span=_from(layout, line, parts[-1].start()), what="site title")
        elif layout.publishers.named(first) and len(parts) == 1:
            yield Furniture(span=Span(line.span.start, line.span.start + parts[0].end()), what="site title")


def _from(layout: Layout, line: Line, offset: int) -> Span:
    return trim(Span(line.span.start + offset, line.span.end), layout.text)


def _is_site(layout: Layout, words: str) -> bool:
    """Tell whether words are a publisher's name, alone or with words such as "Archive" and "News" beside it."""
    if layout.publishers.named(words):
        return True
    tokens = words.split()
    names = [t for t in tokens if t.casefold() not in read_words("page_heads", "outlet_words")]
    if len(names) < len(tokens) and layout.publishers.named(" ".join(names)):
        return True
    return is_outlet_shaped(words)


def is_outlet_shaped(words: str) -> bool:
    """Tell whether a few capitalised words are built like the name of a newspaper or a station."""
    tokens = words.split()
    if not 1 < len(tokens) <= 5 or not all(t[0].isupper() or t in {"of", "the", "and", "for", "&"} for t in tokens):
        return False
    return tokens[-1].casefold() in read_words("page_heads", "outlet_words") or (
        tokens[0].casefold() in {"radio", "voice"} and len(tokens) < 5
    )


def _are_sections(words: str) -> bool:
    """Tell whether most of the words are names of sections ("Arab News Opinion")."""
    tokens = [token for token in re.split(r"[\s,&]+", words.casefold()) if token]
    known = sum(token in read_words("page_heads", "sections") for token in tokens)
    return is_section(words) or (len(tokens) > 1 and 3 * known >= 2 * len(tokens))


def _labels(layout: Layout, free: list[Line], named: frozenset[str]) -> Iterator[tuple[int, str]]:
    masthead: Line | None = None
    for line in free:
        rest = any(could_be_headline(other) for other in free if other.number > line.number)
        if line.number == 0 and _opens(layout, line, has_more=len(free) > 1) and not is_section(line.head):
            masthead = line
            yield line.number, "masthead"
        elif is_section(line.head) or (rest and _LABEL.fullmatch(line.head)):
            is_name = plain_line(line.head) in named
            yield line.number, "masthead" if is_name else "section label"
            masthead = line if is_name else masthead
        elif rest and masthead is None and _is_masthead(layout, line, named):
            masthead = line
            yield line.number, "masthead"
        elif masthead and rest and not line.is_apart and _is_joined(layout, masthead, line):
            yield line.number, "site slogan"


def _opens(layout: Layout, line: Line, *, has_more: bool) -> bool:
    """Tell whether the first line of a page is the name of who publishes it: a headline or a menu stands below it."""
    if not has_more and 1 not in layout.marked:
        return False
    return is_outlet_shaped(line.head) or (has_more and _is_body(line.head))


def _is_body(words: str) -> bool:
    """Tell whether a line in capitals is the name of an office or organisation ("OFFICE FOR RELIEF (OFR)")."""
    tokens = [token.strip("().,") for token in words.split()]
    return (
        words.isupper()
        and 1 < len(tokens) <= 9
        and any(token.casefold() in read_words("page_heads", "body_words") for token in tokens)
    )


def _is_masthead(layout: Layout, line: Line, named: frozenset[str]) -> bool:
    if len(line.words) > 6:
        return False
    is_first = line.number < 2
    return (
        layout.publishers.named(line.head) is not None
        or plain_line(line.head) in named
        or (is_first and is_outlet_shaped(line.head))
    )


def _is_joined(layout: Layout, masthead: Line, line: Line) -> bool:
    """Tell whether no empty line stands between the masthead and the line, and one after it."""
    between = layout.lines[masthead.number + 1 : line.number + 1]
    after = layout.lines[line.number + 1 : line.number + 2]
    return not any(other.is_apart for other in between) and all(other.is_apart for other in after)


def _is_byline(layout: Layout, line: Line, credit: str | None) -> bool:
    return line.head == credit or could_be_byline(line.head, layout.publishers)


def _repeats(below: list[Line], title: Line | None) -> Iterator[tuple[int, str]]:
    """Yield a second copy of the headline."""
    for line in below:
        if title and plain_line(line.head) == plain_line(title.head):
            yield line.number, "repeated headline"
