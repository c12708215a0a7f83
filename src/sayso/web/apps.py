"""Which addresses are there, and what answers them?"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import unquote

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from sayso.errors import SaysoError, UnknownIdError
from sayso.model.judgements import Judgement
from sayso.text.wordings import say_unread
from sayso.web import (
    changes,
    drafting,
    drawers,
    ledgers,
    listings,
    maps,
    matrices,
    names,
    overviews,
    queues,
    reports,
    strips,
    timelines,
)
from sayso.web.additions import lay_out
from sayso.web.authors import read_author, write_author
from sayso.web.desks import Desk
from sayso.web.forms import read_form
from sayso.web.gates import POLICY, Gate, GateKeeper, allow_images
from sayso.web.judging import LAST, Form, draft_judgements
from sayso.web.pages import render, send_static
from sayso.web.queries import Query, read_query
from sayso.web.snapshots import Snapshot

Selector = Callable[[Desk, Query], Mapping[str, Any] | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page: its address, its title, the template that draws it and what selects what it shows."""

    path: str
    title: str
    template: str
    select: Selector
    is_section: bool = True


def _show_nothing(_desk: Desk, _query: Query) -> Mapping[str, Any]:
    return {}


PAGES = (
    Page(path="/", title="Overview", template="overview.html", select=overviews.show_overview),
    Page(path="/claims", title="Claims", template="claims.html", select=listings.show_claims),
    Page(path="/disputes", title="Disputes", template="disputes.html", select=listings.show_disputes),
    Page(path="/control", title="Control", template="control.html", select=strips.show_control),
    Page(path="/map", title="Map", template="map.html", select=maps.show_map),
    Page(path="/figures", title="Figures", template="figures.html", select=ledgers.show_figures),
    Page(path="/matrix", title="Matrix", template="matrix.html", select=matrices.show_matrix),
    Page(path="/timeline", title="Timeline", template="timeline.html", select=timelines.show_timeline),
    Page(path="/origins", title="Origins", template="origins.html", select=listings.show_origins),
    Page(path="/voices", title="Voices", template="voices.html", select=names.show_voices),
    Page(path="/places", title="Places", template="places.html", select=names.show_places),
    Page(path="/documents", title="Documents", template="documents.html", select=reports.show_documents),
    Page(path="/queue", title="Queue", template="queue.html", select=queues.show_queue),
    Page(path="/problems", title="Problems", template="problems.html", select=listings.show_problems),
    Page(path="/judgements", title="Judgements", template="judgements.html", select=listings.show_judgements),
    Page(path="/changes", title="Changes", template="changes.html", select=changes.show_changes),
    Page(path="/search", title="Search", template="search.html", select=listings.show_search, is_section=False),
    Page(path="/help", title="Keys and words", template="help.html", select=_show_nothing, is_section=False),
    Page(path="/claim/{id}", title="Claim", template="claim.html", select=drawers.show_claim, is_section=False),
    Page(path="/group/{id}", title="Answer", template="group.html", select=listings.show_group, is_section=False),
    Page(path="/dispute/{id}", title="Dispute", template="dispute.html", select=listings.show_dispute, is_section=False),
    Page(path="/trail/{id}", title="Where it comes from", template="trail.html", select=drawers.show_trail, is_section=False),
    Page(path="/voice/{key:path}", title="Voice", template="voice.html", select=names.show_voice, is_section=False),
    Page(path="/place/{key:path}", title="Place", template="place.html", select=names.show_place, is_section=False),
    Page(path="/document/{id}", title="Document", template="document.html", select=reports.show_document, is_section=False),
    Page(path="/document/{id}/add", title="Add a claim", template="add.html", select=drafting.show_draft, is_section=False),
    Page(path="/compare/{left}/{right}", title="Side by side", template="compare.html", select=reports.show_comparison, is_section=False),
)  # fmt: skip
SECTIONS = tuple((page.path, page.title) for page in PAGES if page.is_section)


class Window:
    """Answers requests about one case. Every page is drawn by `show`, every change goes through `judge` or `take_in`."""

    def __init__(self, desk: Desk, gate: Gate, author: str) -> None:
        self.desk = desk
        self.gate = gate
        self.author = author

    def show(self, page: Page) -> Callable[[Request], Response]:
        """Return what answers the address of a page."""

        def answer(request: Request) -> Response:
            query = _query(request)
            found = page.select(self.desk, query)
            if found is None:
                raise HTTPException(404)
            drawn = render(page.template, {**self._frame(request, page.title), **found})
            if found.get("image_host"):
                drawn.headers[POLICY] = allow_images(found["image_host"])
            return drawn

        return answer

    async def judge(self, request: Request) -> Response:
        """Write down what a form decides; the page that follows tells what was decided, and how to take it back."""
        form = await self._read(request)

        def draft(snapshot: Snapshot, known: Sequence[Judgement]) -> Sequence[Judgement]:
            return draft_judgements(replace(form, known=known), snapshot)

        written = await run_in_threadpool(self.desk.judge, draft)
        done = ",".join(judgement.id for judgement in written[:40])
        answer = _go_back(form.get("back"), done)
        write_author(answer, form.author)
        return answer

    async def take_in(self, request: Request) -> Response:
        """Take in an article that was pasted, or files."""
        sent = await read_form(request)
        form = self._checked(request, sent.values, sent.lists)

        def add() -> None:
            with lay_out(form.values, sent.files) as paths:
                self.desk.take_in(paths, self.desk.options_with(by=form.author))

        await run_in_threadpool(add)
        return _go_back("/documents", "")

    async def freeze(self, request: Request) -> Response:
        """Freeze the record under a name."""
        form = await self._read(request)
        await run_in_threadpool(self.desk.freeze, form.get("name"), form.author)
        return _go_back(form.get("back"), "")

    async def rebuild(self, request: Request) -> Response:
        """Make the record again from documents, settings and judgements."""
        form = await self._read(request)
        await run_in_threadpool(self.desk.take_in, [])
        return _go_back(form.get("back"), "")

    def tell_state(self, _request: Request) -> Response:
        """Tell whether the record has followed what is written down."""
        return JSONResponse({"behind": self.desk.is_behind})

    async def sign(self, request: Request) -> Response:
        """Keep the name under which this browser judges."""
        form = await self._read(request)
        answer = _go_back(form.get("back"), "")
        write_author(answer, form.author)
        return answer

    def refuse(self, request: Request, error: Exception) -> Response:
        """Answer a mistake in words."""
        status = 404 if isinstance(error, UnknownIdError) else 400
        return self._tell(request, status, str(error))

    def miss(self, request: Request, error: Exception) -> Response:
        """Answer that there is no such page."""
        status = error.status_code if isinstance(error, HTTPException) else 404
        words = {404: "There is nothing at this address.", 405: "This address takes no such request."}
        detail = error.detail if isinstance(error, HTTPException) else ""
        return self._tell(request, status, words.get(status, detail))

    def fail(self, request: Request, _error: Exception) -> Response:
        """Answer an error of ours. What went wrong stands in the terminal, not on the page."""
        return self._tell(
            request,
            500,
            "Something went wrong in sayso. The terminal where it runs says what; no judgement that a page reported is lost.",
        )

    def _tell(self, request: Request, status: int, words: str) -> Response:
        back = request.headers.get("referer", "")
        own = back.partition(request.headers.get("host", "\0"))[2]
        frame = {"words": words, "status": status, "back": own if own.startswith("/") else "/"}
        return render("error.html", {**self._bare(request), **frame}, status)

    def _frame(self, request: Request, title: str) -> dict[str, Any]:
        """Return what every page of a case shows around its own part."""
        query = _query(request)
        snapshot = self.desk.look()
        record = snapshot.record
        known = {judgement.id: judgement for judgement in self.desk.case.judgements()} if query.done else {}
        return {
            **self._bare(request),
            "title": title,
            "query": query,
            "case_title": record.title or self.desk.name,
            "unread": say_unread(record),
            "snapshot": snapshot,
            "voice_names": [voice.name for voice in snapshot.voices_by_use[:150]],
            "place_names": [place.name for place in snapshot.places_by_use[:150]],
            "kinds": listings.KINDS,
            "standing_names": listings.STANDINGS,
            "fields": drawers.FIELDS,
            "choices": drawers.CHOICES,
            "done": [known[one] for one in query.done if one in known],
            "is_behind": self.desk.is_behind,
            "is_current": self.desk.is_behind or self.desk.is_current(),
            "bare": query.get("part") == "drawer",
        }

    def _bare(self, request: Request) -> dict[str, Any]:
        return {
            "sections": SECTIONS,
            "path": request.url.path,
            "csrf": self.gate.form_token,
            "author": read_author(request, self.author),
            "last": LAST,
        }

    async def _read(self, request: Request) -> Form:
        sent = await read_form(request)
        return self._checked(request, sent.values, sent.lists)

    def _checked(self, request: Request, values: Mapping[str, str], lists: Mapping[str, Any]) -> Form:
        if not self.gate.is_form_token(values.get("csrf")):
            raise HTTPException(
                403, "This form is from another session of sayso. Go back, load the page again, and send it again."
            )
        author = " ".join(values.get("author", "").split())[:80] or read_author(request, self.author)
        return Form(values=values, lists=lists, author=author)


def make_app(desk: Desk, gate: Gate, author: str) -> ASGIApp:
    """Return the web view of a case; `author` judges where a browser has given no other name."""
    window = Window(desk, gate, author)
    deeds: tuple[tuple[str, Callable[[Request], Awaitable[Response]]], ...] = (
        ("/judge", window.judge),
        ("/documents", window.take_in),
        ("/rebuild", window.rebuild),
        ("/freeze", window.freeze),
        ("/sign", window.sign),
    )
    app = Starlette(
        routes=[
            *(Route(path, answer, methods=["POST"]) for path, answer in deeds),
            *(Route(page.path, window.show(page), methods=["GET"]) for page in PAGES),
            Route("/state", window.tell_state, methods=["GET"]),
            Route("/static/{digest}/{name}", _send_static, methods=["GET"]),
        ],
        exception_handlers={SaysoError: window.refuse, HTTPException: window.miss, Exception: window.fail},
    )
    return GateKeeper(app, gate)


def _send_static(request: Request) -> Response:
    found = send_static(request.path_params["name"])
    if found is None:
        raise HTTPException(404)
    return found


def _query(request: Request) -> Query:
    path = unquote(request.url.path)
    return read_query(path, dict(request.query_params), {k: str(v) for k, v in request.path_params.items()})


def _go_back(address: str, done: str) -> Response:
    """Send the browser to a page of ours after a form, so that loading it again sends nothing again."""
    is_ours = address.startswith("/") and not address.startswith(("//", "/\\"))
    path, _, anchor = (address if is_ours else "/").partition("#")
    if done:
        path = f"{path}{'&' if '?' in path else '?'}done={done}"
    return RedirectResponse(f"{path}{'#' if anchor else ''}{anchor}", 303)
