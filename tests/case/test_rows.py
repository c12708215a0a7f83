import importlib.util

import pytest

from sayso.case import Rows
from sayso.errors import InputError

ROWS = Rows(name="claims", items=({"id": "a", "place": {"name": "Ford"}}, {"id": "b", "place": None}))
HAS_PANDAS = importlib.util.find_spec("pandas") is not None


def test_rows_are_a_sequence_of_plain_rows():
    assert len(ROWS) == 2
    assert [row["id"] for row in ROWS] == ["a", "b"]
    assert ROWS[0]["place"]["name"] == "Ford"
    assert [row["id"] for row in ROWS[1:]] == ["b"]


@pytest.mark.skipif(not HAS_PANDAS, reason="pandas is not installed")
def test_rows_become_a_data_frame():
    assert ROWS.to_pandas()["place.name"].fillna("").tolist() == ["Ford", ""]


@pytest.mark.skipif(HAS_PANDAS, reason="pandas is installed")
def test_without_pandas_one_line_says_how_to_get_it():
    with pytest.raises(InputError, match="pip install pandas"):
        ROWS.to_pandas()
