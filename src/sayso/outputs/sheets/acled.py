"""What are the rows of the ACLED sheet?"""

from collections.abc import Iterator
from typing import Any

from sayso.lexicons import read_toml
from sayso.outputs.sheets.deaths import find_deaths, find_lowest
from sayso.outputs.sheets.events import Event
from sayso.outputs.sheets.notes import list_outlets, say_event
from sayso.outputs.sheets.parties import CIVILIANS, PROTESTERS, find_code, join_codes
from sayso.outputs.sheets.questions import VIOLENCE
from sayso.text.spellings import plain

Cells = dict[str, Any]
PROTESTS = "Protests"
_ALONE = frozenset({PROTESTS, "Riots", "Strategic developments", "Explosions/Remote violence"})


def code_acled(event: Event) -> Cells:
    """Return the cells of an event by ACLED's columns; None is an empty cell: not told, or left to the coders."""
    first, second = _name_parties(event)
    spot, days, deaths = event.spot, event.days, find_deaths(event.told)
    country = spot.codes.get("name", spot.country)
    codes = [find_code(name, spot.country, country) for name in (first, second)]
    is_whole = second is not None or event.event_type in _ALONE
    return {
        "event_id_cnty": event.id,
        "event_date": (days.first if days.days == 1 else days.middle).isoformat(),
        "year": days.middle.year,
        "time_precision": days.acled_precision,
        "disorder_type": find_disorder(event),
        "event_type": event.event_type,
        "sub_event_type": event.sub_event_type,
        "actor1": _at_home(first, codes[0], country),
        "assoc_actor_1": "; ".join(event.agents[1:]) or None,
        "inter1": codes[0],
        "actor2": _at_home(second, codes[1], country),
        "assoc_actor_2": "; ".join(name for name in event.targets if name != second) or None,
        "inter2": codes[1],
        "interaction": join_codes(*codes) if is_whole and (second is None or codes[1] is not None) else None,
        "civilian_targeting": "Civilian targeting" if _hits_civilians(event, codes[1]) else None,
        "iso": int(spot.codes["number"]) if spot.codes else None,
        "region": spot.codes.get("region"),
        "country": country,
        "admin1": spot.admin1,
        "admin2": spot.admin2,
        "admin3": None,
        "location": spot.name,
        "latitude": spot.point[1] if spot.point else None,
        "longitude": spot.point[0] if spot.point else None,
        "geo_precision": spot.acled_precision,
        "source": list_outlets(event.claims),
        "source_scale": None,
        "notes": say_event(event, deaths),
        "fatalities": find_lowest(deaths),
        "tags": "; ".join(_tag(event)) or None,
        "timestamp": None,
    }


def find_disorder(event: Event) -> str:
    """Return ACLED's disorder type of an event."""
    table = read_toml("sheets")["disorder"]
    return str(table.get(event.sub_event_type, table[event.event_type]))


def _name_parties(event: Event) -> tuple[str | None, str | None]:
    """Return both parties: protesters stand first, and who is hit by violence against civilians is civilians."""
    agent = event.agents[0] if event.agents else None
    target = event.targets[0] if event.targets else None
    if event.event_type == PROTESTS:
        return "Protesters", agent if agent and plain(agent) != "protesters" else target
    if event.event_type == VIOLENCE and target is None:
        target = "Civilians"
    return agent, target


def _at_home(name: str | None, code: int | None, country: str) -> str | None:
    """Return the name of a party as ACLED writes it: civilians and protesters with their country."""
    if name is None or code not in {CIVILIANS, PROTESTERS}:
        return name
    return f"{'Civilians' if code == CIVILIANS else 'Protesters'} ({country})"


def _hits_civilians(event: Event, second: int | None) -> bool:
    return find_disorder(event).startswith("Political") and (event.event_type == VIOLENCE or second == CIVILIANS)


def _tag(event: Event) -> Iterator[str]:
    """Yield what a coder must see before he signs."""
    if any(question.is_open for question in event.questions):
        yield "DISPUTED"
    if any(claim["reviewed"].startswith("no") for claim in event.claims):
        yield "UNREVIEWED MACHINE READING"
    if not event.days.is_told:
        yield "NO DAY TOLD"
