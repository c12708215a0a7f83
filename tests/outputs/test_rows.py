import pytest

from sayso.outputs import COLUMNS, export_rows
from sayso.outputs.columns import TYPES

# Tables the demo case fills; the others may be empty in it.
FILLED = ("documents", "claims", "figures", "groups", "furniture", "voices", "origins")


def leaves(value, path=()):
    """Yield the dotted names of a row's values; lists are values."""
    for name, part in value.items():
        if isinstance(part, dict):
            yield from leaves(part, (*path, name))
        else:
            yield ".".join((*path, name))


@pytest.mark.parametrize("table", list(COLUMNS))
def test_every_value_of_a_row_is_in_the_data_dictionary(record, table):
    documented = {column.name for column in COLUMNS[table]}
    rows = export_rows(record)[table]
    assert rows or table not in FILLED
    for row in rows:
        found = set(leaves(row))
        assert found <= documented | {"place"}
        assert {name.split(".")[0] for name in documented} == set(row)


@pytest.mark.parametrize("table", FILLED)
def test_the_demo_fills_the_table(record, table):
    assert export_rows(record)[table]


@pytest.mark.parametrize(
    "column", [c for columns in COLUMNS.values() for c in columns], ids=lambda c: f"{c.table}.{c.name}"
)
def test_every_column_has_a_type_and_a_meaning(column):
    assert column.type in TYPES
    assert column.meaning


@pytest.mark.parametrize("table", ["claims", "figures", "groups", "furniture", "voices", "origins", "control"])
def test_every_row_carries_words_that_stand_in_a_document(record, record_of_control, table):
    told = record_of_control if table == "control" else record
    text = "\n".join(document.text for document in told.documents)
    rows = export_rows(told)[table]
    assert rows
    for row in rows:
        assert row["quote"]
        assert row["quote"] in text


def test_the_quote_is_what_the_span_reads(record):
    texts = {document.id: document.text for document in record.documents}
    for row in export_rows(record)["claims"]:
        start, end = row["span"]
        assert texts[row["doc"]][start:end] == row["quote"]
        first, last = row["sentence"]
        assert texts[row["doc"]][first:last] == row["context"]


def test_a_figure_never_stands_without_its_words(record):
    rows = export_rows(record)
    figures = [figure for row in rows["claims"] for figure in row["figures"]]
    assert [row for row in (*rows["figures"], *figures) if not row["words"]] == []
    assert rows["figures"]
    assert figures


def test_groups_and_conflicts_name_claims_that_are_there(record):
    rows = export_rows(record)
    claims = {row["id"] for row in rows["claims"]}
    for row in rows["groups"]:
        members = row["members"] if row["relation"] == "same" else [c for side in row["sides"] for c in side]
        assert members
        assert set(members) <= claims
