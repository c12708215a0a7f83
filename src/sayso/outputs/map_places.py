"""What does a map show of each place? How closely it is known, its claims, and who holds it per whom."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.outputs.holders import NOT_WHOLLY
from sayso.text.days import Run, number_days
from sayso.text.wordings import OWN_VOICE, name_voice

Row = Mapping[str, Any]
Tables = Mapping[str, Sequence[Row]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """What one voice says of who holds a place; `when` is EDTF, empty where no day is told."""

    voice: str
    holder: str
    is_contested: bool
    is_denied: bool
    is_presupposed: bool
    share: str | None
    when: str
    claim: str

    @property
    def says(self) -> str:
        """What it says, in words."""
        if self.is_denied:
            return f"{self.holder} does not hold all of it"
        if self.is_contested:
            return "contested" if self.holder == "contested" else f"contested, {self.holder} in it"
        return f"held by {self.holder}" + (f" ({self.share})" if self.share else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place on a map or beside it; `point` is longitude and latitude, None when none is known."""

    name: str
    within: str | None
    country: str | None
    precision: str | None
    point: tuple[float, float] | None
    polygon: tuple[tuple[float, float], ...]
    names: tuple[str, ...]
    claims: tuple[str, ...]
    holds: tuple[Hold, ...]

    @property
    def middle(self) -> tuple[float, float] | None:
        """Its point, else the middle of its area; None when it has neither."""
        if self.point is not None or not self.polygon:
            return self.point
        xs, ys = [x for x, _ in self.polygon], [y for _, y in self.polygon]
        return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def find_spots(tables: Tables, day: str | None = None, voice: str | None = None) -> tuple[Spot, ...]:
    """Return the places that claims speak of, those of the most claims first; `tables` are those of `public_rows`.

    With a day, only claims that may be of it count; with a voice only what it says or relays. Who holds a place is
    told once a voice: by what it says of the day, or without a day by the last day it speaks of.
    """
    run = number_days(day)
    speakers = _Speakers(tables)
    known = {row["id"]: row for row in tables["claims"] if _is_asked(row, run, voice, speakers)}
    holds: dict[str, list[Row]] = {}
    for row in tables["control"]:
        if run is None or _meets(row["date"], run):
            holds.setdefault(row["claims"][0], []).append(row)
    found = (_spot(place, known, holds, speakers) for place in tables["places"])
    return tuple(sorted((spot for spot in found if spot.claims), key=lambda spot: (-len(spot.claims), spot.name)))


class _Speakers:
    """Who speaks in a claim or a row of control; an outlet's own voice goes by the outlet's name, else by its report."""

    def __init__(self, tables: Tables) -> None:
        self._outlets = {row["id"]: row.get("outlet") or row.get("file") or OWN_VOICE for row in tables["documents"]}
        self._documents = {row["id"]: row["doc"] for row in tables["claims"]}

    def of_claim(self, row: Row) -> list[str]:
        """Return the names of all that say or relay a claim."""
        return [self._named(voice["name"], row["doc"]) for voice in row["chain"]] or [self._outlets[row["doc"]]]

    def of_control(self, row: Row) -> str:
        """Return the name of the voice of a row of control."""
        return self._named(row["voice"], self._documents.get(row["claims"][0]))

    def _named(self, voice: str, document: str | None) -> str:
        return name_voice(voice, [self._outlets[document]] if document in self._outlets else [])


def _is_asked(row: Row, run: Run | None, voice: str | None, speakers: _Speakers) -> bool:
    is_of_day = run is None or _meets(row["time"]["edtf"], run)
    return is_of_day and (not voice or voice.casefold() in {name.casefold() for name in speakers.of_claim(row)})


def _meets(edtf: str | None, run: Run) -> bool:
    days = number_days(edtf)
    return days is not None and days.overlaps(run)


def _spot(place: Row, known: Mapping[str, Row], holds: Mapping[str, Sequence[Row]], speakers: _Speakers) -> Spot:
    claims = tuple(claim for claim in place["claims"] if claim in known)
    rows = [row for claim in claims for row in holds.get(claim, ()) if row["place"] == place["name"]]
    return Spot(
        name=place["name"],
        within=place["within"] or next(iter(place["part_of"]), None),
        country=place["country"],
        precision=place["precision"],
        point=_point(place),
        polygon=tuple((corner[0], corner[1]) for corner in place["polygon"] or ()),
        names=tuple(place["names"]),
        claims=claims,
        holds=tuple(_last_words(rows, speakers)),
    )


def _point(place: Row) -> tuple[float, float] | None:
    """Return longitude and latitude; None when they are not known or lie on no map."""
    if place["longitude"] is None or place["latitude"] is None:
        return None
    is_on_earth = -180 <= place["longitude"] <= 180 and -90 <= place["latitude"] <= 90
    return (place["longitude"], place["latitude"]) if is_on_earth else None


def _last_words(rows: Sequence[Row], speakers: _Speakers) -> Iterator[Hold]:
    """Yield what each voice says of the latest day it speaks of, once an answer; said outright before taken for granted."""
    last: dict[str, str] = {}
    said: set[tuple[str, str, bool, bool]] = set()
    ordered = sorted(rows, key=lambda row: (row["date"] or "", row["basis"] != "presupposed"), reverse=True)
    for row in ordered:
        voice, when = speakers.of_control(row), row["date"] or ""
        if last.setdefault(voice, when) != when:
            continue
        hold = _hold(row, voice)
        answer = hold.voice, hold.holder, hold.is_denied, hold.is_contested
        if answer not in said:
            said.add(answer)
            yield hold


def _hold(row: Row, voice: str) -> Hold:
    holder = str(row["holder"])
    return Hold(
        voice=voice,
        holder=holder.removeprefix(NOT_WHOLLY),
        is_contested="contested" in {row["state"], holder},
        is_denied=holder.startswith(NOT_WHOLLY),
        is_presupposed=row["basis"] == "presupposed",
        share=row["share"],
        when=row["date"] or "",
        claim=row["claims"][0],
    )
