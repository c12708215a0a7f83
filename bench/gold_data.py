"""How are gold files read, predictions written and the scorer beside them asked?"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from bench.errors import BenchError

Row = Mapping[str, Any]


def score_rows(gold: Path | None, out: Path | None, predict: Callable[[Row], Row]) -> Mapping[str, Any]:
    """Predict every row of a JSON-lines gold file and return what `score.py` beside the file says of it.

    The predictions are kept as `predictions.jsonl` in the folder `out`, if one is given.
    """
    if gold is None or not gold.is_file():
        raise BenchError(f"no gold file '{gold}': give a .jsonl file under --gold")
    scorer = gold.parent / "score.py"
    if not scorer.is_file():
        raise BenchError(f"no score.py beside '{gold}'")
    with tempfile.TemporaryDirectory() as scratch:
        predictions = (out or Path(scratch)) / "predictions.jsonl"
        predictions.parent.mkdir(parents=True, exist_ok=True)
        write_rows(predictions, (predict(row) for row in read_rows(gold)))
        return ask_scorer(scorer, gold, predictions)


def read_rows(path: Path) -> list[Row]:
    """Return the rows of a JSON-lines file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def write_rows(path: Path, rows: Iterable[Row]) -> None:
    """Write the rows as JSON lines."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")


def ask_scorer(scorer: Path, gold: Path, predictions: Path) -> Mapping[str, Any]:
    """Return the metrics a scorer prints as JSON.

    Raises:
        BenchError: when it fails.
    """
    command = [sys.executable, str(scorer), str(gold), str(predictions), "--json"]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    if answer.returncode:
        raise BenchError(f"the scorer failed: {(answer.stderr.strip() or 'no word').splitlines()[-1]}")
    metrics: Mapping[str, Any] = json.loads(answer.stdout)
    return metrics
