"""Which code has a party in an event data set?"""

import re
from collections.abc import Mapping
from functools import cache

from sayso.lexicons import read_csv, read_toml
from sayso.text.spellings import plain

STATE, REBELS, MILITIA, PROTESTERS, CIVILIANS, OTHERS = 1, 2, 3, 6, 7, 8
_CAMPS = {"government": MILITIA, "opposition": REBELS, "foreign": OTHERS}


def find_code(party: str | None, country: str, country_name: str | None) -> int | None:
    """Return ACLED's code of a party to an event in a country; None where no table knows it.

    A state's own forces are 1, those of another country 8. A group of the table of armed groups is a rebel group or
    militia at home and external abroad.
    """
    if not party:
        return None
    group = _groups().get(plain(party))
    if group is not None:
        is_home = group["country"] in {country_name, ""}
        return (STATE if group["state"] else _CAMPS.get(group["camp"], REBELS)) if is_home else OTHERS
    words = f" {plain(party)} "
    code = next((row["code"] for row in read_toml("sheets")["party"] if _has(words, row["words"])), None)
    if code == STATE:
        owners = {owner for name, owner in _demonyms().items() if f" {name} " in words}
        return OTHERS if owners and country not in owners else STATE
    return int(code) if code is not None else None


def join_codes(first: int | None, second: int | None) -> int | None:
    """Return ACLED's code of an interaction: both parties, the lower first; a party alone is followed by 0."""
    if first is None:
        return None
    if second is None:
        return first * 10
    return min(first, second) * 10 + max(first, second)


def _has(words: str, known: list[str]) -> bool:
    return re.search(rf" (?:{'|'.join(map(re.escape, known))}) ", words) is not None


@cache
def _groups() -> Mapping[str, Mapping[str, str]]:
    rows = read_csv("armed_groups")
    return {plain(name): row for row in rows for name in (row["name"], *row["aliases"].split(";")) if name}


@cache
def _demonyms() -> Mapping[str, str]:
    return {
        plain(name): row["code"]
        for row in read_csv("countries")
        for name in (row["name"], *row["demonyms"].split(";"))
        if name
    }
