"""How close does the record of a case come to the one a careful coder made?"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

import sayso
from bench.errors import BenchError


def measure(options: argparse.Namespace) -> Mapping[str, float | None]:
    """Build the case of a gold folder, export it and return what the scorer beside the gold says.

    The articles are those that `documents.jsonl` names; settings are read from `sayso.toml` in the gold folder,
    else beside the articles. The scorer is `score_case.py` in the folder above the gold.
    """
    gold = options.gold
    if gold is None or not (gold / "claims.jsonl").is_file():
        raise BenchError(f"no gold case in '{gold}': give a folder with claims.jsonl under --gold")
    with tempfile.TemporaryDirectory() as scratch:
        export = options.out or Path(scratch) / "export"
        build_export(gold, Path(scratch) / "case", export)
        return _score(gold, export)


def build_export(gold: Path, folder: Path, export: Path) -> None:
    """Build a case from the articles of a gold folder and export it as JSON lines."""
    rows = [json.loads(line) for line in (gold / "documents.jsonl").read_text("utf-8").splitlines() if line.strip()]
    articles = [(gold / row["file"]).resolve() for row in rows]
    settings = next((p for p in (gold / "sayso.toml", articles[0].parent.parent / "sayso.toml") if p.is_file()), None)
    case = sayso.create(folder, settings.read_bytes() if settings else None)
    case.build(*articles, options=sayso.Options(by="bench"))
    case.export("jsonl", export)


def _score(gold: Path, export: Path) -> Mapping[str, float | None]:
    scorer = gold.resolve().parent / "score_case.py"
    if not scorer.is_file():
        raise BenchError(f"no score_case.py beside '{gold}'")
    answer = subprocess.run(
        [sys.executable, str(scorer), str(gold), str(export), "--json"], capture_output=True, text=True, check=False
    )
    if answer.returncode:
        raise BenchError(f"the scorer failed: {answer.stderr.strip().splitlines()[-1]}")
    return {name: metric["value"] for name, metric in json.loads(answer.stdout).items()}
