from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from bridge import make_record
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import InputError
from sayso.outputs import PUBLIC_COLUMNS, Column, export_rows, flatten_row, read_csv_tables, unflatten_row, write_csv

COLUMNS_OF_TEST = (
    Column(table="t", name="name", type="text", meaning="m"),
    Column(table="t", name="part.count", type="number", meaning="m"),
    Column(table="t", name="part.seen", type="flag", meaning="m"),
    Column(table="t", name="list", type="json", meaning="m"),
)
FORMULAS = ("=1+1", "+49", "-5", "@SUM(A1)", " =1+1", "\t=1", "\r=1", "\n=1", "＝1", "%0A", "|x")
AWKWARD = st.sampled_from(("", "'", "''=1", 'a "b", c', "a\r\nb\rc\n", "NA", "null", "\u2028", *FORMULAS))
rows = st.fixed_dictionaries({
    "name": st.none() | st.text() | AWKWARD,
    "part": st.fixed_dictionaries({"count": st.none() | st.integers(), "seen": st.none() | st.booleans()}),
    "list": st.none() | st.lists(st.integers() | st.text()),
})  # fmt: skip


@given(rows)
def test_a_flattened_row_reads_back_the_same(row):
    assert unflatten_row(flatten_row(row, COLUMNS_OF_TEST), COLUMNS_OF_TEST) == row


@pytest.mark.parametrize("names", [None, "the persons asked for it"])
def test_a_csv_export_reads_back_the_same_rows(published, record, tmp_path, names):
    publication = published(record, names=names)
    write_csv(publication, tmp_path)
    assert read_csv_tables(tmp_path) == publication.tables


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_is_run_by_a_spreadsheet(text):
    row = {"name": text, "part": {"count": 1, "seen": None}, "list": None}
    assert flatten_row(row, COLUMNS_OF_TEST)["name"] == f"'{text}"


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0")) | AWKWARD)
def test_awkward_texts_come_back_from_a_file_of_tables(published, text):
    publication = published(make_record())
    odd = [{**row, "reason": text} for row in publication.tables["problems"]]
    with TemporaryDirectory() as folder:
        write_csv(replace(publication, tables={**publication.tables, "problems": odd}), Path(folder))
        assert read_csv_tables(Path(folder))["problems"][0]["reason"] == text


def test_pandas_reads_the_tables_as_the_docs_say(published, record, tmp_path):
    pandas = pytest.importorskip("pandas")
    write_csv(published(record), tmp_path)
    for table, rows in read_csv_tables(tmp_path).items():
        frame = pandas.read_csv(tmp_path / f"{table}.csv", dtype=str, keep_default_na=False)
        assert list(frame.columns) == [column.name for column in PUBLIC_COLUMNS[table]]
        assert frame.to_dict("records") == [flatten_row(row, PUBLIC_COLUMNS[table]) for row in rows]


def test_the_data_dictionary_lies_beside_the_tables(published, record, tmp_path):
    written = {path.name for path in write_csv(published(record), tmp_path)}
    assert written == {"dictionary.csv", "manifest.json", "matrix.csv", *(f"{table}.csv" for table in PUBLIC_COLUMNS)}


def test_names_of_places_in_the_texts_stay_in_the_case(published, record):
    assert "toponyms" in export_rows(record)
    assert "toponyms" not in published(record).tables


def test_a_missing_table_is_one_clear_error(tmp_path):
    with pytest.raises(InputError, match=r"documents\.csv"):
        read_csv_tables(tmp_path)


def test_a_table_without_a_column_is_one_clear_error(published, record, tmp_path):
    write_csv(published(record), tmp_path)
    (tmp_path / "claims.csv").write_text("id\nx\n", encoding="utf-8")
    with pytest.raises(InputError, match="no column"):
        read_csv_tables(tmp_path)


def test_a_cell_of_another_type_is_one_clear_error():
    cells = flatten_row({"name": "a", "part": None, "list": [1]}, COLUMNS_OF_TEST) | {"list": "[1"}
    with pytest.raises(InputError, match="'list'"):
        unflatten_row(cells, COLUMNS_OF_TEST)
