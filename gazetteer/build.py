"""Make the gazetteer of the package: ``python -m gazetteer.build --out FILE`` (see README.md beside it)."""

import argparse
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from gazetteer.names import find_keys, show_name
from gazetteer.ordinary import load_test
from gazetteer.packing import Packed, write_places
from gazetteer.points import find_points
from gazetteer.sources import Source, read_countries, read_divisions, read_towns


class Rules(NamedTuple):
    """What of GeoNames goes into the package; see rules.toml."""

    conflict: frozenset[str]
    inhabitants: int
    inhabitants_for_other_names: int
    division_words: frozenset[str]

    def keeps(self, source: Source) -> bool:
        """Tell whether a place goes in: divisions, towns of a size, all places of countries with conflict."""
        return source.level < 3 or source.country in self.conflict or source.inhabitants >= self.inhabitants

    def names(self, source: Source) -> tuple[str, ...]:
        """Return the other names of a place that go in."""
        is_small = source.level == 3 and source.inhabitants < self.inhabitants_for_other_names
        return () if is_small and source.country not in self.conflict else source.others


def read_rules() -> Rules:
    """Return the rules of rules.toml."""
    table: dict[str, Any] = tomllib.loads((Path(__file__).parent / "rules.toml").read_text("utf-8"))
    return Rules(
        frozenset(table["conflict"]),
        table["inhabitants"],
        table["inhabitants_for_other_names"],
        frozenset(table["division_words"]),
    )


def main() -> None:
    """Read the packages, choose, and write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    out: Path = parser.parse_args().out
    rules = read_rules()
    everything = {s.id: s for s in (*read_countries(), *read_divisions(), *read_towns())}
    places = list(pack(everything, rules))
    write_places(places, load_test(), out)
    print(f"{len(places)} places, {out.stat().st_size / 1e6:.1f} MB")


def pack(everything: Mapping[int, Source], rules: Rules) -> Iterable[Packed]:
    """Yield the places that go in, the widest first; a division without towns has no point and stays out."""
    points = find_points(everything)
    people = _count_people(everything)
    for source in sorted(everything.values(), key=lambda source: (source.level, source.id)):
        point = source.point or points.get(source.id)
        if point is None or not rules.keeps(source):
            continue
        key, others = find_keys(source, rules.names(source), rules.division_words)
        yield Packed(
            id=source.id,
            name=show_name(source),
            level=source.level,
            country=source.country,
            within=_holder(source, everything, points),
            inhabitants=people.get(source.id, source.inhabitants),
            point=point,
            key=key,
            others=others,
        )


def _holder(source: Source, everything: Mapping[int, Source], points: Mapping[int, object]) -> int | None:
    above = everything.get(source.within or 0)
    while above is not None and above.id not in points:
        above = everything.get(above.within or 0)
    return above.id if above is not None else None


def _count_people(everything: Mapping[int, Source]) -> dict[int, int]:
    """Return the inhabitants of each division: those of its towns together."""
    counts: dict[int, int] = {}
    for source in everything.values():
        above = everything.get(source.within or 0) if source.level == 3 else None
        while above is not None and above.level > 0:
            counts[above.id] = counts.get(above.id, 0) + source.inhabitants
            above = everything.get(above.within or 0)
    return counts


if __name__ == "__main__":
    main()
