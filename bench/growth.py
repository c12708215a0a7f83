"""How long does one document more, or one judgement, take in a large case?"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import sayso
from bench.crowds import Article, make_articles, make_patterns, rename_reading
from bench.memory import run_watched
from sayso.case.decisions import By, judge_claim
from sayso.model.claims import Reading
from sayso.model.documents import Document
from sayso.model.judgements import Judgement
from sayso.model.kinds import JudgementKind
from sayso.model.records import Record
from sayso.pipeline import read_documents

ARTICLES, MORE = 5_000, 4


@dataclass(slots=True)
class Reader:
    """Reads articles whose patterns it has read: the same claims with other names, so that thousands take minutes."""

    articles: Mapping[str, Article]
    patterns: Mapping[str, int]
    readings: dict[int, Reading] = field(default_factory=dict)

    def read(self, documents: Sequence[Document], model: str | None = None, *, workers: int = 1) -> Iterator[Reading]:
        """Yield readings, as `sayso.pipeline.read_documents` does."""
        if documents and documents[0].text in self.patterns:
            for document, reading in zip(documents, read_documents(documents, model, workers=workers), strict=True):
                self.readings[self.patterns[document.text]] = reading
                yield reading
            return
        for document in documents:
            article = self.articles[document.text]
            yield rename_reading(self.readings[article.pattern], document, article.names)


def measure(options: argparse.Namespace) -> Mapping[str, float | None]:
    """Build a case of made articles; return the seconds that one document more, and one judgement, take in it.

    `built_seconds` is the joining and writing of all at once; `added_seconds` one document more in a program that has
    the case open, `judged_seconds` one judgement there; `command_seconds` one document more by a command of its own.
    The claims of the articles are those of a few hundred that were read, with other names.
    """
    with tempfile.TemporaryDirectory() as scratch:
        return measure_in(Path(scratch), options.articles or ARTICLES)


def measure_in(scratch: Path, count: int) -> Mapping[str, float | None]:
    """Return what `measure` does for `count` articles, with all files in the folder `scratch`."""
    build_large_case(scratch, count)
    folder = scratch / "case"
    more = sorted((scratch / "more").iterdir())
    command = [sys.executable, "-m", "sayso", "build", "-q", "--case", str(folder)]
    command_seconds, peak = run_watched([*command, str(more[0])])
    case, by = sayso.open(folder), sayso.Options(by="bench")
    built = _clock(case.build, options=by)
    case.build(more[1], options=by)
    added = min(_clock(case.build, path, options=by) for path in more[2:])
    claims = case.record.claims
    drafts = [accept(case.record, one.claim.id) for one in claims[:: len(claims) // 2][:2]]
    judged = min(_clock(case.judge, draft, by) for draft in drafts)
    return {
        "documents": count,
        "claims": len(claims),
        "built_seconds": round(built, 2),
        "added_seconds": round(added, 2),
        "judged_seconds": round(judged, 2),
        "command_seconds": round(command_seconds, 2),
        "peak_mib": round(peak),
    }


def build_large_case(scratch: Path, count: int) -> None:
    """Make the case of `count` articles in `scratch`/case, and a few articles more in `scratch`/more."""
    patterns = make_patterns()
    articles = list(make_articles(patterns, count + MORE))
    reader = Reader(
        articles={article.text: article for article in articles},
        patterns={pattern.text: number for number, pattern in enumerate(patterns)},
    )
    options = sayso.Options(by="bench", workers=2, read=reader.read)
    _write(scratch / "patterns", [pattern.text for pattern in patterns])
    sayso.create(scratch / "read").build(scratch / "patterns", options=options)
    _write(scratch / "articles", [article.text for article in articles[:count]])
    _write(scratch / "more", [article.text for article in articles[count:]])
    sayso.create(scratch / "case").build(scratch / "articles", options=options)


def _write(folder: Path, texts: Sequence[str]) -> None:
    folder.mkdir(parents=True)
    for number, text in enumerate(texts):
        (folder / f"{number:05d}.txt").write_text(text, encoding="utf-8")


def _clock(act: Callable[..., object], *given: object, **options: object) -> float:
    begin = time.perf_counter()
    act(*given, **options)
    return time.perf_counter() - begin


def accept(record: Record, claim: str) -> Judgement:
    """Return the judgement that a claim is right."""
    by = By(author="bench", reason="read", made="2024-05-01T00:00:00+00:00")
    return judge_claim(record, JudgementKind.ACCEPT, claim, by, {})
