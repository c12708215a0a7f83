"""Are the pinned figures still reached? They only rise."""

import subprocess
import sys
import tomllib
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

TIMED = frozenset({"speed", "linking"})
HERE = Path(__file__).parent


def run(gold: Path | None) -> int:
    """Take every measure of `floors.toml` and compare; print a line each; return 1 when one falls short.

    A measure whose data are missing, or that is not there yet, is named and passed over.
    """
    table = tomllib.loads((HERE / "floors.toml").read_text("utf-8"))
    # What measures time runs alone, at the end; the rest two at a time.
    alone = [floor for floor in table["floor"] if floor["name"] in TIMED]
    beside = [floor for floor in table["floor"] if floor["name"] not in TIMED]
    with ThreadPoolExecutor(2) as pool:
        short = [line for lines in pool.map(partial(check, gold=gold), beside) for line in lines]
    short += [line for floor in alone for line in check(floor, gold)]
    print(f"{len(short)} of the pinned figures not reached" if short else "all pinned figures reached")
    return 1 if short else 0


def check(floor: Mapping[str, Any], gold: Path | None) -> list[str]:
    """Take one measure, print what came of it, and return what falls short."""
    title = " ".join(part for part in (floor["name"], floor.get("gold", "")) if part)
    path = _find(floor.get("gold"), gold)
    if "gold" in floor and path is None:
        print(f"skipped {title}: no such gold data here")
        return []
    answer = _measure(floor, path)
    if answer.returncode == 2:
        print(f"skipped {title}: {answer.stderr.strip()}")
        return []
    if answer.returncode:
        print(f"FAILED  {title}: {answer.stderr.strip()}")
        return [title]
    return compare(title, floor, msgspec.json.decode(answer.stdout))


def _find(name: str | None, gold: Path | None) -> Path | None:
    places = [place / name for place in (HERE / "gold", gold) if place] if name else []
    return next((place for place in places if place.exists()), None)


def _measure(floor: Mapping[str, Any], path: Path | None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "bench", floor["name"], *(["--gold", str(path)] if path else [])]
    return subprocess.run([*command, *floor.get("options", [])], capture_output=True, text=True, check=False)


def compare(title: str, floor: Mapping[str, Any], values: Mapping[str, float | None]) -> list[str]:
    """Print each pinned figure beside the one measured, and return those that fall short."""
    short = []
    for key, least in floor.get("at_least", {}).items():
        short += _line(title, key, values.get(key), least, reached=(values.get(key) or 0) >= least)
    for key, most in floor.get("at_most", {}).items():
        value = values.get(key)
        short += _line(title, key, value, most, reached=value is not None and value <= most)
    return short


def _line(title: str, key: str, value: float | None, bound: float, *, reached: bool) -> list[str]:
    print(f"{'reached' if reached else 'SHORT  '} {title}: {key} {value} (pinned {bound})")
    return [] if reached else [f"{title}: {key}"]
