"""Who said what: how many attributions of a gold set are found, with source, cue and content?"""

import argparse
from collections.abc import Iterable, Mapping

from bench.gold_data import Row, score_rows
from bench.records import Article, make_document
from sayso.model.attributions import Attribution
from sayso.model.spans import Span
from sayso.passages import find_passages
from sayso.pipeline import read_layers
from sayso.syntax import Syntax, load_syntax


def measure(options: argparse.Namespace) -> Mapping[str, float | None]:
    """Return per cent: `linked` F1 and its parts, what is found, and the recall of reporting verbs (`core`).

    The gold marks outer relations only, one label a word: of ours the ones inside another are left out.
    """
    syntax = load_syntax()
    scores = score_rows(options.gold, options.out, lambda row: predict(row, syntax))
    core = scores["recall_by_type"]["core"]
    return {
        "linked": scores["linked"]["f1"],
        "linked_precision": scores["linked"]["p"],
        "linked_recall": scores["linked"]["r"],
        "found": scores["found@0.8"]["f1"],
        "found_precision": scores["found@0.8"]["p"],
        "found_recall": scores["found@0.8"]["r"],
        "core_found": core["found@.8"],
        "core_linked": core["linked"],
        "speaker": scores["speaker_acc@0.8"],
    }


def predict(row: Row, syntax: Syntax) -> Row:
    """Return the attributions of an article in the format of the scorer."""
    article = Article(
        id=row["id"], text=row["text"], title=row.get("title"), published=row.get("date"), outlet=row.get("publisher")
    )
    document = make_document(article)
    layers = read_layers(document, find_passages(document), syntax)
    outer = [one for one in layers.attributions.items if one.parent is None]
    return {"id": row["id"], "relations": [relation(one, document.text) for one in outer]}


def relation(attribution: Attribution, text: str) -> Row:
    """Return one attribution: its own speaker, the cue and the content, each as character spans.

    The gold counts the "that" which opens a clause with what is said.
    """
    content = [_with_that(span, text) for span in attribution.content]
    return {
        "source": _spans([attribution.chain[-1].span] if attribution.chain else []),
        "cue": _spans([attribution.cue]),
        "content": _spans(content),
    }


def _with_that(span: Span, text: str) -> Span:
    before = text[: span.start].rstrip()
    return Span(len(before) - 4, span.end) if before.endswith(" that") else span


def _spans(spans: Iterable[Span | None]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans if span is not None]
