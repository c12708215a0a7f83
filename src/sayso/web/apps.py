"""Which addresses are there, and what answers them?"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

from starlette.applications import Starlette
from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from sayso.errors import SaysoError, UnknownIdError
from sayso.model.judgements import Judgement
from sayso.pipeline import known_rules
from sayso.web.additions import lay_out
from sayso.web.authors import read_author, write_author
from sayso.web.desks import Desk
from sayso.web.forms import read_form
from sayso.web.frames import Frame, read_request
from sayso.web.gates import POLICY, Gate, GateKeeper, allow_images
from sayso.web.judging import Form, draft_judgements
from sayso.web.pages import load_template, render, send_static
from sayso.web.queries import Query
from sayso.web.sections import PAGES, Page
from sayso.web.snapshots import Snapshot


class Window:
    """Answers requests about one case. Every page is drawn by `show`, every change goes through `judge` or `take_in`."""

    def __init__(self, desk: Desk, gate: Gate, author: str) -> None:
        self.desk = desk
        self.gate = gate
        self.author = author
        self.frame = Frame(desk=desk, gate=gate, author=author)
        self._is_prepared = False

    def show(self, page: Page) -> Callable[[Request], Response]:
        """Return what answers the address of a page."""

        def answer(request: Request) -> Response:
            query = read_request(request)
            found = page.select(self.desk, query)
            if found is None:
                raise HTTPException(404)
            drawn = render(page.template, {**self.frame.draw(request, page.title), **found})
            if found.get("image_host"):
                drawn.headers[POLICY] = allow_images(found["image_host"])
            if not self._is_prepared:
                self._is_prepared = True
                drawn.background = BackgroundTask(self._prepare)
            return drawn

        return answer

    def _prepare(self) -> None:
        """Make ready, while the first page is read, what costs other pages some time when they are first shown."""
        for page in PAGES:
            load_template(page.template)
        for page in (page for page in PAGES if page.is_costly):
            with suppress(SaysoError):
                page.select(self.desk, Query(path=page.path, values={}, names={}))
        # The tables of words are long; the page of a claim names their rows.
        known_rules()

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
        told = {"words": words, "status": status, "back": own if own.startswith("/") else "/"}
        return render("error.html", {**self.frame.draw_bare(request), **told}, status)

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


def _go_back(address: str, done: str) -> Response:
    """Send the browser to a page of ours after a form, so that loading it again sends nothing again."""
    is_ours = address.startswith("/") and not address.startswith(("//", "/\\"))
    path, _, anchor = (address if is_ours else "/").partition("#")
    if done:
        path = f"{path}{'&' if '?' in path else '?'}done={done}"
    return RedirectResponse(f"{path}{'#' if anchor else ''}{anchor}", 303)
