"""What does the body of an answer from the web hold? Never more than is allowed, however small it came packed."""

import zlib
from email.message import Message

# What we ask servers for, and what can therefore come.
ENCODINGS = "gzip, deflate"
_GZIP, _RAW, _EITHER = 31, -15, 47
# Each piece costs a look at all that follows it; honest servers send one, or one for every 64 KB.
_MOST_PIECES = 1000


class TooLargeError(ValueError):
    """A body holds more than is allowed."""


def unpack(raw: bytes, encoding: str, largest: int) -> bytes | None:
    """Return a body without its content encodings, the last applied first; None when they are not what they say.

    A body that was cut short is unpacked as far as it goes.

    Raises:
        TooLargeError: when it holds more than `largest` bytes.
    """
    for name in reversed([part.strip().casefold() for part in encoding.split(",") if part.strip()]):
        if name == "identity":
            continue
        if name not in {"gzip", "x-gzip", "deflate"}:
            return None
        unpacked = _inflate(raw, _GZIP if "gzip" in name else _EITHER, largest)
        if unpacked is None and name == "deflate":
            unpacked = _inflate(raw, _RAW, largest)
        if unpacked is None:
            return None
        raw = unpacked
    return raw


def read_type(said: str | None) -> tuple[str, str | None]:
    """Return the media type and the encoding that a header names; bytes of no known kind when it names none.

    >>> read_type("text/html; charset=windows-1251")
    ('text/html', 'windows-1251')
    """
    message = Message()
    message["content-type"] = said or "application/octet-stream"
    charset = message.get_param("charset")
    return message.get_content_type(), charset.strip() if isinstance(charset, str) and charset.strip() else None


def _inflate(raw: bytes, window: int, largest: int) -> bytes | None:
    """Return what is packed in `raw`, in one piece or in several one after the other."""
    found = b""
    for _ in range(_MOST_PIECES):
        if not raw:
            return found
        one = zlib.decompressobj(window)
        try:
            found += one.decompress(raw, largest + 1 - len(found))
        except zlib.error:
            # What follows a whole piece is waste that some servers add.
            return found or None
        if len(found) > largest or one.unconsumed_tail:
            raise TooLargeError
        if not one.eof:
            return found
        raw = one.unused_data
    return None
