"""How fast is a build, and how much memory does it take?"""

import argparse
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

import sayso
from bench.articles import write_articles
from bench.memory import run_watched

ARTICLES = 200


def measure(options: argparse.Namespace) -> Mapping[str, float | None]:
    """Build a case of made articles cold, then add one more; return rates, peak memory and the seconds of the one.

    The rates count all that a user waits for, starting the program and loading the model too. `added_seconds` is
    one more document in a program that has the case open; `command_seconds` one more by a command of its own.
    """
    with tempfile.TemporaryDirectory() as scratch:
        articles = write_articles(Path(scratch) / "articles", options.articles or ARTICLES)
        first, second, third = write_articles(Path(scratch) / "more", 3, seed=99)
        folder = Path(scratch) / "case"
        command = [sys.executable, "-m", "sayso", "build", "-q", "--case", str(folder)]
        seconds, peak = run_watched([*command, str(articles[0].parent)])
        command_seconds, _ = run_watched([*command, str(first)])
        added = _add(folder, second, third)
        words = sum(len(path.read_text("utf-8").split()) for path in articles)
    return {
        "documents_per_second": round(len(articles) / seconds, 2),
        "words_per_second": round(words / seconds),
        "peak_mib": round(peak),
        "added_seconds": round(added, 2),
        "command_seconds": round(command_seconds, 2),
    }


def _add(folder: Path, second: Path, third: Path) -> float:
    """Return the seconds that the last document takes when one before it has loaded the model."""
    case = sayso.open(folder)
    case.build(second, options=sayso.Options(by="bench"))
    begin = time.perf_counter()
    case.build(third, options=sayso.Options(by="bench"))
    return time.perf_counter() - begin
