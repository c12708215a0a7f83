import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import InputError
from sayso.outputs import COLUMNS, Column, export_rows, flatten_row, read_csv_tables, unflatten_row, write_csv

COLUMNS_OF_TEST = (
    Column(table="t", name="name", type="text", meaning="m"),
    Column(table="t", name="part.count", type="number", meaning="m"),
    Column(table="t", name="part.seen", type="flag", meaning="m"),
    Column(table="t", name="list", type="json", meaning="m"),
)
rows = st.fixed_dictionaries({
    "name": st.none() | st.text(min_size=1),
    "part": st.fixed_dictionaries({"count": st.none() | st.integers(), "seen": st.none() | st.booleans()}),
    "list": st.none() | st.lists(st.integers() | st.text()),
})  # fmt: skip


@given(rows)
def test_a_flattened_row_reads_back_the_same(row):
    assert unflatten_row(flatten_row(row, COLUMNS_OF_TEST), COLUMNS_OF_TEST) == row


def test_a_csv_export_reads_back_the_same_rows(record, tmp_path):
    write_csv(record, tmp_path)
    assert read_csv_tables(tmp_path) == export_rows(record)


def test_the_data_dictionary_lies_beside_the_tables(record, tmp_path):
    written = {path.name for path in write_csv(record, tmp_path)}
    assert written == {"dictionary.csv", *(f"{table}.csv" for table in COLUMNS)}


def test_a_missing_table_is_one_clear_error(tmp_path):
    with pytest.raises(InputError, match=r"documents\.csv"):
        read_csv_tables(tmp_path)


def test_a_table_without_a_column_is_one_clear_error(record, tmp_path):
    write_csv(record, tmp_path)
    (tmp_path / "claims.csv").write_text("id\nx\n", encoding="utf-8")
    with pytest.raises(InputError, match="no column"):
        read_csv_tables(tmp_path)


def test_a_cell_of_another_type_is_one_clear_error():
    cells = flatten_row({"name": "a", "part": None, "list": [1]}, COLUMNS_OF_TEST) | {"list": "[1"}
    with pytest.raises(InputError, match="'list'"):
        unflatten_row(cells, COLUMNS_OF_TEST)
