"""Whose is what stands before a note like "(Source: Ford Media Office)"?"""

import re
from collections.abc import Iterator

from sayso.attribution.pages import Page, Run
from sayso.attribution.words import body_kinds, head_kinds, role_words
from sayso.lexicons.bodies import find_body
from sayso.model.attributions import Source
from sayso.model.derivations import name_rule
from sayso.model.kinds import VoiceKind
from sayso.model.spans import Span

NOTED = name_rule(
    "attribution.noted",
    'A note behind the passage names its source ("Twelve people were killed. (Source: Ford Media Office)").',
)
_NOTE = re.compile(r"[(\[]?\s*sources?\s?:\s*(?P<name>[^\W\d_][\w .&'’-]{1,60}?)\s*\.?\s*[)\]]?", re.IGNORECASE)
_LONGEST = 8


def find_noted(page: Page) -> Iterator[tuple[Run, Source]]:
    """Yield the passages that a note closes, with the one source that it names.

    A passage begins with its paragraph, or behind the note before in it. A note on a line of its own closes all
    paragraphs since the one before, where the page has several; the only note, at the end of the page, credits the
    whole page, which is told of the document. A list of sources tells nobody's words.
    """
    notes, start = [*_find_notes(page)], 0
    if len(notes) == 1 and all(page.is_headline(t) for t in range(notes[0][0], len(page.parse))):
        return
    for last, source in notes:
        first = _find_start(page, start, last, source) if len(notes) > 1 or _is_beside(page, last, source) else last
        if first < last:
            yield (first, last), source
        start = last


def _find_start(page: Page, start: int, last: int, source: Source) -> int:
    """Return where a passage begins that a note closes: behind the note before, beside its words with their paragraph."""
    paragraph = next(run for run in page.paragraphs if run[0] < last <= run[1])
    first = max(start, paragraph[0]) if _is_beside(page, last, source) else start
    return next((t for t in range(first, last) if not page.is_headline(t)), last)


def _is_beside(page: Page, last: int, source: Source) -> bool:
    """Tell whether a note stands on the line of the words before it."""
    end = page.parse.ends[last - 1] if source.span is None else source.span.start
    return "\n" not in page.layers.document.text[page.parse.ends[last - 1] : end]


def _find_notes(page: Page) -> Iterator[tuple[int, Source]]:
    """Yield the notes of the page that name one source: where the words before them end, and the source."""
    text = page.layers.document.text
    for furniture in page.layers.document.furniture:
        match = _NOTE.fullmatch(furniture.span.read(text)) if furniture.what == "source list" else None
        if match is None or len(match["name"].split()) > _LONGEST or " and " in match["name"]:
            continue
        last = page.tokens(Span(0, furniture.span.start)).stop
        if last and _is_somebody(page, match["name"]):
            span = Span(furniture.span.start + match.start("name"), furniture.span.start + match.end("name"))
            body = find_body(match["name"])
            kind = _kind(match["name"]) if body is None else VoiceKind(body.kind)
            yield last, Source(name=match["name"] if body is None else body.name, kind=kind, span=span, rule=NOTED)


def _is_somebody(page: Page, name: str) -> bool:
    """Tell whether a name is somebody but the outlet: a platform only carries what others say."""
    outlet = (page.layers.document.outlet or "").casefold()
    return name.casefold() not in role_words("platforms") and name.casefold() != outlet


def _kind(name: str) -> VoiceKind:
    """Return the kind that the words of a name tell."""
    words = [word.casefold() for word in name.split()]
    by_body = (kind for kind, known in body_kinds() if known & {*words})
    by_role = (head_kinds()[word] for word in (words[-1], words[-1].removesuffix("s")) if word in head_kinds())
    return next(iter((*by_body, *by_role)), VoiceKind.UNKNOWN)
