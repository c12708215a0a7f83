"""Where: how many names of places of a gold set are found, and put on the map within 161 km?"""

import argparse
from collections.abc import Mapping

from bench.gold_data import Row, score_rows
from bench.records import Article, read_case
from sayso.model.kinds import PlaceKind
from sayso.model.resolved import NamedPlace
from sayso.model.settings import Settings
from sayso.syntax import Syntax, load_syntax


def measure(options: argparse.Namespace) -> Mapping[str, float | None]:
    """Return per cent of the places that the record of a case of one article names (its table `toponyms`).

    F1 of names with the same bounds or overlapping, and the share of gold names put within 161 km.

    `acc161_all` is over all names of the gold, `acc161_matched` over those found.
    """
    syntax = load_syntax()
    scores = score_rows(options.gold, options.out, lambda row: predict(row, syntax))
    return {
        "exact_F1": scores["exact"]["F1"],
        "inexact_F1": scores["inexact"]["F1"],
        "acc161_all": scores["all"]["acc161"],
        "acc161_matched": scores["matched"]["acc161"],
    }


def predict(row: Row, syntax: Syntax) -> Row:
    """Return the names of places of an article in the format of the scorer; the gold takes roads for none."""
    case = read_case(Article(id=row["id"], text=row["text"]), Settings(), syntax)
    roads = {place.key for place in case.record.places if place.kind is PlaceKind.ROAD}
    named = [one for one in case.record.toponyms if one.place not in roads]
    return {"id": row["id"], "toponyms": [_write(one, row["text"]) for one in named]}


def _write(one: NamedPlace, text: str) -> Row:
    return {
        "start": one.span.start,
        "end": one.span.end,
        "text": one.span.read(text),
        "lat": one.latitude,
        "lon": one.longitude,
    }
