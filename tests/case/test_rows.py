import sys

import pytest

from sayso.case import Rows
from sayso.errors import InputError

ROWS = Rows(name="claims", items=({"id": "a", "place": {"name": "Ford"}}, {"id": "b", "place": None}))


def test_rows_are_a_sequence_of_plain_rows():
    assert len(ROWS) == 2
    assert [row["id"] for row in ROWS] == ["a", "b"]
    assert ROWS[0]["place"]["name"] == "Ford"
    assert [row["id"] for row in ROWS[1:]] == ["b"]


def test_rows_become_a_data_frame():
    names = ROWS.to_pandas()["place.name"]
    assert (names[0], names.isna().tolist()) == ("Ford", [False, True])


def test_without_pandas_one_line_says_how_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(InputError, match="pip install pandas"):
        ROWS.to_pandas()
