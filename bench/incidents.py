"""How many were killed and hurt, when and where? The incident that a short report tells of."""

import argparse
from collections.abc import Iterator, Mapping

from bench.gold_data import Row, score_rows
from bench.harms import find_lead
from bench.records import Article, read_record
from sayso.model.kinds import Measure
from sayso.model.records import Record
from sayso.model.settings import Settings
from sayso.pipeline import Parser
from sayso.syntax import load_syntax
from sayso.text.days import number_days
from datetime import date


def measure(options: argparse.Namespace) -> Mapping[str, float | None]:
    """Return the share of texts whose killed, injured, date and places are those of the gold."""
    syntax = load_syntax()
    scores = score_rows(options.gold, options.out, lambda row: predict(row, syntax))
    return {
        "killed": scores["killed"]["EM"],
        "injured": scores["injured"]["EM"],
        "injured above 0": scores["injured"]["EM>0"],
        "date": scores["date"]["acc"],
        "places": scores["places"]["recall"],
    }


def predict(row: Row, syntax: Parser) -> Row:
    """Return the incident of a text in the format of the scorer; the text is as old as its earliest report."""
    published = min(row["report_dates"], default=None)
    record = read_record(Article(id=row["doc_id"], text=row["text"], published=published), Settings(), syntax)
    killed, injured = find_lead(record, Measure.FATALITIES), find_lead(record, Measure.INJURED)
    return {
        "doc_id": row["doc_id"],
        "killed": killed.number if killed else None,
        "injured": injured.number if injured else None,
        "date": _find_date(record),
        "places": list(_places(record)),
    }


def _find_date(record: Record) -> str | None:
    """Return the first day of what the record leads with, else of the first claim that has one."""
    lead = find_lead(record, Measure.FATALITIES)
    claims = [*([lead.resolved] if lead else []), *record.claims]
    runs = (number_days(claim.period.edtf) for claim in claims)
    return next((date.fromordinal(run.first).isoformat() for run in runs if run is not None), None)


def _places(record: Record) -> Iterator[str]:
    """Yield the names of all places that the claims of a text name, and of those around them."""
    known = {place.key: place for place in record.places}
    for claim in record.claims:
        for key in claim.places:
            place = known[key]
            yield from (place.name, *place.names, *([place.within] if place.within else []))
