"""What stands between quotation marks?"""

from sayso.model.passages import Quotation
from sayso.model.spans import Span

_OPENING, _CLOSING, _STRAIGHT = "“„«", "”»", '"'


def find_quotations(text: str, span: Span, *, continues: bool = False) -> tuple[Quotation, ...]:
    """Return the quotations of a paragraph in double marks, marks included.

    A straight mark opens after a space or an opening bracket and closes otherwise. One that no mark closes
    runs to the paragraph's end and is open. `continues` tells that the paragraph before ended in an open
    one: then the first quotation, if it stands at the very beginning, goes on with it.
    """
    found: list[Quotation] = []
    start: int | None = None
    for index in range(span.start, span.end):
        character = text[index]
        if start is None and _is_opening(text, span, index):
            start = index
        elif start is not None and (character in _CLOSING or character == _STRAIGHT):
            found.append(_quotation(Span(start, index + 1), span, continues=continues and not found))
            start = None
    if start is not None:
        found.append(_quotation(Span(start, span.end), span, continues=continues and not found, is_open=True))
    return tuple(found)


def _is_opening(text: str, span: Span, index: int) -> bool:
    if text[index] in _OPENING:
        return True
    if text[index] != _STRAIGHT or index + 1 >= span.end or text[index + 1].isspace():
        return False
    return index == span.start or not text[index - 1].isalnum()


def _quotation(run: Span, paragraph: Span, *, continues: bool, is_open: bool = False) -> Quotation:
    return Quotation(span=run, is_open=is_open, continues=continues and run.start == paragraph.start)
