"""How many were killed and hurt, when and where? The incident that a short report tells of."""

import argparse
from collections.abc import Iterator, Mapping
from datetime import date

from bench.gold_data import Row, score_rows
from bench.harms import Harm, find_lead, has_arms, read_number
from bench.records import Article, Case, read_case
from sayso.model.kinds import ClaimKind, Measure, TimeBasis
from sayso.model.records import Record
from sayso.model.resolved import ResolvedClaim
from sayso.model.settings import Settings
from sayso.pipeline import Parser
from sayso.syntax import load_syntax
from sayso.text.days import number_days

LONGEST = 7
VIOLENT = frozenset(
    {
        ClaimKind.AIR_STRIKE,
        ClaimKind.SHELLING,
        ClaimKind.EXPLOSION,
        ClaimKind.CLASH,
        ClaimKind.VIOLENCE_AGAINST_CIVILIANS,
        ClaimKind.TOLL,
        ClaimKind.ADVANCE,
    }
)


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
    case = read_case(Article(id=row["doc_id"], text=row["text"], published=published), Settings(), syntax)
    record = case.record
    killed, injured = find_lead(record, Measure.FATALITIES), find_lead(record, Measure.INJURED)
    return {
        "doc_id": row["doc_id"],
        "killed": count_unarmed(killed) if killed else None,
        "injured": injured.number if injured else None,
        "date": find_day(record),
        "places": list(_places(case)),
    }


def count_unarmed(harm: Harm) -> int:
    """Return how many of those killed bore no arms, which is what the gold counts; all of them where that leaves none."""
    armed_parts = sum(read_number(figure) for figure in harm.figures if figure.is_part and has_arms(figure))
    unarmed = sum(read_number(figure) for figure in harm.wholes if not has_arms(figure))
    return int(unarmed - armed_parts) if unarmed > armed_parts else harm.number


def find_day(record: Record) -> str | None:
    """Return the day of the incident: that of the lead where the text gives one, else of the first harm or deed.

    A day that is only the report's own comes last; a longer time than a week tells no day.
    """
    lead = find_lead(record, Measure.FATALITIES)
    told = [claim for claim in record.claims if claim.claim.kind in VIOLENT and claim.claim.tense != "future"]
    claims = [*([lead.resolved] if lead else []), *told, *record.claims]
    days = [(claim.period.basis is TimeBasis.DOCUMENT, day) for claim in claims if (day := _first_day(claim))]
    return min(days, key=lambda found: found[0], default=(True, None))[1]


def _first_day(claim: ResolvedClaim) -> str | None:
    run = number_days(claim.period.edtf)
    if run is None or run.last - run.first > LONGEST:
        return None
    return date.fromordinal(run.first).isoformat()


def _places(case: Case) -> Iterator[str]:
    """Yield the places of the claims, those around them, and the further places the text names.

    A text of the gold tells of one incident, and only what is found of its places is asked.
    """
    known = {place.key: place for place in case.record.places}
    for place in (known[key] for claim in case.record.claims for key in claim.places):
        yield from (place.name, *place.names, *([place.within] if place.within else []))
    for toponym in case.reading.toponyms:
        yield from (toponym.name, toponym.span.read(case.reading.document.text))
