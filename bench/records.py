"""What does sayso's own record say of one article of a gold set?"""

from dataclasses import dataclass

from sayso.intake import describe_document
from sayso.model.claims import Reading
from sayso.model.documents import Capture, PageFacts
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A case that holds one article: its reading and its record."""

    reading: Reading
    record: Record


def read_case(article: Article, settings: Settings, syntax: Parser) -> Case:
    """Return the case that holds this one article."""
    page = PageFacts(title=article.title, published=article.published)
    capture = Capture(
        id=article.id, sha256=article.id, file=article.id, media_type="text/plain", text=article.text, page=page
    )
    reading = read_document(describe_document(capture, settings), syntax)
    record = join([reading], settings, (), Held(obtained={article.id: TAKEN_IN}))
    return Case(reading=reading, record=record)
