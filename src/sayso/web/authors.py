"""Who judges in this browser? A name that was typed once, kept in a cookie."""

from urllib.parse import quote, unquote

from starlette.requests import Request
from starlette.responses import Response

_COOKIE = "sayso_author"
_YEAR = 31_536_000


def read_author(request: Request, usual: str) -> str:
    """Return the name that this browser judges under, the usual one where none was given."""
    return unquote(request.cookies.get(_COOKIE, "")).strip()[:80] or usual


def write_author(response: Response, name: str) -> None:
    """Keep the name in this browser."""
    response.set_cookie(_COOKIE, quote(name), max_age=_YEAR, httponly=True, samesite="lax")
