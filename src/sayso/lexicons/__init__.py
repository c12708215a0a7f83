"""Which words are known? Readable tables in `data/`, read once and never changed."""

import csv
import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def read_toml(name: str) -> dict[str, Any]:
    """Return the table `data/<name>.toml`; callers must not change it.

    Raises:
        FileNotFoundError: when there is no such table.
    """
    return tomllib.loads((resources.files("sayso.lexicons") / "data" / f"{name}.toml").read_text("utf-8"))


@cache
def read_csv(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of `data/<name>.csv`, one mapping a row, every value a string.

    Raises:
        FileNotFoundError: when there is no such table.
    """
    text = (resources.files("sayso.lexicons") / "data" / f"{name}.csv").read_text("utf-8")
    return tuple(csv.DictReader(text.splitlines()))


@cache
def read_words(name: str, key: str) -> frozenset[str]:
    """Return the list `key` of `data/<name>.toml` as a set of lower-case words or phrases."""
    return frozenset(word.casefold() for word in read_toml(name)[key])
