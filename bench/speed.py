"""How fast is a build, and how much memory does it take?"""

import argparse
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from bench.articles import write_articles
from bench.memory import run_watched


def measure(options: argparse.Namespace) -> Mapping[str, float | None]:
    """Build a case of made articles cold, then add one more; return rates, peak memory and the seconds of the one.

    Everything is counted that a user waits for: starting the program and loading the model too.
    """
    with tempfile.TemporaryDirectory() as scratch:
        articles = write_articles(Path(scratch) / "articles", options.articles)
        more = write_articles(Path(scratch) / "more", 1, seed=99)
        command = [sys.executable, "-m", "sayso", "build", "-q", "--case", str(Path(scratch) / "case")]
        seconds, peak = run_watched([*command, str(articles[0].parent)])
        added, _ = run_watched([*command, str(more[0])])
        words = sum(len(path.read_text("utf-8").split()) for path in articles)
    return {
        "documents_per_second": round(len(articles) / seconds, 2),
        "words_per_second": round(words / seconds),
        "peak_mib": round(peak),
        "added_seconds": round(added, 2),
    }
