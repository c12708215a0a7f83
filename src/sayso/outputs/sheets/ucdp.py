"""What are the rows of the UCDP GED sheet, and which events have none?"""

from collections.abc import Mapping, Sequence
from typing import Any

from sayso.lexicons import read_toml
from sayso.outputs.sheets.deaths import Deaths, find_deaths, find_lowest
from sayso.outputs.sheets.events import Event
from sayso.outputs.sheets.notes import count_origins, list_days, list_outlets, say_event, say_voice
from sayso.outputs.sheets.parties import CIVILIANS, STATE, find_code
from sayso.outputs.sheets.questions import VIOLENCE

Cells = dict[str, Any]
STATE_BASED, NON_STATE, ONE_SIDED = 1, 2, 3


def refuse_ucdp(event: Event) -> str | None:
    """Return why an event has no row in UCDP GED; None when it has one.

    GED holds events with at least one death and known parties: none is made up.
    """
    if not (find_lowest(find_deaths(event.told)) or 0):
        return "no voice whose words are shown gives a number of dead for it"
    return None if find_violence(event) else "the reports do not name two parties, or one and civilians"


def find_violence(event: Event) -> int | None:
    """Return UCDP's type of violence: 1 with a state on a side, 2 without, 3 against civilians; None when it cannot be told."""
    first, second = _codes(event)
    if first is None:
        return None
    if second == CIVILIANS or (second is None and event.event_type == VIOLENCE):
        return ONE_SIDED
    if second is None:
        return None
    return STATE_BASED if STATE in {first, second} else NON_STATE


def code_ucdp(event: Event, headlines: Mapping[str, str]) -> Cells:
    """Return the cells of an event by UCDP's columns; `headlines` are those of the reports that may be named, by document."""
    spot, days, deaths = event.spot, event.days, find_deaths(event.told)
    sides = _sides(event)
    best = find_lowest(deaths)
    cells: Cells = dict.fromkeys(read_toml("sheets")["ucdp"]["columns"])
    cells |= {
        "id": event.id,
        "year": days.middle.year,
        "type_of_violence": find_violence(event),
        "dyad_name": " - ".join(sides),
        "side_a": sides[0],
        "side_b": sides[1],
        "number_of_sources": count_origins(event.questions),
        "source_article": say_event(event, deaths),
        "source_office": list_outlets(event.claims),
        "source_date": list_days(event.claims),
        "source_headline": "; ".join(dict.fromkeys(headlines[c["doc"]] for c in event.claims if c["doc"] in headlines)),
        "source_original": "; ".join(dict.fromkeys(say_voice(claim) for claim in event.claims)),
        "where_prec": spot.ucdp_precision,
        "where_coordinates": spot.within if spot.is_around else spot.name,
        "where_description": ", ".join(dict.fromkeys(filter(None, (spot.name, spot.within, spot.admin1)))),
        "adm_1": spot.admin1,
        "adm_2": spot.admin2,
        "latitude": spot.point[1] if spot.point else None,
        "longitude": spot.point[0] if spot.point else None,
        "geom_wkt": f"POINT({spot.point[0]} {spot.point[1]})" if spot.point else None,
        "priogrid_gid": spot.cell,
        "country": spot.codes.get("name", spot.country),
        "region": read_toml("sheets")["regions"].get(spot.codes.get("region", "")),
        "event_clarity": 1 if days.is_told else 2,
        "date_prec": days.ucdp_precision,
        "date_start": days.first.isoformat(),
        "date_end": days.last.isoformat(),
        "best": best,
        "low": best,
        "high": max((one.high if one.high is not None else one.low for one in deaths), default=None),
    }
    return cells | _share(event, deaths)


def _sides(event: Event) -> tuple[str, str]:
    target = event.targets[0] if event.targets else "Civilians"
    return event.agents[0], target


def _codes(event: Event) -> tuple[int | None, int | None]:
    country, name = event.spot.country, event.spot.codes.get("name")
    agent = event.agents[0] if event.agents else None
    target = event.targets[0] if event.targets else None
    return find_code(agent, country, name), find_code(target, country, name)


def _share(event: Event, deaths: Sequence[Deaths]) -> Cells:
    """Return whose dead the lowest number counts: a side's, civilians or, where the words do not tell, unknown."""
    lowest = min(deaths, key=lambda one: one.low, default=None)
    if lowest is None:
        return {}
    codes = _codes(event)
    code = find_code(lowest.of_whom, event.spot.country, event.spot.codes.get("name"))
    named = {"people": None, "persons": None}.get(lowest.of_whom or "people", code)
    column = next(
        (
            name
            for name, side in zip(("deaths_a", "deaths_b"), codes, strict=True)
            if named is not None and side == named
        ),
        "deaths_unknown",
    )
    return {"deaths_civilians" if named == CIVILIANS else column: lowest.low}
