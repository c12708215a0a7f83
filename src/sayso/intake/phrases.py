"""Is a line furniture by its own words, wherever it stands?"""

import re
from collections.abc import Callable, Iterator
from functools import cache

from sayso.intake.bylines import is_byline
from sayso.intake.date_lines import is_date_line
from sayso.intake.lines import Line, plain_line
from sayso.lexicons import read_toml, read_words

# A line that opens like a widget and is longer than this is a sentence of the article.
_WIDGET = 110
_QUOTED = re.compile(r"[\"“”«»]")
_READING_TIME = re.compile(r"(?:reading time:? )?\d{1,3}[ -]?min(?:ute)?s?\.?(?:[ -]?read)?", re.IGNORECASE)
_COUNTER = re.compile(r"\d{1,3} ?(?:/|of) ?\d{1,3}")
_SEPARATORS = re.compile(r"\s*(?:[|·•>»]|\s/\s|\u00a0{2,}| {3,}|\t)\s*")
_FIELD = re.compile(r"[^.!?]{1,40}[:*]")
_INITIALS = re.compile(r"[A-Z]{2,4}(?:/[A-Z]{2,4}){1,3}")


def match_line(line: Line) -> str | None:
    """Return what kind of furniture the line is by its own words, or None.

    A whole line must be known ("Share this article"), open like one and be short, or have the form of one: a
    reading time, a picture counter, a menu, a date line, a byline, the field of a form.
    """
    return _known(line) or _formed(line)


def match_below(words: str) -> str | None:
    """Return what kind of furniture the words of a line or sentence below the article are, or None.

    There a sentence to the site's readers about the site, and one of rights and rules, is furniture even
    when it is long. Words between quotation marks are somebody's.
    """
    text = words.replace("’", "'").casefold()
    for what, phrases in _phrases("tail"):
        if any(phrase in text for phrase in phrases):
            return what
    if _QUOTED.search(words):
        return None
    tokens = set(re.findall(r"[\w-]+", text))
    speaks = any(" " in w and w in text for w in _to_readers("readers")) or tokens & _to_readers("readers")
    return "comment box" if speaks and tokens & _to_readers("site") else None


def _known(line: Line) -> str | None:
    plain = plain_line(line.head)
    for what, phrases in _phrases("whole"):
        if plain in phrases:
            return what
    if line.span.length > _WIDGET and not line.head.startswith(("©", "(")):
        return _long_opening(line)
    return _opening(line)


def _opening(line: Line) -> str | None:
    text = line.head.replace("’", "'").casefold()
    for what, phrases in _phrases("starts"):
        if text.startswith(tuple(phrases)) and not _QUOTED.search(line.head):
            return what
    return None


def _long_opening(line: Line) -> str | None:
    """Return the kind of a long line that only furniture opens like."""
    kind = _opening(line)
    return kind if kind in {"disclaimer", "credits", "copyright line"} else None


def _formed(line: Line) -> str | None:
    return next((what for is_form, what in _FORMS if is_form(line.head)), None)


def _is_field(text: str) -> bool:
    """Tell whether a line is the label of a known field of a form."""
    kinds = {"form", "comment box"}
    return bool(_FIELD.fullmatch(text)) and any(
        plain_line(text) in phrases for what, phrases in _phrases("whole") if what in kinds
    )


def _is_menu(text: str) -> bool:
    """Tell whether a line is a row of links: three or more short parts, or two of which one is known."""
    parts = [part for part in _SEPARATORS.split(text) if part]
    if len(parts) < 2 or any(len(part.split()) > 6 for part in parts) or text.endswith((".", "!", "?")):
        return False
    return len(parts) > 2 or any(_is_link(part) for part in parts)


def _is_link(part: str) -> bool:
    plain = plain_line(part)
    return any(plain in phrases for _, phrases in _phrases("whole")) or any(
        plain.startswith(tuple(phrases)) for _, phrases in _phrases("starts")
    )


_FORMS: tuple[tuple[Callable[[str], object], str], ...] = (
    (_READING_TIME.fullmatch, "reading time"),
    (_COUNTER.fullmatch, "picture counter"),
    (_INITIALS.fullmatch, "initials of editors"),
    (is_date_line, "date line"),
    (is_byline, "byline"),
    (_is_menu, "menu"),
    (_is_field, "form"),
)


def is_section(words: str) -> bool:
    """Tell whether words are only the names of sections of a site ("Middle East", "World | Politics")."""
    parts = [plain_line(part) for part in re.split(r"[|/>»·•,&-]\s|\s{2,}", words)]
    return bool(parts) and all(part in read_words("page_heads", "sections") for part in parts)


@cache
def _phrases(how: str) -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple(_read_phrases(how))


def _read_phrases(how: str) -> Iterator[tuple[str, frozenset[str]]]:
    for kind in read_toml("furniture")["kinds"]:
        yield kind["what"], frozenset(phrase.casefold() for phrase in kind.get(how, ()))


@cache
def _to_readers(key: str) -> frozenset[str]:
    return frozenset(read_toml("furniture")["to_readers"][key])
