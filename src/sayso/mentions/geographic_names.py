"""Which words name a place, whatever they do in the sentence? Governments, adjectives and parts of longer names too.

`mentions.toponyms` asks less: the places that something happened at. This is what a map of a whole text needs.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from sayso.mentions.atlas import Listing, find_listing, is_demonym
from sayso.mentions.countries import key_of
from sayso.mentions.geographic_signs import (
    THRESHOLD,
    Page,
    calendar,
    is_capital,
    is_excluded,
    is_inside,
    read_page,
    weigh_alone,
    weigh_inside,
    weigh_label,
)  # fmt: skip
from sayso.mentions.lines import Line
from sayso.mentions.media_names import agencies
from sayso.mentions.names import Chunk, find_names
from sayso.mentions.place_signs import weigh, weigh_words
from sayso.mentions.place_words import kind_of, words
from sayso.model.claims import Layers
from sayso.model.kinds import PlaceKind
from sayso.model.mentions import GeographicName
from sayso.model.spans import Span

_LONGEST = 5
_SURE = THRESHOLD + 1
_HOLDS = re.compile(r"\s*,\s*|\s+in\s+(?:the\s+)?|\s+of\s+|\s*\(")
_PART = re.compile(r"[^\W\d_](?:[^,;()/–—\n]*[\w.])?(?=\s*(?:[,;()/–—:\n-]|$))")


class _Draft(NamedTuple):
    """A name that may be a place's, what speaks for it, and whether it stands by itself."""

    chunk: Chunk
    score: int
    is_alone: bool = False
    within: str | None = None


def find_geographic_names(layers: Layers, lines: Sequence[Line]) -> tuple[GeographicName, ...]:
    """Return the names of places of a document in reading order, the words of the name only, the dateline's too.

    A name that is surely a place once counts for one wherever it stands. `lines` are the sentences of the document.
    """
    names = sorted([*_dateline(layers), *_choose(layers, lines)], key=lambda name: name.span.start)
    text = layers.document.text
    return tuple(replace(name, within=name.within or _next(names, at, text)) for at, name in enumerate(names))


def _next(names: Sequence[GeographicName], number: int, text: str) -> str | None:
    """Return the next name if only a comma or "in" stands before it: "Oxford, N.C."."""
    if number + 1 == len(names):
        return None
    gap = text[names[number].span.end : names[number + 1].span.start]
    return names[number + 1].name if _HOLDS.fullmatch(gap) else None


def _dateline(layers: Layers) -> Iterator[GeographicName]:
    """Yield the names of the line before a report that says where it was written."""
    place = layers.document.dateline
    if place is None:
        return
    for match in _PART.finditer(place.read(layers.document.text)):
        name = match.group()
        listing = find_listing(name.title() if name.isupper() else name)
        if listing is not None and key_of(name) not in calendar() | agencies():
            yield GeographicName(span=Span(place.start + match.start(), place.start + match.end()), name=name)


def _choose(layers: Layers, lines: Sequence[Line]) -> Iterator[GeographicName]:
    page = read_page(layers.parse)
    drafts = [draft for line in lines for draft in _drafts(line, page)]
    sure = {draft.chunk.text.casefold() for draft in drafts if draft.is_alone and draft.score >= _SURE}
    for chunk, score, _, within in drafts:
        is_sure = chunk.text.casefold() in sure and chunk.label != "PERSON"
        if score + 2 * is_sure >= THRESHOLD:
            start = layers.parse.starts[chunk.first]
            yield GeographicName(span=Span(start, start + len(chunk.text)), name=chunk.text, within=within)


def _drafts(line: Line, page: Page) -> Iterator[_Draft]:
    taken: set[int] = set()
    for find in (_sites, _listed, _peoples, _unlisted):
        for draft in list(find(line, page, taken)):
            taken.update(range(draft.chunk.first, draft.chunk.last))
            yield draft


def _sites(line: Line, page: Page, _taken: set[int]) -> Iterator[_Draft]:
    """Yield names that no table holds and that end in the noun of a building or piece of land ("Marn Hospital")."""
    if line.is_headline:
        return
    for last in range(line.first + 1, line.last):
        if not is_capital(line, last) or kind_of(line.word(last)) is None or page.labels.get(last) == "PERSON":
            continue
        first = _site_start(line, last)
        chunk = Chunk(line, first, last + 1, page.label(last, last + 1))
        if first < last and find_listing(chunk.text) is None and _is_site(chunk):
            yield _Draft(chunk, 2 + weigh_words(chunk) + weigh_label(chunk), within=_inner(chunk))


def _site_start(line: Line, last: int) -> int:
    """Return where the capitals begin that end in the noun, over the "'s" of a saint."""
    first = last
    while _is_part(line, first - 1) or (line.word(first - 1) == "'s" and line.word(first - 3) in {"st", "st."}):
        first -= 1
    return first


def _is_part(line: Line, token: int) -> bool:
    word = line.word(token)
    is_name = is_capital(line, token) and line.universal(token) in {"PROPN", "NOUN", "ADJ"}
    return is_name and (word == "general" or word not in words("titles"))


def _is_site(chunk: Chunk) -> bool:
    noun = chunk.line.word(chunk.last - 1)
    inside = {chunk.line.word(token) for token in range(chunk.first, chunk.last - 1)}
    if kind_of(noun) is PlaceKind.ROAD or inside <= words("compass") | words("kinds"):
        return False
    return noun not in {"state", "front", "house"} and not inside & (words("bodies") - words("places_too"))


def _inner(chunk: Chunk) -> str | None:
    """Return the first known place in a longer name: "Colchester" of "Colchester General Hospital"."""
    pieces = (
        Chunk(chunk.line, first, last, None).text
        for first in range(chunk.first, chunk.last)
        for last in range(chunk.last - 1, first, -1)
    )
    return next((text for text in pieces if (listing := find_listing(text)) and listing.weight > 1), None)


def _listed(line: Line, page: Page, taken: set[int]) -> Iterator[_Draft]:
    """Yield names that a table holds, the longest at each place."""
    token = line.first
    while token < line.last:
        found = _longest(line, token, taken)
        token = found[0].last if found else token + 1
        if found is not None:
            chunk, listing = found
            chunk = chunk._replace(label=page.label(chunk.first, chunk.last))
            if is_inside(chunk):
                yield _Draft(chunk, weigh_inside(chunk, listing))
            else:
                yield _Draft(chunk, weigh_alone(chunk, listing, page), is_alone=True)


def _longest(line: Line, token: int, taken: set[int]) -> tuple[Chunk, Listing] | None:
    if not is_capital(line, token) or line.word(token) == "the":
        return None
    for last in range(min(token + _LONGEST, line.last), token, -1):
        if not _could_be_name(line, token, last) or not taken.isdisjoint(range(token, last)):
            continue
        chunk = Chunk(line, token, last, None)
        listing = find_listing(chunk.text)
        if listing is not None and not is_excluded(chunk, listing):
            return chunk, listing
    return None


def _could_be_name(line: Line, first: int, last: int) -> bool:
    inside = range(first + 1, last)
    return is_capital(line, last - 1) and all(is_capital(line, t) or line.word(t) in words("joiners") for t in inside)


def _peoples(line: Line, _page: Page, taken: set[int]) -> Iterator[_Draft]:
    """Yield adjectives of countries and regions that qualify something ("a French minister")."""
    token = line.first
    while token < line.last:
        size = next((size for size in (3, 2, 1) if _names_people(line, token, token + size, taken)), 0)
        if size and _qualifies(line, token + size - 1):
            yield _Draft(Chunk(line, token, token + size, None), _SURE)
        token += size or 1


def _names_people(line: Line, first: int, last: int, taken: set[int]) -> bool:
    if last > line.last or not is_capital(line, first) or not taken.isdisjoint(range(first, last)):
        return False
    text = Chunk(line, first, last, None).text
    return line.word(first) != "the" and not text.endswith("s") and is_demonym(text)


def _qualifies(line: Line, token: int) -> bool:
    is_part = line.tree.is_relation(token, "amod", "compound", "nmod", "flat", "conj")
    is_before = is_part and line.parse.heads[token] > token
    is_language = line.tree.is_relation(token, "obj", "iobj", "nsubj", "obl")
    return is_before or line.is_hyphen(token + 1) or (line.universal(token) == "ADJ" and not is_language)


def _unlisted(line: Line, page: Page, taken: set[int]) -> Iterator[_Draft]:
    """Yield names that no table holds and that the words or the parse take for a place's."""
    for chunk in find_names(line, frozenset(taken), dict(page.labels)):
        is_new = taken.isdisjoint(range(chunk.first, chunk.last)) and chunk.text[0].isalpha()
        if is_new and not _is_other(chunk, page):
            score = min(weigh(chunk), 4) - 1 + weigh_label(chunk) - 2 * (chunk.label == "PERSON")
            yield _Draft(chunk, score)


def _is_other(chunk: Chunk, page: Page) -> bool:
    line = chunk.line
    inside = {line.word(token) for token in range(chunk.first, chunk.last)}
    ordinary = words("compass") | words("kinds") | words("bodies") | words("titles") | calendar()
    is_person = line.parse.words[chunk.last - 1] in page.surnames
    is_road = kind_of(line.word(chunk.last - 1)) is PlaceKind.ROAD
    return is_person or is_road or inside <= ordinary or key_of(chunk.text) in agencies() or is_demonym(chunk.text)
