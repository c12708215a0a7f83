"""What does sayso.toml say?"""

import re
import types
import typing
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from difflib import get_close_matches
from functools import cache
from zoneinfo import available_timezones

import msgspec

from sayso.errors import SettingsError
from sayso.model.settings import Settings
from sayso.store.folders import CaseFolder, read_toml
from sayso.store.user_places import find_mistakes

# Nothing that could end the name of a host in a header; a service on this machine needs no TLS.
_TILES = re.compile(
    r"(?=.*\{z\})(?=.*\{x\})(?=.*\{y\})(?:https://[\w.-]+|http://(?:127\.0\.0\.1|localhost))(?::\d+)?/[\w./{}?=&@%+~-]*",
    re.ASCII,
)
# What may stand in the comment of a header (RFC 9110, 5.6.5).
_CONTACT = re.compile(r"[!-'*-\[\]-~](?:[ !-'*-\[\]-~]*[!-'*-\[\]-~])?", re.ASCII)


def read_settings(folder: CaseFolder) -> Settings:
    """Return the settings of a case.

    A key that is no setting is an error and not passed over: a misspelt one would change the record in silence.

    Raises:
        SettingsError: naming the key, or the place that cannot stand as it is.
    """
    table = {key: value for key, value in read_toml(folder).items() if key != "case_format"}
    for where, key, known in _unknown_keys(table, Settings, ""):
        near = get_close_matches(key, known, 1)
        hint = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(known)}"
        raise SettingsError(f"{folder.settings}: {where}{key} is no setting; {hint}")
    try:
        settings = msgspec.convert(table, Settings)
    except msgspec.ValidationError as error:
        message, _, place = str(error).partition(" - at ")
        name = place.strip("`").removeprefix("$").removeprefix(".") or "the file"
        raise SettingsError(f"{folder.settings}: {name}: {message[0].lower()}{message[1:]}") from error
    if settings.time_zone is not None:
        _check_zone(folder, settings.time_zone)
    if settings.map_tiles is not None and not _TILES.fullmatch(settings.map_tiles):
        raise SettingsError(
            f"{folder.settings}: map_tiles: {settings.map_tiles!r} names no tiles; one looks like"
            " 'https://tiles.example/{z}/{x}/{y}.png'"
        )
    contact = settings.capture.contact
    if contact is not None and not _CONTACT.fullmatch(contact):
        raise SettingsError(
            f"{folder.settings}: capture.contact: {contact!r} cannot be sent to a server; one looks like 'desk@example.org'"
        )
    for number, reason in find_mistakes(settings.places):
        raise SettingsError(f"{folder.settings}: places[{number}] ({settings.places[number].name}): {reason}")
    return settings


def _check_zone(folder: CaseFolder, zone: str) -> None:
    # "localtime" is another zone on another machine: a record must not depend on where it is built.
    zones = available_timezones() - {"localtime", "Factory"}
    if zone not in zones:
        near = get_close_matches(zone, sorted(zones), 1)
        hint = f"did you mean {near[0]!r}?" if near else "one looks like 'Asia/Damascus'"
        raise SettingsError(f"{folder.settings}: time_zone: {zone!r} is no time zone; {hint}")


def _unknown_keys(table: object, record: type, where: str) -> Iterator[tuple[str, str, list[str]]]:
    if not isinstance(table, dict):
        return
    known = _entries(record)
    for key, value in table.items():
        if key not in known:
            yield where, str(key), list(known)
        entry = known.get(key)
        if entry is not None and isinstance(value, dict):
            yield from _unknown_keys(value, entry, f"{key}.")
        elif entry is not None and isinstance(value, list):
            for number, part in enumerate(value):
                yield from _unknown_keys(part, entry, f"{key}[{number}].")


@cache
def _entries(record: type) -> dict[str, type | None]:
    """Return the fields of a settings record, each with the record it holds or its list does, if there is one."""
    hints = typing.get_type_hints(record)
    return {field.name: _entry(hints[field.name]) for field in fields(record)}


def _entry(hint: object) -> type | None:
    if isinstance(hint, type) and is_dataclass(hint):
        return hint
    parts = typing.get_args(hint) if not isinstance(hint, types.UnionType) else ()
    return next((part for part in parts if isinstance(part, type) and is_dataclass(part)), None)
