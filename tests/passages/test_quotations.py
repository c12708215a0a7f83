import pytest

from sayso.model.spans import Span
from sayso.passages.quotations import find_quotations

CASES = [
    ('He said "we left" and went.', ['"we left"']),
    ("“One,” she said, “two.”", ["“One,”", "“two.”"]),
    ('"It is over," she said. "Go home."', ['"It is over,"', '"Go home."']),
    ("A 6' wall and 5\" of rain", []),
    ("No marks here", []),
    ("«Nous partons», he said", ["«Nous partons»"]),
    ("''It is over,'' she said. ''Go home.''", ["''It is over,''", "''Go home.''"]),
    ("``It is over,'' she said.", ["``It is over,''"]),
    ("A wall of 6' 2'' and the guards'' ", []),
]


@pytest.mark.parametrize(("text", "quotes"), CASES)
def test_quotations_stand_with_their_marks(text, quotes):
    assert [q.span.read(text) for q in find_quotations(text, Span(0, len(text)))] == quotes


def test_a_quotation_that_no_mark_closes_is_open_to_the_end_of_its_paragraph():
    text = "“The first night was quiet."
    (quotation,) = find_quotations(text, Span(0, len(text)))
    assert quotation.is_open
    assert quotation.span == Span(0, len(text))


def test_a_quotation_at_the_start_continues_an_open_one():
    text = "“The second was not.” Nobody slept, “not one.”"
    first, second = find_quotations(text, Span(0, len(text)), continues=True)
    assert first.continues
    assert not second.continues
