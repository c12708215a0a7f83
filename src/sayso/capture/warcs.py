"""How is kept what was sent and received? As a WARC file (ISO 28500), which any web archive can read."""

import io
from collections.abc import Sequence
from importlib import import_module
from typing import Any
from urllib.parse import urlsplit

from sayso.capture.exchanges import Exchange, name_status

# Chunks were joined when the body was read, so the header that speaks of them no longer holds.
_OF_CHUNKS = frozenset({"transfer-encoding"})


def make_warc(exchanges: Sequence[Exchange], agent: str) -> bytes:
    """Return a compressed WARC with the request and the response of each exchange, in their order."""
    library = _load_warcio()
    stream = io.BytesIO()
    writer = library.warcwriter.WARCWriter(stream, gzip=True, warc_version="1.1")
    info = {"software": agent, "format": "WARC File Format 1.1"}
    writer.write_record(writer.create_warcinfo_record("capture.warc.gz", info))
    for exchange in exchanges:
        response = _response(writer, exchange, library)
        writer.write_record(response)
        writer.write_record(_request(writer, exchange, library, response.rec_headers.get_header("WARC-Record-ID")))
    return stream.getvalue()


def _response(writer: Any, exchange: Exchange, library: Any) -> Any:  # noqa: ANN401 - the library has no types
    headers = [pair for pair in exchange.headers if pair[0].casefold() not in _OF_CHUNKS]
    said = library.statusandheaders.StatusAndHeaders(name_status(exchange.status), headers, protocol="HTTP/1.1")
    more = _when(exchange)
    if exchange.address:
        more["WARC-IP-Address"] = exchange.address
    if not exchange.is_whole:
        more["WARC-Truncated"] = "disconnect"
    return writer.create_warc_record(
        exchange.url,
        "response",
        payload=io.BytesIO(exchange.raw),
        length=len(exchange.raw),
        http_headers=said,
        warc_headers_dict=more,
    )


def _request(writer: Any, exchange: Exchange, library: Any, response: str) -> Any:  # noqa: ANN401
    parts = urlsplit(exchange.url)
    target = f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
    said = library.statusandheaders.StatusAndHeaders(
        f"GET {target} HTTP/1.1", list(exchange.asked), is_http_request=True
    )
    more = _when(exchange) | {"WARC-Concurrent-To": response}
    return writer.create_warc_record(exchange.url, "request", http_headers=said, warc_headers_dict=more)


def _when(exchange: Exchange) -> dict[str, str]:
    return {"WARC-Date": exchange.obtained.strftime("%Y-%m-%dT%H:%M:%SZ")}


def _load_warcio() -> Any:  # noqa: ANN401
    import_module("warcio.statusandheaders")
    import_module("warcio.warcwriter")
    return import_module("warcio")
