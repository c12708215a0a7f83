"""Who speaks, and which places are meant? Voices and places with their spellings."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from sayso.lexicons.states import name_country
from sayso.model.judgements import Judgement
from sayso.model.kinds import JudgementKind, Precision
from sayso.text.decisions import read_list
from sayso.text.spellings import plain
from sayso.text.wordings import name_voice
from sayso.web.cards import make_cards
from sayso.web.desks import Desk
from sayso.web.lists import cut
from sayso.web.queries import Query
from sayso.web.snapshots import Snapshot
from sayso.web.wordings import call_outlet

Context = Mapping[str, Any]
NAMES, SAMPLE = 60, 8
# How closely a point tells where a place is.
_CLOSELY = {
    Precision.POINT: "that very point",
    Precision.TOWN: "the middle of the town",
    Precision.DISTRICT: "the middle of the district",
    Precision.SECOND_DIVISION: "the middle of the division",
    Precision.FIRST_DIVISION: "the middle of the province",
    Precision.REGION: "the middle of the region",
    Precision.COUNTRY: "the middle of the country",
}


def show_voices(desk: Desk, query: Query) -> Context:
    """Return the voices that are heard, those of the most claims first."""
    snapshot = desk.select(query.wishes)
    sheet = cut(snapshot.voices_by_use, query, NAMES)
    return {"sheet": sheet, "voices": [_voice(voice.key, snapshot) for voice in sheet.items], "filters": True}


def _voice(key: str, snapshot: Snapshot) -> Context:
    voice = snapshot.voices[key]
    claims = snapshot.claims_by(key)
    documents = {snapshot.claims[claim].claim.document for claim in claims}
    names = snapshot.index.voice_names
    return {
        "voice": voice,
        "shown": name_voice(voice.name, (call_outlet(snapshot.documents[one]) for one in documents)),
        "claims": len(claims),
        "documents": len(documents),
        "draws_on": [names.get(other, other) for other in voice.draws_on],
        "spellings": _others(voice.name, voice.names),
        "colour": snapshot.whole.side_numbers.get(voice.side or "", 0),
    }


def _others(name: str, names: Sequence[str]) -> list[str]:
    return [other for other in names if other.casefold() != name.casefold()]


def show_voice(desk: Desk, query: Query) -> Context | None:
    """Return one voice with its spellings, its words and what people decided about it."""
    snapshot = desk.look()
    key = query.names["key"]
    if key not in snapshot.voices:
        return None
    claims = snapshot.claims_by(key)
    kinds = Counter(snapshot.claims[claim].claim.kind.value for claim in claims)
    return {
        "one": _voice(key, snapshot),
        "kinds_said": kinds.most_common(),
        "cards": make_cards(claims[:SAMPLE], snapshot),
        "decisions": _decisions(snapshot, "voice", snapshot.voices[key].names),
        "all_names": [voice.name for voice in snapshot.voices_by_use[:300]],
    }


def _decisions(snapshot: Snapshot, what: str, names: Sequence[str]) -> list[Judgement]:
    known = {plain(name) for name in names}
    named = [j for j in snapshot.active if j.kind in {JudgementKind.MERGE, JudgementKind.SPLIT, JudgementKind.PRIVATE}]
    return [
        judgement
        for judgement in named
        if judgement.fields.get("what") == what and known & {plain(name) for name in read_list(judgement, "names")}
    ]


def show_places(desk: Desk, query: Query) -> Context:
    """Return the places that claims speak of, those of the most claims first."""
    snapshot = desk.select(query.wishes)
    sheet = cut(snapshot.places_by_use, query, NAMES)
    return {"sheet": sheet, "places": [_place(place.key, snapshot) for place in sheet.items], "filters": True}


def _place(key: str, snapshot: Snapshot) -> Context:
    place = snapshot.places[key]
    within = snapshot.index.place_names.get(place.within or "", place.within)
    country = name_country(place.country)
    return {
        "place": place,
        "claims": len(snapshot.claims_at(key)),
        "within": ", ".join(part for part in (within, country) if part and part != place.name),
        "spellings": _others(place.name, place.names),
        "told": _CLOSELY.get(place.precision) if place.precision else None,
    }


def show_place(desk: Desk, query: Query) -> Context | None:
    """Return one place with its spellings and what people decided about it."""
    snapshot = desk.look()
    key = query.names["key"]
    if key not in snapshot.places:
        return None
    claims = snapshot.claims_at(key)
    kinds = Counter(snapshot.claims[claim].claim.kind.value for claim in claims)
    return {
        "one": _place(key, snapshot),
        "kinds_said": kinds.most_common(),
        "cards": make_cards(claims[:SAMPLE], snapshot),
        "decisions": _decisions(snapshot, "place", snapshot.places[key].names),
        "all_names": [place.name for place in snapshot.places_by_use[:300]],
    }
