"""What did we take in? One report, its reading text and what the page says of itself."""

from dataclasses import dataclass

from sayso.model.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """What the page's metadata, the row or the user say of a report; all as written, None where unsaid."""

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    published_by_user: str | None = None
    url: str | None = None
    language: str | None = None
    agency: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Archived:
    """The record of a web archive that a document came from; `date` is when its page was fetched, as written there."""

    archive: str
    record: str | None = None
    url: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """One thing taken in, as it is stored: the reading text (extracted once) and how we came by it.

    `id` is the first 16 hex digits of `sha256`, the hash of what was taken in (file bytes, or the canonical
    JSON of a row). `completeness` is complete, partial or text_only; `method` names what made the reading text; `archived` is
    the record of a web archive that it came from, if it did.
    """

    id: str
    sha256: str
    file: str
    media_type: str
    text: str
    page: PageFacts = PageFacts()
    also: tuple[str, ...] = ()
    external_id: str | None = None
    completeness: str = "complete"
    method: str = "text"
    archived: Archived | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """A run of page furniture: it is marked, never cut, and yields no claim."""

    span: Span
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DateClue:
    """Something that tells, or bounds, when the document was published.

    `kind` is one of stated, metadata, user, url, dateline, caption. `value` is an EDTF date to the precision
    that the clue has ("2014-04-14", "2013-07", "XXXX-07-29" when no year stands there,
    "[2016-04-05,2016-05-04]" when figures may be day and month in either order); `span` is None when
    the clue lies outside the reading text, and `written` are its words.
    """

    kind: str
    value: str
    written: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A correction or update notice that the page prints about itself."""

    span: Span
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One report taken in. Offsets everywhere count code points of `text`, which never changes.

    `id` is the hash of what was taken in; `sha256` that of the file's bytes; `file` the name it came under and
    `also` the further names of the same bytes. `agencies` are the wires the copy credits. `external_id` is the
    `id` of a row of a `.jsonl` file.
    """

    id: str
    sha256: str
    file: str
    text: str
    also: tuple[str, ...] = ()
    external_id: str | None = None
    title: str | None = None
    title_span: Span | None = None
    outlet: str | None = None
    byline: str | None = None
    agencies: tuple[str, ...] = ()
    dateline: Span | None = None
    language: str | None = None
    url: str | None = None
    furniture: tuple[Furniture, ...] = ()
    captions: tuple[Span, ...] = ()
    clues: tuple[DateClue, ...] = ()
    notices: tuple[Notice, ...] = ()

    @property
    def called(self) -> str:
        """What it goes by among other reports: its outlet, else the name it was taken in under."""
        return self.outlet or self.file


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that could not be read, in words; `stage` is where it was met."""

    stage: str
    reason: str
    document: str | None = None
    file: str | None = None
    span: Span | None = None
