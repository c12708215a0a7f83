"""May this request come in? Host, origin, token and size are checked before anything of the case is read."""

import hashlib
import hmac
from collections.abc import Iterable
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST_BODY = 12_000_000
LONGEST_ADDRESS = 8_000
_SAFE_METHODS = frozenset({"GET", "HEAD"})

POLICY = "Content-Security-Policy"
HEADERS = {
    POLICY: (
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self';"
        " form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # With "no-referrer" a browser would hide the origin of a form, and the form would be refused.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def allow_images(host: str) -> str:
    """Return the security policy of a page that shows pictures of one other host: its map tiles."""
    return HEADERS[POLICY].replace("img-src 'self'", f"img-src 'self' {host}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """Who may come in: with which token, under which host names ("127.0.0.1:8140")."""

    token: str
    hosts: frozenset[str]

    @property
    def cookie(self) -> str:
        """The name of the cookie. Browsers share cookies among ports, so two open cases need two names."""
        return f"sayso_{hashlib.sha256(self.token.encode()).hexdigest()[:8]}"

    @property
    def form_token(self) -> str:
        """What each form of the pages must carry, so that no other page can send one."""
        return hmac.new(self.token.encode(), b"form", hashlib.sha256).hexdigest()[:32]

    def is_key(self, given: str | None) -> bool:
        """Tell whether this is the token, in a time that does not depend on how much of it is right."""
        return given is not None and hmac.compare_digest(given.encode("utf-8", "replace"), self.token.encode())

    def is_form_token(self, given: str | None) -> bool:
        """Tell whether a form comes from our own pages."""
        return given is not None and hmac.compare_digest(given.encode("utf-8", "replace"), self.form_token.encode())


class GateKeeper:
    """The outermost layer of the web view: it lets a request in or answers it, and sets the headers of every answer."""

    def __init__(self, app: ASGIApp, gate: Gate) -> None:
        self.app = app
        self.gate = gate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
        elif scope["type"] == "http":
            guarded = _guarding(send)
            refusal = self._refuse(scope)
            await (refusal or self.app)(scope, _bounding(receive, LARGEST_BODY), guarded)

    def _refuse(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if headers.get("host", "") not in self.gate.hosts:
            return PlainTextResponse("This address is not one of sayso's.", 421)
        if len(scope["query_string"]) + len(scope["path"]) > LONGEST_ADDRESS:
            return PlainTextResponse("The address is too long.", 414)
        if scope["path"].startswith("/static/"):
            return None
        return self._refuse_sender(scope, headers) or self._refuse_stranger(scope, headers)

    def _refuse_sender(self, scope: Scope, headers: Headers) -> Response | None:
        """Refuse what another page sends: a form must come from our own address, and be no larger than an article."""
        if scope["method"] in _SAFE_METHODS:
            return None
        is_ours = headers.get("origin") == f"http://{headers.get('host')}"
        if not is_ours or headers.get("sec-fetch-site", "same-origin") != "same-origin":
            return PlainTextResponse("This was sent by another page and is not taken.", 403)
        length = headers.get("content-length", "")
        if not length.isdigit() or int(length) > LARGEST_BODY:
            return PlainTextResponse(f"Only up to {LARGEST_BODY // 1_000_000} MB are taken at once.", 413)
        return None

    def _refuse_stranger(self, scope: Scope, headers: Headers) -> Response | None:
        query = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        given = dict(query).get("token")
        if given is not None and scope["method"] in _SAFE_METHODS and self.gate.is_key(given):
            return self._greet(scope["path"], query)
        if self.gate.is_key(_read_cookie(headers.get("cookie", ""), self.gate.cookie)):
            return None
        return PlainTextResponse("Open the address that `sayso open` printed: it holds the key to this case.", 403)

    def _greet(self, path: str, query: Iterable[tuple[str, str]]) -> Response:
        """Give the cookie, and send on to the same page without the token, so that it stays out of the history."""
        rest = urlencode([pair for pair in query if pair[0] != "token"])
        response = RedirectResponse(f"/{path.lstrip('/')}{'?' if rest else ''}{rest}", 303)
        response.set_cookie(self.gate.cookie, self.gate.token, httponly=True, samesite="lax")
        return response


def _read_cookie(header: str, name: str) -> str | None:
    try:
        found = SimpleCookie(header).get(name)
    except CookieError:
        return None
    return found.value if found else None


def _guarding(send: Send) -> Send:
    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("Cache-Control", "no-store")
        await send(message)

    return guarded


def _bounding(receive: Receive, largest: int) -> Receive:
    """Return a `receive` that ends a body which is larger than its length said."""
    seen = 0

    async def bounded() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > largest:
            return {"type": "http.disconnect"}
        return message

    return bounded
