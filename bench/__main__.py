"""Measure sayso: `python -m bench NAME [--gold PATH] [--out PRED]` prints one line of JSON.

`floors` compares all measures with the figures pinned, `copies` looks for words of others in the project.
Exit code 0; 1 when a floor is not reached or a copy is found; 2 when the data of a measure are missing.
"""

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from bench import (
    acled_types,
    attribution,
    case,
    copies,
    floors,
    gate,
    growth,
    incidents,
    linking,
    origins,
    place,
    scale,
    speed,
    syntax,
    time,
    tolls,
    web,
)
from bench.errors import BenchError

Measure = Callable[[argparse.Namespace], Mapping[str, float | None]]

MEASURES: Mapping[str, Measure] = {
    "case": case.measure,
    "speed": speed.measure,
    "syntax": syntax.measure,
    "attribution": attribution.measure,
    "time": time.measure,
    "place": place.measure,
    "tolls": tolls.measure,
    "incidents": incidents.measure,
    "acled_types": acled_types.measure,
    "origins": origins.measure,
    "linking": linking.measure,
    "growth": growth.measure,
    "web": web.measure,
    "gate": gate.measure,
    "scale": scale.measure,
}
CHECKS: Mapping[str, Callable[[Path | None], int]] = {"copies": copies.run, "floors": floors.run}


def main(arguments: list[str] | None = None) -> int:
    """Run one measure and return the exit code."""
    options = _parser().parse_args(arguments)
    if options.name in CHECKS:
        return CHECKS[options.name](options.gold)
    try:
        print(json.dumps(MEASURES[options.name](options)))
    except BenchError as error:
        print(f"bench: {error}", file=sys.stderr)
        return 2
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("name", choices=[*MEASURES, *CHECKS], help="what to measure")
    parser.add_argument("--gold", type=Path, help="gold data: a folder or file of the measure's format")
    parser.add_argument("--out", type=Path, help="folder the predictions are written to")
    parser.add_argument("--articles", type=int, help="speed, growth: how many articles (200, 5,000)")
    parser.add_argument("--pages", type=int, default=20_000, help="scale: how many pages (default 20,000)")
    return parser


if __name__ == "__main__":
    sys.exit(main())
