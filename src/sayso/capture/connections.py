"""How is a host connected to, so that its name cannot lead astray and its answer cannot go on for ever?"""

import ssl
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from typing import Any

import httpcore
import httpx

from sayso.capture.addresses import find_forbidden
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


class _PinnedBackend(httpcore.NetworkBackend):
    def __init__(self, terms: Terms) -> None:
        self._terms = terms
        self._inner = httpcore.SyncBackend()
        self._until = terms.clock() + terms.seconds

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        try:
            addresses = tuple(self._terms.resolve(host, port))
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError("the host has no address") from error
        forbidden = None if host in self._terms.open_hosts else find_forbidden(addresses)
        if forbidden or not addresses:
            raise ForbiddenAddressError(forbidden or "")
        *others, last = addresses[:_MOST_ADDRESSES]
        for address in others:
            with suppress(httpcore.ConnectError, httpcore.ConnectTimeout):
                return self._bind(self._inner.connect_tcp(address, port, timeout, local_address, socket_options))
        return self._bind(self._inner.connect_tcp(last, port, timeout, local_address, socket_options))

    def _bind(self, stream: httpcore.NetworkStream) -> httpcore.NetworkStream:
        return _BoundedStream(stream, self._terms, self._until)


class _BoundedStream(httpcore.NetworkStream):
    """A stream that gives nothing more once the time is over."""

    def __init__(self, inner: httpcore.NetworkStream, terms: Terms, until: float) -> None:
        self._inner = inner
        self._terms = terms
        self._until = until

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._left(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        inner = self._inner.start_tls(ssl_context, server_hostname, self._left(timeout))
        return _BoundedStream(inner, self._terms, self._until)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - whatever the library knows
        return self._inner.get_extra_info(info)

    def _left(self, timeout: float | None) -> float:
        left = self._until - self._terms.clock()
        if left <= 0:
            raise TimeUpError("the time for one request is over")
        return left if timeout is None else min(left, timeout)


@cache
def _load_certificates() -> ssl.SSLContext:
    return httpx.create_ssl_context()
