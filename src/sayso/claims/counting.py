"""Which numbers are reports by themselves: "put the toll at 40", "29 dead", "there were about 80"?"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.claims.count_rows import is_of_units
from sayso.claims.counted_parts import read_included, read_included_apart, read_opened_part, read_part, read_told_part
from sayso.claims.gapped_counts import read_gapped
from sayso.claims.given_counts import read_given
from sayso.claims.roles import VERBAL
from sayso.claims.scenes import Scene
from sayso.claims.sightings import Sighting
from sayso.claims.stated_counts import (
    read_bodies,
    read_had,
    read_harm,
    read_listed,
    read_lost,
    read_lost_beside,
    read_pair,
    read_state,
    read_there,
)
from sayso.model.kinds import ClaimKind
from sayso.model.mentions import Figure

Reader = Callable[[Scene, Figure], Sighting | None]

STRONG: tuple[Reader, ...] = (
    read_given,
    read_listed,
    read_pair,
    read_harm,
    read_lost_beside,
    read_told_part,
    read_opened_part,
    read_included,
    read_included_apart,
    read_gapped,
)
READERS: tuple[Reader, ...] = (
    read_state,
    read_there,
    read_part,
    read_lost,
    read_bodies,
    read_had,
)


def add_counts(scene: Scene, sightings: Sequence[Sighting]) -> list[Sighting]:
    """Return the sightings of the frame table and those of numbers that are stated by themselves, in reading order.

    A number that the words of another report govern is that report's. A word for a count ("toll", "number")
    speaks for its number whatever else the table reads there; a row of tolls keeps its name.
    """
    given = [_named(s, sightings) for s in _read_strong(scene)]
    taken = frozenset(t for s in given for t in (s.token, s.clause))
    kept = [s for s in sightings if s.token not in taken and s.clause not in taken]
    spoken = frozenset(t for s in kept if not s.is_adjective and _reports(scene, s) for t in (s.token, s.clause))
    counted = frozenset(t for s in given if s.count for t in s.count.figures)
    stated = {s.token: s for s in _read_others(scene, spoken, counted)}
    present = frozenset(s.token for s in kept)
    new = [s for token, s in stated.items() if token not in present]
    return sorted([*given, *(_renew(s, stated) for s in kept), *new], key=lambda sighting: sighting.token)


def _reports(scene: Scene, sighting: Sighting) -> bool:
    """Tell whether a sighting is more than the word by which somebody counts ("had counted 17 dead")."""
    return sighting.token not in scene.cue_at or sighting.frame.is_act or sighting.frame.by_means


def _named(count: Sighting, sightings: Sequence[Sighting]) -> Sighting:
    """Keep the row of tolls that the table read in the same words."""
    near = {count.token, count.clause} | set(range(*count.count.run) if count.count else ())
    rows = (s.frame for s in sightings if s.token in near and s.frame.kind is ClaimKind.TOLL)
    row = next((frame for frame in rows if not frame.by_means), None)
    return count if row is None else replace(count, frame=row)


def _read_strong(scene: Scene) -> Iterator[Sighting]:
    """Yield the counts whose own words are so plain that no other report governs their numbers."""
    for figure in _figures(scene):
        found = next((s for read in STRONG if (s := read(scene, figure)) is not None), None)
        if found is not None:
            yield found


def _renew(sighting: Sighting, stated: Mapping[int, Sighting]) -> Sighting:
    """Give a participle that the table reads the number it is said of: "11 people killed at the mill"."""
    found = stated.get(sighting.token)
    return sighting if found is None else replace(sighting, count=found.count, is_adjective=False)


def _figures(scene: Scene) -> Iterator[Figure]:
    for figure in scene.layers.mentions.figures:
        if figure.token not in scene.date_tokens and not figure.is_percent and not is_of_units(scene, figure):
            yield figure


def _read_others(scene: Scene, spoken: frozenset[int], counted: frozenset[int]) -> Iterator[Sighting]:
    taken = set(counted)
    for figure in _figures(scene):
        if figure.token in taken:
            continue
        readers = (read_state,) if _is_spoken_for(scene, figure, spoken) else READERS
        found = next((s for read in readers if (s := read(scene, figure)) is not None), None)
        if found is None or found.count is None or not _is_free(scene, figure, found, spoken):
            continue
        taken |= found.count.figures
        yield found


def _is_free(scene: Scene, figure: Figure, found: Sighting, spoken: frozenset[int]) -> bool:
    """Tell whether a count may stand: nothing else reports it, or only a participle said of those counted does."""
    if found.token not in spoken:
        return not _is_spoken_for(scene, figure, spoken)
    is_participle = scene.tree.is_relation(found.token, "acl", "amod")
    near = {scene.parse.heads[found.token], found.token - 1} & {figure.token, figure.counted}
    return is_participle and bool(near) and not _is_spoken_for(scene, figure, spoken - {found.token})


def _is_spoken_for(scene: Scene, figure: Figure, spoken: frozenset[int]) -> bool:
    """Tell whether a report of the frame table governs a number, up to the verb of its clause, or what is said of a subject."""
    start = figure.counted if figure.counted is not None else figure.token
    for token in (start, figure.token, *scene.tree.ancestors(start)):
        if token in spoken:
            return True
        if scene.parse.universal[token] in VERBAL or scene.tree.child(token, "nsubj") is not None:
            return False
    return False
