"""How is a host connected to, so that its name cannot lead astray and its answer cannot go on for ever?"""

import ssl
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, wait
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from threading import Thread
from typing import Any

import httpcore
import httpx

from sayso.capture.addresses import Resolve, find_forbidden
from sayso.capture.terms import Terms

# A host may name any number of addresses that do not answer, and each costs a wait.
_MOST_ADDRESSES = 3


class ForbiddenAddressError(httpcore.ConnectError):
    """The host has an address that is not public."""


class TimeUpError(httpcore.ReadTimeout):
    """The time for one request is over."""


class PinnedTransport(httpx.BaseTransport):
    """One connection for one request, to the very address that was checked.

    The name is looked up once, when the connection is made: an answer of the name server that changes afterwards
    changes nothing. The time of the terms is that of the whole exchange, however slowly the bytes drip.
    """

    def __init__(self, terms: Terms) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=_load_certificates(),
            max_connections=1,
            max_keepalive_connections=0,
            network_backend=_PinnedBackend(terms),
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request and return the response, its body still to be read."""
        url = httpcore.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        found = self._pool.handle_request(
            httpcore.Request(method=request.method, url=url, headers=request.headers.raw, extensions=request.extensions)
        )
        return httpx.Response(
            status_code=found.status, headers=found.headers, stream=_Stream(found), extensions=found.extensions
        )

    def close(self) -> None:
        """Close the connection."""
        self._pool.close()


class _Stream(httpx.SyncByteStream):
    def __init__(self, response: httpcore.Response) -> None:
        self._response = response

    def __iter__(self) -> Iterator[bytes]:
        yield from self._response.iter_stream()

    def close(self) -> None:
        self._response.close()


@dataclass(frozen=True, slots=True)
class _Deadline:
    """When the time for one exchange is over: the look-up of the name, the connection and all that is sent."""

    clock: Callable[[], float]
    until: float

    def left(self, timeout: float | None = None) -> float:
        """Return how many seconds are left, at most `timeout`.

        Raises:
            TimeUpError: when none are.
        """
        left = self.until - self.clock()
        if left <= 0:
            raise TimeUpError("the time for one request is over")
        return left if timeout is None else min(left, timeout)


class _PinnedBackend(httpcore.NetworkBackend):
    def __init__(self, terms: Terms) -> None:
        self._terms = terms
        self._inner = httpcore.SyncBackend()
        self._deadline = _Deadline(terms.clock, terms.clock() + terms.seconds)

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        try:
            addresses = _look_up(self._terms.resolve, host, port, self._deadline.left())
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError("the host has no address") from error
        forbidden = None if host in self._terms.open_hosts else find_forbidden(addresses)
        if forbidden or not addresses:
            raise ForbiddenAddressError(forbidden or "")

        def connect(address: str) -> httpcore.NetworkStream:
            left = self._deadline.left(timeout)
            stream = self._inner.connect_tcp(address, port, left, local_address, socket_options)
            return _BoundedStream(stream, self._deadline)

        *others, last = addresses[:_MOST_ADDRESSES]
        for address in others:
            with suppress(httpcore.ConnectError, httpcore.ConnectTimeout):
                return connect(address)
        return connect(last)


def _look_up(resolve: Resolve, host: str, port: int, seconds: float) -> tuple[str, ...]:
    """Return the addresses of a host; a name server that does not answer in time is left to itself.

    Raises:
        OSError: when the name has none.
        TimeUpError: when the time is over.
    """
    answer: Future[tuple[str, ...]] = Future()

    def ask() -> None:
        try:
            answer.set_result(tuple(resolve(host, port)))
        except Exception as error:
            # It is raised where the answer is waited for; here nobody would hear of it.
            answer.set_exception(error)

    Thread(target=ask, daemon=True).start()
    if not wait([answer], timeout=seconds).done:
        raise TimeUpError("the time for one request is over")
    return answer.result()


class _BoundedStream(httpcore.NetworkStream):
    """A stream that gives nothing more once the time is over."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: _Deadline) -> None:
        self._inner = inner
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        inner = self._inner.start_tls(ssl_context, server_hostname, self._deadline.left(timeout))
        return _BoundedStream(inner, self._deadline)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - whatever the library knows
        return self._inner.get_extra_info(info)


@cache
def _load_certificates() -> ssl.SSLContext:
    return httpx.create_ssl_context()
