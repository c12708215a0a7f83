"""How many reports of conflict and crisis does the gate before reading let through, and how much else?"""

import argparse
from collections.abc import Iterator, Mapping
from pathlib import Path

from bench.errors import BenchError
from bench.gold_data import Row, read_rows
from sayso.intake.gates import find_gate

# Of these sets every text reports of conflict or crisis ...
REPORTS = {
    "tolls": "tolls/dev.jsonl",
    "incidents": "events/incidents/dev.jsonl",
    "acled_types": "events/acled_types/dev.jsonl",
    "libya": "timelines/t17.libya.articles.jsonl",
    "egypt": "timelines/t17.egypt.articles.jsonl",
    "haiti": "timelines/t17.haiti.articles.jsonl",
    "wikiwars": "time/wikiwars.dev.jsonl",
}
# ... and of these few or none do: news of firms and stocks, of one singer, of an election.
OTHERS = {
    "business": "time/meantime.dev.jsonl",
    "singer": "timelines/t17.mj.articles.jsonl",
    "election": "attribution/train.jsonl",
}


def measure(options: argparse.Namespace) -> Mapping[str, float | None]:
    """Return the share of texts that pass: `recall_*` of reports, `passed_*` of other news."""
    if options.gold is None or not options.gold.is_dir():
        raise BenchError("gate: give the folder of the gold sets under --gold")
    found = {f"recall_{name}": _share(options.gold / path) for name, path in REPORTS.items()}
    return found | {f"passed_{name}": _share(options.gold / path) for name, path in OTHERS.items()}


def _share(path: Path) -> float | None:
    if not path.is_file():
        return None
    passed = [find_gate(text) is None for text in map(_text, read_rows(path))]
    return round(sum(passed) / len(passed), 4)


def _text(row: Row) -> str:
    return "\n".join(_parts(row))


def _parts(row: Row) -> Iterator[str]:
    if row.get("title"):
        yield str(row["title"])
    yield from (row["sentences"] if "sentences" in row else (row["text"],))
