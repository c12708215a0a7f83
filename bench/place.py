"""Where: how many names of places of a gold set are found, and put on the map within 161 km?"""

import argparse
from collections.abc import Mapping

from bench.gold_data import Row, score_rows
from bench.records import Article, make_document
from sayso.mentions import find_geographic_names
from sayso.passages import find_passages
from sayso.pipeline import read_layers
from sayso.resolution import WorldPlace, Written, choose_places
from sayso.syntax import Syntax, load_syntax


def measure(options: argparse.Namespace) -> Mapping[str, float | None]:
    """Return per cent of the finder that maps a whole text (`find_geographic_names`); claims take places by stricter rules.

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
    """Return the names of places of an article in the format of the scorer.

    The gold maps a text: it also marks governments, adjectives of countries and places in longer names, and asks a
    point of every name. One that has none of its own is given that of the place its words set it in.
    """
    document = make_document(Article(id=row["id"], text=row["text"]))
    names = find_geographic_names(read_layers(document, find_passages(document), syntax))
    places = choose_places([Written(name=name.text, within=name.within) for name in names])
    holders = choose_places([Written(name=name.within or name.text) for name in names])
    toponyms = [
        {"start": name.span.start, "end": name.span.end, "text": name.text, **_point(place or holder)}
        for name, place, holder in zip(names, places, holders, strict=True)
    ]
    return {"id": row["id"], "toponyms": toponyms}


def _point(place: WorldPlace | None) -> Row:
    return {"lat": place.latitude if place else None, "lon": place.longitude if place else None}
