"""How do the places of a file come into the settings of a case?"""

import json
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path

from sayso.errors import SettingsError
from sayso.model.settings import PlaceEntry
from sayso.store.files import write_file
from sayso.store.folders import CaseFolder
from sayso.store.place_files import read_place_file
from sayso.store.settings import read_settings
from sayso.store.user_places import PlaceRegister


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import did: the places added, and for each row that was left out its number and the reason."""

    added: tuple[PlaceEntry, ...]
    refused: tuple[tuple[int, str], ...]


def import_places(folder: CaseFolder, path: Path) -> Imported:
    """Add the places of a file to sayso.toml, behind what stands there; rows that cannot stand are told and left out.

    Raises:
        InputError: when the file cannot be read.
        SettingsError: when sayso.toml cannot take them.
    """
    register = PlaceRegister(read_settings(folder).places)
    added: list[PlaceEntry] = []
    refused: list[tuple[int, str]] = []
    for row in read_place_file(path):
        reason = row.reason if row.place is None else register.refuse(row.place)
        if reason is None and row.place is not None:
            added.append(row.place)
        else:
            refused.append((row.number, reason or "it holds no place"))
    if added:
        _write(folder, added)
    return Imported(added=tuple(added), refused=tuple(refused))


def _write(folder: CaseFolder, places: Iterable[PlaceEntry]) -> None:
    before = folder.settings.read_text("utf-8")
    text = before + ("" if before.endswith("\n") else "\n") + "".join(_table(place) for place in places)
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(
            f"{folder.settings} cannot take more places: write those in it as [[places]] tables ({error})"
        ) from error
    write_file(folder.settings, text.encode("utf-8"))


def _table(place: PlaceEntry) -> str:
    told = {field.name: getattr(place, field.name) for field in fields(place)}
    lines = [f"{key} = {_value(value)}" for key, value in told.items() if value not in (None, ())]
    return "\n[[places]]\n" + "\n".join(lines) + "\n"


def _value(value: object) -> str:
    """Return a value as TOML writes it; its strings escape as those of JSON do."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")
