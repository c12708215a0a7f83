"""How is one page fetched: by which turns, redirects and tries?"""

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from sayso.capture.exchanges import Exchange, Failure, ask, follow, name_status, refuse_address
from sayso.capture.terms import Terms
from sayso.capture.turns import Turns
from sayso.capture.warcs import make_warc
from sayso.model.fetches import Answer, Fetched, NotFetched, Unchanged, Wanted
from sayso.text.bodies import TooLargeError, read_type, unpack

_BUSY = frozenset({429, 502, 503, 504})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_UNCHANGED = 304


def fetch_page(wanted: Wanted, turns: Turns, terms: Terms) -> Answer:
    """Return a page, that it has not changed, or why it did not come.

    Every address on the way is asked for only when its site allows it, in its turn. A server that is busy is asked
    again after the time it names, or after twice the last wait; so is one that cannot be reached.
    """
    exchanges: list[Exchange] = []
    address = wanted.url
    for _ in range(terms.redirects + 1):
        refused = refuse_address(address)
        found = Failure(reason=refused) if refused else _try(address, _conditions(wanted), turns, terms)
        if isinstance(found, Failure):
            return _not(wanted, found.reason, is_passing=found.is_passing)
        exchanges.append(found)
        location = found.header("location")
        if found.status not in _REDIRECTS or not location:
            return _conclude(wanted, exchanges, terms)
        leads_to = follow(found.url, location)
        if leads_to is None:
            return _not(wanted, "leads on to what is no web address", status=found.status)
        address = leads_to
    return _not(wanted, f"leads on more than {terms.redirects} times", status=exchanges[-1].status)


def _conditions(wanted: Wanted) -> dict[str, str]:
    found = {"If-None-Match": wanted.etag, "If-Modified-Since": wanted.modified}
    return {name: value for name, value in found.items() if value}


def _try(url: str, headers: Mapping[str, str], turns: Turns, terms: Terms) -> Exchange | Failure:
    """Ask until something came that will not pass by waiting."""
    wait = 2.0
    with turns.take(url) as robots:
        refused = robots.refuses(url)
        if refused:
            return Failure(reason=refused, is_passing=robots.closed is not None)
        for left in reversed(range(terms.tries)):
            found = ask(url, terms, headers)
            asked_to_wait = isinstance(found, Exchange) and found.status in _BUSY
            is_passing = asked_to_wait or (isinstance(found, Failure) and found.is_passing)
            is_broken = isinstance(found, Exchange) and not found.is_whole
            if not left or not (is_passing or is_broken):
                return found
            wished = _wished_wait(found) if isinstance(found, Exchange) else None
            if wished is not None and wished > terms.patience:
                return found
            terms.sleep(max(wait, wished or 0.0, terms.delay))
            wait *= 2
    raise AssertionError("there is at least one try")


def _wished_wait(found: Exchange) -> float | None:
    """Return how many seconds a server asks us to wait (RFC 9110, 10.2.3)."""
    said = found.header("retry-after")
    if said is None:
        return None
    if said.strip().isdecimal():
        return float(said)
    try:
        when = parsedate_to_datetime(said)
    except (ValueError, TypeError, OverflowError):
        return None
    return (when if when.tzinfo else when.replace(tzinfo=UTC)).timestamp() - datetime.now(UTC).timestamp()


def _conclude(wanted: Wanted, exchanges: list[Exchange], terms: Terms) -> Answer:
    last = exchanges[-1]
    if last.status == _UNCHANGED and _conditions(wanted):
        return Unchanged(url=wanted.url, obtained=_iso(last.obtained))
    if last.status != 200:
        is_passing = last.status >= 500 or last.status in _BUSY
        return _not(wanted, f"the server answers {name_status(last.status)}", status=last.status, is_passing=is_passing)
    try:
        body = unpack(last.raw, last.header("content-encoding") or "", terms.largest)
    except TooLargeError:
        return _not(wanted, f"unpacks to more than {terms.largest // 1_000_000} MB", status=last.status)
    if body is None:
        return _not(wanted, "is not compressed as its server says", status=last.status)
    media_type, charset = read_type(last.header("content-type"))
    return Fetched(
        url=wanted.url,
        final_url=last.url,
        redirects=tuple(exchange.url for exchange in exchanges[:-1]),
        status=last.status,
        headers=last.headers,
        media_type=media_type,
        charset=charset,
        body=body,
        obtained=_iso(last.obtained),
        warc=make_warc(exchanges, terms.agent),
        is_whole=last.is_whole,
    )


def _not(wanted: Wanted, reason: str, *, status: int | None = None, is_passing: bool = False) -> NotFetched:
    return NotFetched(
        url=wanted.url, reason=reason, obtained=_iso(datetime.now(UTC)), status=status, is_passing=is_passing
    )


def _iso(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
