"""What stands between quotation marks?"""

import re

from sayso.model.passages import Quotation
from sayso.model.spans import Span

# A mark is one sign, or two apostrophes or accents as typed where the sign is missing (''so'', ``so'').
_MARK = re.compile(r"[“”„«»\"]|(?<!')''(?!')|(?<!`)``(?!`)")
_OPENING, _CLOSING, _STRAIGHT = frozenset("“„«") | {"``"}, frozenset("”»"), frozenset({'"', "''"})


def find_quotations(text: str, span: Span, *, continues: bool = False) -> tuple[Quotation, ...]:
    """Return the quotations of a paragraph in double marks, marks included.

    A straight mark opens where no letter or digit stands before it, and closes otherwise. One that no mark
    closes runs to the paragraph's end and is open. `continues` tells that the paragraph before ended in an open
    one: then the first quotation, if it stands at the very beginning, goes on with it.
    """
    found: list[Quotation] = []
    start: int | None = None
    for mark in _MARK.finditer(text, span.start, span.end):
        if start is None and _is_opening(text, span, mark):
            start = mark.start()
        elif start is not None and (mark[0] in _CLOSING or mark[0] in _STRAIGHT):
            found.append(_quotation(Span(start, mark.end()), span, continues=continues and not found))
            start = None
    if start is not None:
        found.append(_quotation(Span(start, span.end), span, continues=continues and not found, is_open=True))
    return tuple(found)


def _is_opening(text: str, span: Span, mark: re.Match[str]) -> bool:
    if mark[0] in _OPENING:
        return True
    if mark[0] not in _STRAIGHT or mark.end() >= span.end or text[mark.end()].isspace():
        return False
    return mark.start() == span.start or not text[mark.start() - 1].isalnum()


def _quotation(run: Span, paragraph: Span, *, continues: bool, is_open: bool = False) -> Quotation:
    return Quotation(span=run, is_open=is_open, continues=continues and run.start == paragraph.start)
