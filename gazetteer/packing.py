"""How are the places laid in one file that `sayso.lexicons.gazetteer` reads where it lies?"""

from array import array
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from gazetteer.columns import pack_numbers, write_columns

OTHER = 1 << 31  # in a posting: the name is one of the other names of the place
WORD = 1 << 30  # in a posting: the name is also an ordinary word
_NONE = (1 << 32) - 1


class Packed(NamedTuple):
    """A place as it goes in; `within` is the id of the place that holds it."""

    id: int
    name: str
    level: int
    country: str
    within: int | None
    inhabitants: int
    point: tuple[float, float]
    key: str
    others: tuple[str, ...]


def write_places(places: Sequence[Packed], is_word: Callable[[str], bool], out: Path) -> None:
    """Write the places: a head that says where each column begins, then the columns."""
    numbers = {place.id: number for number, place in enumerate(places)}
    columns: dict[str, bytes] = {
        "id": pack_numbers(place.id for place in places),
        "latitude": pack_numbers((round(place.point[0] * 10_000) for place in places), "i"),
        "longitude": pack_numbers((round(place.point[1] * 10_000) for place in places), "i"),
        "inhabitants": pack_numbers(place.inhabitants for place in places),
        "within": pack_numbers(numbers.get(place.within or 0, _NONE) for place in places),
        "level": bytes(place.level for place in places),
        "country": "".join(place.country for place in places).encode("ascii"),
    }
    columns |= _texts("name", [place.name for place in places])
    columns |= _index(places, is_word)
    write_columns(columns, out)


def _index(places: Sequence[Packed], is_word: Callable[[str], bool]) -> Mapping[str, bytes]:
    """Return the folded names in order, and for each the numbers of the places that bear it, larger ones first."""
    postings: dict[str, list[tuple[bool, int, int]]] = {}
    for number, place in enumerate(places):
        for key in (place.key, *place.others):
            postings.setdefault(key, []).append((key != place.key, -place.inhabitants, number))
    keys = sorted(postings, key=lambda key: key.encode("utf-8"))
    starts, numbers = array("I"), array("I")
    for key in keys:
        starts.append(len(numbers))
        sign = WORD if is_word(key) else 0
        numbers.extend(number | sign | (OTHER if is_other else 0) for is_other, _, number in sorted(postings[key]))
    starts.append(len(numbers))
    return {**_texts("key", keys), "posting_start": pack_numbers(starts), "posting": pack_numbers(numbers)}


def _texts(name: str, texts: Sequence[str]) -> Mapping[str, bytes]:
    starts, written = array("I"), [text.encode("utf-8") for text in texts]
    place = 0
    for text in written:
        starts.append(place)
        place += len(text)
    starts.append(place)
    return {f"{name}_start": pack_numbers(starts), name: b"".join(written)}
