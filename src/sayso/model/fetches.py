"""What came back when a page was asked for?"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A page to ask for, and what its server said of the version that we have: it need not be sent again."""

    url: str
    etag: str | None = None
    modified: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A page as it came: `body` is decompressed, `warc` holds every request and response byte for byte.

    `redirects` are the addresses that led on, `headers` those of the last response in their order, `obtained` is when
    it was asked for (ISO time in UTC). `is_whole` is False when the connection broke before the end.
    """

    url: str
    final_url: str
    redirects: tuple[str, ...]
    status: int
    headers: tuple[tuple[str, str], ...]
    media_type: str
    charset: str | None
    body: bytes
    obtained: str
    warc: bytes
    is_whole: bool = True

    def header(self, name: str) -> str | None:
        """Return the first header of that name, written small."""
        return next((value for key, value in self.headers if key.casefold() == name), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unchanged:
    """The server says that the version we have is still the one."""

    url: str
    obtained: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFetched:
    """A page that did not come, and why, in words; `is_passing` when another try may bring it."""

    url: str
    reason: str
    obtained: str
    status: int | None = None
    is_passing: bool = False


Answer = Fetched | Unchanged | NotFetched
