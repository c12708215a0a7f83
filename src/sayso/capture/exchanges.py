"""What does a server answer to one request?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus

import httpcore
import httpx

from sayso.capture.connections import ForbiddenAddressError, PinnedTransport, TimeUpError
from sayso.capture.terms import Terms
from sayso.text.bodies import ENCODINGS

_WAIT = httpx.Timeout(20.0)
_ACCEPT = "text/html, application/xhtml+xml, text/plain;q=0.8, application/xml;q=0.7, */*;q=0.1"
_BROKEN = (httpx.HTTPError, httpcore.ReadError, httpcore.RemoteProtocolError, httpcore.ReadTimeout)
_FAILED = (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, httpcore.NetworkError, httpcore.TimeoutException,
           httpcore.ProtocolError, OSError, UnicodeError)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One request and its response, the body as it was sent (content encodings kept, chunks joined)."""

    url: str
    asked: tuple[tuple[str, str], ...]
    status: int
    headers: tuple[tuple[str, str], ...]
    raw: bytes
    obtained: datetime
    address: str | None
    is_whole: bool = True

    def header(self, name: str) -> str | None:
        """Return the first header of that name, written small."""
        return next((value for key, value in self.headers if key.casefold() == name), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Why nothing came; `is_passing` when another try may help."""

    reason: str
    is_passing: bool = False


def ask(url: str, terms: Terms, headers: Mapping[str, str] | None = None) -> Exchange | Failure:
    """Ask once for one address, without cookies and without following where it leads."""
    refused = refuse_address(url)
    if refused:
        return Failure(reason=refused)
    sent = {"User-Agent": terms.agent, "Accept": _ACCEPT, "Accept-Encoding": ENCODINGS, **(headers or {})}
    try:
        with PinnedTransport(terms) as transport:
            request = httpx.Request("GET", url, headers=sent, extensions={"timeout": _WAIT.as_dict()})
            began = datetime.now(UTC)
            response = transport.handle_request(request)
            try:
                return _read(request, response, began, terms)
            finally:
                response.close()
    except ForbiddenAddressError as error:
        return Failure(
            reason=f"its host has an address that is not public ({error}); allow_hosts in sayso.toml allows it"
        )
    except TimeUpError:
        return Failure(reason=f"took longer than {terms.seconds:g} seconds", is_passing=True)
    except _FAILED as error:
        return Failure(reason=f"cannot be reached: {str(error) or type(error).__name__}", is_passing=True)


def follow(url: str, location: str) -> str | None:
    """Return the address that an answer leads on to, None when that is no web address."""
    try:
        return str(httpx.URL(url).join(location).copy_with(fragment=None))
    except (httpx.InvalidURL, UnicodeError, ValueError):
        return None


def refuse_address(url: str) -> str | None:
    """Return why an address is not asked for, None when it may be."""
    try:
        parsed = httpx.URL(url)
        # A name of other letters is only looked at when it is asked for.
        has_host = bool(parsed.host)
    except (httpx.InvalidURL, UnicodeError, ValueError):
        return "is no web address"
    if parsed.scheme not in {"http", "https"} or not has_host:
        return "is no http or https address"
    return "holds a name or password" if parsed.userinfo else None


def _read(request: httpx.Request, response: httpx.Response, began: datetime, terms: Terms) -> Exchange | Failure:
    raw, is_whole, address = bytearray(), True, _find_peer(response)
    try:
        for part in response.iter_raw():
            raw += part
            if len(raw) > terms.largest:
                return Failure(reason=f"is larger than {terms.largest // 1_000_000} MB, more than any article")
    except TimeUpError:
        raise
    except _BROKEN:
        is_whole = False
    return Exchange(
        url=str(request.url),
        asked=_spell(request.headers),
        status=response.status_code,
        headers=_spell(response.headers),
        raw=bytes(raw),
        obtained=began,
        address=address,
        is_whole=is_whole,
    )


def _spell(headers: httpx.Headers) -> tuple[tuple[str, str], ...]:
    """Return headers as they were written, large letters and small."""
    return tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in headers.raw)


def _find_peer(response: httpx.Response) -> str | None:
    """Return the address that answers; it is known only while the connection is open."""
    stream = response.extensions.get("network_stream")
    try:
        peer = stream.get_extra_info("server_addr") if stream else None
    except OSError:
        return None
    return str(peer[0]) if peer else None


def name_status(status: int) -> str:
    """Return a status in words: "404 Not Found"."""
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
