"""What does sayso's own record say of one article of a gold set?"""

from dataclasses import dataclass

from sayso.intake import describe_document
from sayso.model.claims import Reading
from sayso.model.documents import Capture, Document, PageFacts
from sayso.model.records import Record
from sayso.model.settings import Settings
from sayso.pipeline import Held, Parser, join, read_document

TAKEN_IN = "2100-01-01T00:00:00+00:00"


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One text of a gold set with what its row says of the page."""

    id: str
    text: str
    title: str | None = None
    published: str | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A case that holds one article: its reading and its record."""

    reading: Reading
    record: Record


def make_document(article: Article, settings: Settings | None = None) -> Document:
    """Return the article as intake describes a page of it."""
    page = PageFacts(title=article.title, published=article.published, outlet=article.outlet)
    capture = Capture(
        id=article.id, sha256=article.id, file=article.id, media_type="text/plain", text=article.text, page=page
    )
    return describe_document(capture, settings or Settings())


def read_case(article: Article, settings: Settings, syntax: Parser) -> Case:
    """Return the case that holds this one article."""
    reading = read_document(make_document(article, settings), syntax)
    record = join([reading], settings, (), Held(obtained={article.id: TAKEN_IN}))
    return Case(reading=reading, record=record)
