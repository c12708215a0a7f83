"""Where is an event coded, and how exactly is that known?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from sayso.lexicons import read_csv
from sayso.lexicons.states import name_country
from sayso.model.kinds import Precision
from sayso.outputs.files import find_point

_NEAR = frozenset({Precision.POINT.value, Precision.DISTRICT.value, Precision.TOWN.value})
_ACLED = {**dict.fromkeys(_NEAR, 1), Precision.SECOND_DIVISION.value: 2, Precision.FIRST_DIVISION.value: 3}
_UCDP = {**dict.fromkeys(_NEAR, 1), Precision.SECOND_DIVISION.value: 3, Precision.FIRST_DIVISION.value: 4}
_CELLS = 720


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place as sheets have it; `is_around`: it has no point of its own, and that of what holds it stands for it."""

    name: str
    country: str
    admin1: str | None
    admin2: str | None
    within: str | None
    precision: str
    point: tuple[float, float] | None
    is_around: bool

    @property
    def acled_precision(self) -> int:
        """ACLED's code of how exactly the place is known."""
        return max(_ACLED[self.precision], 2 if self.is_around or self.point is None else 1)

    @property
    def ucdp_precision(self) -> int:
        """UCDP's code of how exactly the place is known."""
        return max(_UCDP[self.precision], 2 if self.is_around or self.point is None else 1)

    @property
    def cell(self) -> int | None:
        """The number of the PRIO-GRID cell of half a degree that holds the point."""
        if self.point is None:
            return None
        longitude, latitude = self.point
        row, column = int((latitude + 90) * 2), int((longitude + 180) * 2)
        return min(row, _CELLS // 2 - 1) * _CELLS + min(column, _CELLS - 1) + 1

    @property
    def codes(self) -> Mapping[str, str]:
        """The codes of the country: iso3, number, region and name; empty where it has none."""
        return read_codes().get(self.country, {})


@dataclass(frozen=True)
class Spots:
    """The places of a publication."""

    rows: Iterable[Mapping[str, Any]]

    def find(self, claims: Iterable[Mapping[str, Any]]) -> Spot | None:
        """Return the closest place that the claims on an event tell; None where none is closer than a country."""
        found = [spot for claim in claims for row in self._by_claim.get(claim["id"], ()) if (spot := self._read(row))]
        order = list(_ACLED)
        return min(found, key=lambda spot: (spot.acled_precision, order.index(spot.precision), spot.name), default=None)

    def _read(self, row: Mapping[str, Any]) -> Spot | None:
        holder = self._by_name.get(row["within"] or "")
        precision = row["precision"] or (holder or {}).get("precision")
        country = row["country"] or (holder or {}).get("country")
        if precision not in _ACLED or not country:
            return None
        own, above = find_point(row), find_point(holder) if holder else None
        admin1, admin2 = self._divisions(row, holder)
        return Spot(
            name=row["name"],
            country=country,
            admin1=admin1,
            admin2=admin2,
            within=row["within"],
            precision=precision,
            point=own or above,
            is_around=own is None and above is not None,
        )

    @staticmethod
    def _divisions(row: Mapping[str, Any], holder: Mapping[str, Any] | None) -> tuple[str | None, str | None]:
        """Return the first and second division that a place lies in."""
        above = list(row["part_of"]) or (_name_above(holder) if holder else [])
        if row["precision"] == Precision.FIRST_DIVISION.value:
            return row["name"], None
        if row["precision"] == Precision.SECOND_DIVISION.value:
            return (above[-1] if above else None), row["name"]
        return (above[-1] if above else None), (above[-2] if len(above) > 1 else None)

    @cached_property
    def _by_claim(self) -> Mapping[str, list[Mapping[str, Any]]]:
        found: dict[str, list[Mapping[str, Any]]] = {}
        for row in self.rows:
            for claim in row["claims"]:
                found.setdefault(claim, []).append(row)
        return found

    @cached_property
    def _by_name(self) -> Mapping[str, Mapping[str, Any]]:
        return {row["name"]: row for row in self.rows}


def _name_above(holder: Mapping[str, Any]) -> list[str]:
    """Return the divisions that what holds a place is, or lies in."""
    is_division = holder["precision"] in {Precision.FIRST_DIVISION.value, Precision.SECOND_DIVISION.value}
    return [*([holder["name"]] if is_division else []), *holder["part_of"]]


@cache
def read_codes() -> Mapping[str, Mapping[str, str]]:
    """Return the codes of every country by its ISO 3166 letters and by its name."""
    found = {row["code"]: {**row, "name": name_country(row["code"]) or ""} for row in read_csv("country_codes")}
    return found | {row["name"]: row for row in found.values()}
