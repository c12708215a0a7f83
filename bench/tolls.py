"""How many dead, who, where, by whom and how? The one toll that an article on the war in Syria leads with."""

import argparse
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from bench.gold_data import Row, score_rows
from bench.harms import Harm, find_harms, find_lead, has_arms, read_number
from bench.records import Article, Case, read_case
from sayso.lexicons.gazetteer import find_places, places_above
from sayso.model.claims import ClaimFigure
from sayso.model.kinds import ClaimKind, Measure, PlaceKind, Stance
from sayso.model.records import Record
from sayso.model.resolved import Place, ResolvedClaim
from sayso.model.settings import PlaceEntry, Settings
from sayso.pipeline import Parser
from sayso.syntax import load_syntax
from sayso.text.spellings import plain

LONGEST_DATE, HIGHEST = 60, 9
# In this war those counted as members are of an armed body.
MEMBERS = "members"
HERE = Path(__file__).parent
SYRIA = "SY"
UNKNOWN, POISON = "unknown", "chemical and toxic gases"
BY_KIND = {
    ClaimKind.AIR_STRIKE: "shelling",
    ClaimKind.SHELLING: "shelling",
    ClaimKind.EXPLOSION: "explosion",
}
VIOLENT = frozenset({*BY_KIND, ClaimKind.CLASH, ClaimKind.VIOLENCE_AGAINST_CIVILIANS, ClaimKind.TOLL})


@cache
def read_lists() -> Mapping[str, Any]:
    """Return the closed lists of the gold: governorates with their spellings, the parties of each class of actor."""
    return tomllib.loads((HERE / "tolls.toml").read_text("utf-8"))


def measure(options: argparse.Namespace) -> Mapping[str, float | None]:
    """Return the share of articles whose headline toll, its parts, place, actor and cause are those of the gold."""
    syntax = load_syntax()
    scores = score_rows(options.gold, options.out, lambda row: predict(row, syntax))
    return {
        "toll": scores["deaths_exact"],
        "civilians": scores["civilians_exact"],
        "combatants": scores["noncivilians_exact"],
        "governorate": scores["governorate_acc"],
        "actor": scores["actor_acc"],
        "cause": scores["cause_acc"],
    }


def predict(row: Row, syntax: Parser) -> Row:
    """Return the toll of an article in the format of the scorer."""
    case = read_case(Article(id=row["id"], text=cut_headline(row), title=row["title"]), settings(), syntax)
    record = case.record
    lead = find_lead(record, Measure.FATALITIES)
    civilians, combatants = split_lead(record, lead)
    told = [claim for claim in ([lead.resolved] if lead else []) + list(record.claims) if claim.claim.kind in VIOLENT]
    return {
        "id": row["id"],
        "deaths": lead.number if lead else None,
        "civilians": civilians,
        "noncivilians": combatants,
        "governorate": find_governorate(case, told),
        "actor": find_actor(told),
        "cause": find_cause(told),
    }


def cut_headline(row: Row) -> str:
    """Return the text with its headline as a line of its own, as pages have it.

    The gold runs the two together, leaves the headline out of a third of its texts, and has dropped the colon before
    whoever a headline cites at its end.
    """
    title = re.split(read_lists()["site_names"], row["title"])[0].removeprefix("title:").strip(" .")
    before, found, body = row["text"].partition(title)
    text = body.lstrip(" .") if found and len(before) < LONGEST_DATE else row["text"]
    headline: str = re.sub(read_lists()["cited_last"], r": \1", title)
    return f"{headline}\n\n{text}"


@cache
def settings() -> Settings:
    """Return the settings a user would give a case on Syria: the country, its governorates and their capitals."""
    places = (entry for name, names in read_lists()["governorates"].items() for entry in _entries(name, tuple(names)))
    return Settings(country="Syria", places=tuple(places))


def _entries(name: str, names: tuple[str, ...]) -> Iterator[PlaceEntry]:
    yield PlaceEntry(name=name, names=names, kind=PlaceKind.REGION, country="SY")
    yield PlaceEntry(name=f"{names[0]} city", names=names, kind=PlaceKind.CITY, within=name, country="SY")


def split_lead(record: Record, lead: Harm | None) -> tuple[int, int]:
    """Return how many civilians and how many combatants the headline toll holds.

    Its own figures say of whom they are; of a number of mere people a part that is told of civilians, or of people in
    arms, leaves the rest to the others.
    """
    if lead is None:
        return 0, 0
    armed = int(sum(read_number(figure) for figure in lead.wholes if is_armed(figure, lead.resolved)))
    civilians = lead.number - armed
    if not armed:
        armed = min(_find_armed_part(record, lead), civilians)
        civilians -= armed
    return civilians, armed


def is_armed(figure: ClaimFigure, resolved: ResolvedClaim) -> bool:
    """Tell whether a number counts people in arms: by its noun, else by the party that the claim says was hit.

    A number without a noun of its own counts those whom a party calls by a label, and these are its enemies.
    """
    whom = figure.of_whom
    if whom is None:
        return not figure.by_rule or bool(resolved.labelled)
    if whom != "people":
        return whom == MEMBERS or has_arms(figure)
    return any(class_of(name) != UNKNOWN for name in resolved.targets)


def _find_armed_part(record: Record, lead: Harm) -> int:
    """Return how many of a number of people were in arms, by the parts of it that the record tells."""
    if any(has_word(figure.of_whom, "unarmed") for figure in lead.wholes):
        return 0
    harms = list(find_harms(record, Measure.FATALITIES))
    again = (harm for harm in harms if harm.number == lead.number)
    if any(figure.of_whom != "people" and is_armed(figure, harm.resolved) for harm in again for figure in harm.wholes):
        return lead.number
    near = [harm for harm in harms if harm.number <= lead.number]
    told = [(figure, harm.resolved) for harm in (lead, *near) for figure in harm.figures]
    figures = [(figure, resolved) for figure, resolved in told if read_number(figure) < lead.number]
    armed = [read_number(f) for f, resolved in figures if is_armed(f, resolved)]
    civil = [read_number(f) for f, _ in figures if f.is_part and has_word(f.of_whom, "civil")]
    if civil:
        return int(lead.number - civil[0])
    return int(armed[0]) if armed else 0


def has_word(whom: str | None, key: str) -> bool:
    """Tell whether a noun is one of a list of the gold's classes."""
    return (whom or "").casefold() in read_lists()[key]


def find_governorate(case: Case, told: Sequence[ResolvedClaim]) -> str:
    """Return the governorate around the place of the first report of violence that lies in one.

    Where no claim has such a place it is the first one that the text names, or that a place it names lies in.
    """
    known = {place.key: place for place in case.record.places}
    places = [known[key] for claim in [*told, *case.record.claims] for key in claim.places]
    around = (name for place in places for name in _climb(place, case.record))
    named = (name for toponym in case.reading.toponyms for name in (toponym.name, *_lies_in(toponym.name)))
    names = (*around, *named)
    return next((found for name in names if (found := _governorate_named(name))), UNKNOWN)


def _lies_in(name: str) -> Iterator[str]:
    """Yield the names of what a place of Syria lies in, by the gazetteer."""
    for match in find_places(plain(name)):
        if match.entry.country == SYRIA:
            yield from (above.name for above in places_above(match.entry))


def _climb(place: Place | None, record: Record) -> Iterator[str]:
    """Yield the names of a place and of those around it, nearest first."""
    names = {other.name: other for other in record.places}
    for _ in range(HIGHEST):
        if place is None:
            return
        yield place.name
        yield place.within or ""
        yield from place.part_of
        place = names.get(place.within or "")


def _governorate_named(name: str) -> str | None:
    bare = name.removesuffix(" Governorate").removesuffix(" Province").removesuffix(" city")
    if name in read_lists()["areas"]:
        return str(read_lists()["areas"][name])
    spelled = read_lists()["governorates"].items()
    return next((key for key, names in spelled if bare == key or bare in names), None)


def class_of(party: str) -> str:
    """Return the class of actor that a party of the record belongs to."""
    plain = party.casefold()
    found = (name for name, words in read_lists()["actors"].items() if any(word in plain for word in words))
    return next(found, UNKNOWN)


def find_actor(told: Sequence[ResolvedClaim]) -> str:
    """Return the class of the first party said to have done violence."""
    found = (class_of(name) for claim in told if claim.stance is not Stance.DENIES for name in claim.agents)
    return next((name for name in found if name != UNKNOWN), UNKNOWN)


def find_cause(told: Sequence[ResolvedClaim]) -> str:
    """Return how people died: as the lead says; where it only says that they did, as the other claims say.

    In a fight the gold names no cause. Poison told of anywhere is the cause of deaths that the lead leaves open.
    """
    lead, *others = [cause_of(claim) for claim in told] or [UNKNOWN]
    if lead is not None:
        return lead
    known = [cause for cause in others if cause not in {None, UNKNOWN}]
    return POISON if POISON in known else next(iter(known), UNKNOWN) or UNKNOWN


def cause_of(claim: ResolvedClaim) -> str | None:
    """Return the cause that a claim tells, None where it leaves it open."""
    causes, frame = read_lists()["causes"], claim.claim.frame
    by_frame = next((cause for cause, frames in read_lists()["deeds"].items() if frame in frames), None)
    if claim.claim.sub_event in causes:
        return str(causes[claim.claim.sub_event])
    return by_frame or (UNKNOWN if claim.claim.kind is ClaimKind.CLASH else BY_KIND.get(claim.claim.kind))
