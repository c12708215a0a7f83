"""What is one article before it is read?"""

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.model.documents import Archived

LARGEST = 10_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One article before it is read: the bytes that are kept, and the fields of its row if it is one.

    `charset` is what its server called its encoding; `address` is where it was fetched from, whatever the page itself
    says; `archived` is the record of a web archive it stood in, `is_whole` False when not all of it was there.
    """

    name: str
    raw: bytes
    is_html: bool = False
    fields: Mapping[str, str] | None = None
    charset: str | None = None
    address: str | None = None
    archived: Archived | None = None
    is_whole: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """A record of an archive that is no page of text, and what it is, in words: it is counted, not named."""

    name: str
    what: str
