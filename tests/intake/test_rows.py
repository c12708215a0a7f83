import io

import pytest

from sayso.intake.rows import BadRow, Row, read_rows

BAD = [
    (b'{"text": broken', "is not valid JSON"),
    (b"[1, 2]", "is not an object"),
    (b'{"title": "Dam breaks"}', "has neither 'text' nor 'html'"),
    (b'{"text": "  "}', "has neither 'text' nor 'html'"),
    (b'{"text": "Water", "title": 5}', "has a 'title' that is not text"),
    (b'{"text": "Water", "x": NaN}', "is not valid JSON"),
    (b'{"text": "\\ud800"}', "holds half a character"),
    (b'{"text": "\xff"}', "is not UTF-8"),
    (b"[" * 100_000, "is nested too deep"),
]


def rows(*lines):
    return list(read_rows(io.BytesIO(b"\n".join(lines))))


@pytest.mark.parametrize(("line", "reason"), BAD)
def test_a_broken_row_says_why_and_the_next_one_is_read(line, reason):
    bad, good = rows(line, b'{"text": "Water came."}')
    assert isinstance(bad, BadRow)
    assert (bad.number, bad.reason.startswith(reason)) == (1, True)
    assert isinstance(good, Row)
    assert good.number == 2


def test_the_canonical_form_does_not_depend_on_order_and_spaces():
    one, other = rows(b'{"text": "W\xc3\xa4sser",  "id": 7}', b'{"id":7,"text":"W\\u00e4sser"}')
    assert one.canonical == other.canonical == '{"id":7,"text":"Wässer"}'.encode()
    assert one.fields == {"text": "Wässer", "id": "7"}


def test_empty_lines_count_and_give_nothing():
    assert [row.number for row in rows(b"", b'{"text":"a"}', b"  ", b'{"text":"b"}')] == [2, 4]


def test_a_row_longer_than_any_article_is_refused(monkeypatch):
    monkeypatch.setattr("sayso.intake.rows.LONGEST_ROW", 50)
    bad, good = rows(b'{"text": "' + b"a" * 200 + b'"}', b'{"text":"b"}')
    assert (bad.number, bad.reason.startswith("is longer than"), good.number) == (1, True, 2)
