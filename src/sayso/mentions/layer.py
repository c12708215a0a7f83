"""What times, places, parties and figures does a document mention?"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from sayso.mentions.actors import find_actors, names_armed_men
from sayso.mentions.countries import key_of
from sayso.mentions.figures import find_figures
from sayso.mentions.geographic_names import find_geographic_names
from sayso.mentions.lines import Line, read_lines
from sayso.mentions.names import Chunk, find_names
from sayso.mentions.organizations import Body, find_bodies
from sayso.mentions.timexes import find_timexes
from sayso.mentions.toponyms import find_toponyms
from sayso.model.claims import Layers
from sayso.model.mentions import ActorMention, Figure, Mentions, Timex, Toponym
from sayso.text.trees import tree_of


def find_mentions(layers: Layers) -> Mentions:
    """Return all mentions of a document, each kind in reading order; nothing is resolved."""
    tree = tree_of(layers.parse)
    labels = {token: name.label for name in layers.parse.names for token in range(name.first, name.last)}
    timexes: list[Timex] = []
    figures: list[Figure] = []
    names: list[Chunk] = []
    bodies: list[Body] = []
    lines = list(read_lines(layers, tree))
    for line in lines:
        times = find_timexes(line)
        taken = frozenset(
            token for first, last, timex in times if timex.event is None or timex.unit for token in range(first, last)
        )
        timexes.extend(timex for _, _, timex in times)
        figures.extend(find_figures(line, taken))
        names.extend(find_names(line, taken | _dateline_tokens(layers, line), labels))
        bodies.extend(find_bodies(line))
    held = frozenset(token for body in bodies for token in range(body.first, body.last))
    toponyms = find_toponyms(
        lines, [name for name in names if not names_armed_men(name)], held, _dateline_names(layers)
    )
    places = frozenset(token for place in toponyms for token in (place.token, *_name_tokens(layers, place)))
    actors: list[ActorMention] = find_actors(lines, names, bodies, places)
    return Mentions(
        timexes=tuple(timexes),
        toponyms=toponyms,
        actors=tuple(actors),
        figures=tuple(figures),
        geographic_names=find_geographic_names(layers, lines),
    )


def _name_tokens(layers: Layers, place: Toponym) -> Iterator[int]:
    """Yield the tokens of a place's name, wherever they stand in its phrase ("the neighbourhood of X")."""
    starts = layers.parse.starts
    first, last = bisect_left(starts, place.span.start), bisect_left(starts, place.span.end)
    yield from (token for token in range(first, last) if layers.parse.words[token] in place.name.split())


def _dateline_tokens(layers: Layers, line: Line) -> frozenset[int]:
    """Return the tokens of the sentence in the dateline: where a report was written is no place of its events."""
    dateline = layers.document.dateline
    if dateline is None:
        return frozenset()
    return frozenset(t for t in range(line.first, line.last) if dateline.start <= layers.parse.starts[t] < dateline.end)


def _dateline_names(layers: Layers) -> frozenset[str]:
    """Return the names in the dateline, as tables compare them: they are places wherever the text names them."""
    dateline = layers.document.dateline
    words = re.split(r"\(| [–—-]", dateline.read(layers.document.text))[0] if dateline else ""
    parts = re.split(r"[,;/]", words)
    return frozenset(key_of(part) for part in parts if part.strip() and not any(c.isdigit() for c in part))
