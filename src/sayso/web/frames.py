"""What does a page show around its own part: its sections, who judges, how far the record has followed?"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from starlette.requests import Request

from sayso.text.wordings import say_unread
from sayso.web import drawers, listings
from sayso.web.authors import read_author
from sayso.web.desks import Desk
from sayso.web.gates import Gate
from sayso.web.judging import LAST
from sayso.web.queries import Query, read_query
from sayso.web.sections import SECTIONS

NAMES = 150


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The frame of all pages of one case; `author` judges where a browser has given no other name."""

    desk: Desk
    gate: Gate
    author: str

    def draw(self, request: Request, title: str) -> Mapping[str, Any]:
        """Return what every page of a case shows around its own part."""
        query = read_request(request)
        snapshot = self.desk.look()
        record = snapshot.record
        known = {judgement.id: judgement for judgement in self.desk.case.judgements()} if query.done else {}
        return {
            **self.draw_bare(request),
            "title": title,
            "query": query,
            "case_title": record.title or self.desk.name,
            "unread": say_unread(record),
            "snapshot": snapshot,
            "voice_names": [voice.name for voice in snapshot.voices_by_use[:NAMES]],
            "place_names": [place.name for place in snapshot.places_by_use[:NAMES]],
            "kinds": listings.KINDS,
            "standing_names": listings.STANDINGS,
            "fields": drawers.FIELDS,
            "choices": drawers.CHOICES,
            "hints": drawers.HINTS,
            "done": [known[one] for one in query.done if one in known],
            "is_behind": self.desk.is_behind,
            "is_current": self.desk.is_behind or self.desk.is_current(),
            "is_unreviewed": any(resolved.reviewed is None for resolved in record.claims),
            "bare": query.get("part") == "drawer",
        }

    def draw_bare(self, request: Request) -> Mapping[str, Any]:
        """Return what also a page that tells a mistake shows: nothing of it comes from the record."""
        return {
            "sections": SECTIONS,
            "path": request.url.path,
            "csrf": self.gate.form_token,
            "author": read_author(request, self.author),
            "last": LAST,
        }


def read_request(request: Request) -> Query:
    """Return what the address of a request asks for."""
    path = unquote(request.url.path)
    return read_query(path, dict(request.query_params), {k: str(v) for k, v in request.path_params.items()})
