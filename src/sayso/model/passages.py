"""How is a document cut? Paragraphs, sentences, quotations."""

from dataclasses import dataclass

from sayso.model.kinds import PassageKind
from sayso.model.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A stretch of direct speech with its marks; `is_open` when no closing mark ends it in its paragraph.

    A quotation that goes on in the next paragraph is open there and continued (`continues`) by the next one.
    """

    span: Span
    is_open: bool = False
    continues: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One paragraph outside page furniture: its kind, sentences and quotations, in reading order."""

    span: Span
    kind: PassageKind
    sentences: tuple[Span, ...]
    quotations: tuple[Quotation, ...] = ()
