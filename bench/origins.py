"""Who copied whom: which pairs of articles are one report, share paragraphs, share background, or share nothing?"""

import argparse
from collections.abc import Mapping

from bench.gold_data import Row, score_rows
from sayso.intake import describe_document
from sayso.linking.copies import find_copies
from sayso.linking.library import Library
from sayso.model.documents import Capture, Document, PageFacts
from sayso.model.kinds import CopyKind
from sayso.model.resolved import DocumentDate, Resolution
from sayso.model.settings import Settings

INDEPENDENT = "independent"
# What the gold calls each kind of shared text: of one shared quotation it says that the articles are independent.
LABELS = {CopyKind.QUOTATION: INDEPENDENT, CopyKind.VERSION: "copy"}


def measure(options: argparse.Namespace) -> Mapping[str, float | None]:
    """Return the F1 of `copy` (one report), of copy and partial together (`shares_origin`), and how many labels agree."""
    scores = score_rows(options.gold, options.out, predict)
    return {
        "copy": scores["same_report_prf"][2],
        "copy_precision": scores["same_report_prf"][0],
        "copy_recall": scores["same_report_prf"][1],
        "shares_origin": scores["shares_origin_prf"][2],
        "accuracy": scores["acc"],
        "macro": scores["macroF1"],
    }


def predict(row: Row) -> Row:
    """Return what the text that the two articles of a pair share means, in the format of the scorer."""
    documents = [_describe(row[side], side) for side in ("a", "b")]
    dates = [DocumentDate(document=one.id, published=None, interval=None, basis=None) for one in documents]
    found = find_copies(Library(Resolution(voices=(), places=(), claims=()), documents, dates))
    return {"pair": row["pair"], "label": _label(found[0].kind) if found else INDEPENDENT}


def _label(kind: CopyKind) -> str:
    return LABELS.get(kind, kind.value)


def _describe(article: Row, side: str) -> Document:
    facts = PageFacts(title=article.get("title"), outlet=article.get("outlet"))
    capture = Capture(id=side, sha256=side, file=side, media_type="text/plain", text=article["text"], page=facts)
    return describe_document(capture, Settings())
