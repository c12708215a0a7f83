"""In which row of `counting.toml` does a stated number stand, and what figures does its statement hold?"""

from dataclasses import replace
from functools import cache

from sayso.claims.frames import Frame, load_frames
from sayso.claims.scenes import Scene
from sayso.claims.sightings import Count, Sighting
from sayso.lexicons import read_toml, read_words
from sayso.model.derivations import name_rule
from sayso.model.kinds import ClaimKind, Measure
from sayso.model.mentions import Figure

MISSING = read_words("counting", "missing")


@cache
def frame_of(name: str) -> Frame:
    """Return the row of `counting.toml` that a way of stating a count stands under."""
    row = read_toml("counting")["frames"][name]
    roles = tuple(row.get("agent", ()))
    frame = Frame(name=name, kind=ClaimKind(row["kind"]), agent=roles, target=())
    name_rule(frame.rule, row["reason"])
    return frame


def name_rows() -> None:
    """Register the reason of every row of the frame tables, also when nothing has been read yet."""
    load_frames()
    for name in read_toml("counting")["frames"]:
        frame_of(name)


def sight(scene: Scene, name: str, spot: tuple[int, int], count: Count) -> Sighting:
    """Return the sighting of a stated number: `spot` is its word and its clause, all figures of its words are its own."""
    token, clause = spot
    inside = range(*count.run)
    figures = {f.token for f in scene.layers.mentions.figures if f.token in inside and f.token not in scene.date_tokens}
    figures = figures if not count.is_part else set(count.figures)
    return Sighting(
        token=token, clause=clause, frame=frame_of(name), count=replace(count, figures=count.figures | figures)
    )


def is_of_units(scene: Scene, figure: Figure) -> bool:
    """Tell whether a number measures something instead of counting it: days, kilometres, tonnes."""
    return figure.counted is not None and "unit" in scene.classes(figure.counted)


def name_missing(what: Measure | None, scene: Scene, tokens: range) -> str | None:
    """Return whom a number of the missing counts, None for every other number."""
    is_missing = what is Measure.OTHER and any(scene.parse.words[t].casefold() in MISSING for t in tokens)
    return "missing people" if is_missing else None
