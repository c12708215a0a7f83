from dataclasses import replace

import pytest
from bridge import make_record

from sayso.model.derivations import Derived
from sayso.model.kinds import ClaimKind, TimeBasis
from sayso.outputs import COLUMNS, export_rows
from sayso.outputs.columns import TYPES
from sayso.outputs.rows import split_answers

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


def test_a_name_that_holds_the_mark_between_answers_makes_no_answer_more():
    record = make_record()
    left, right = record.conflicts[0].sides
    conflict = replace(record.conflicts[0], sides=(replace(left, answer="Herald | World"), right))
    row = export_rows(replace(record, conflicts=(conflict,)))["groups"][-1]
    assert split_answers(row["answer"]) == ["Herald / World", "opposition"]


def test_question_standing_and_origin_of_a_claim_are_of_one_group(record):
    rows = export_rows(record)
    groups = {row["id"]: row for row in rows["groups"]}
    origins = {row["id"]: row for row in rows["origins"]}
    answering = [row for row in rows["claims"] if row["origin"]]
    assert answering
    for row in answering:
        group = groups[origins[row["origin"]]["group"]]
        assert (group["question"], group["standing"]) == (row["question"], row["standing"])
        assert row["id"] in group["members"]


def test_a_day_taken_from_the_report_is_marked_so_in_every_table():
    record = make_record()
    assert record.claims[0].period.basis is TimeBasis.DOCUMENT
    control = replace(record.control[0], date="2024-05-01")
    undated = replace(record.figures[0], period=None)
    rows = export_rows(replace(record, control=(control,), figures=(undated,)))
    assert [row["time_basis"] for row in rows["control"]] == ["document"]
    assert [row["time_basis"] for row in rows["figures"]] == ["none"]


def test_a_day_is_as_firm_as_the_firmest_claim_that_gives_it():
    record = make_record()
    stated = replace(record.claims[1], period=replace(record.claims[1].period, basis=TimeBasis.STATED))
    control = replace(record.control[0], date="2024-05-01", claims=("c0", "c1"))
    rows = export_rows(replace(record, claims=(record.claims[0], stated), control=(control,)))
    assert [row["time_basis"] for row in rows["control"]] == ["stated"]


def test_what_a_person_set_is_the_note_of_a_claim():
    record = make_record()
    told = Derived(value="kind: shelling", rule="resolution.edited", note="Ana")
    claims = (replace(record.claims[0], derived=(told,), reviewed="edited", reviewed_by="Ana"), record.claims[1])
    rows = export_rows(replace(record, claims=claims))["claims"]
    assert [row["note"] for row in rows] == ["set by a person: kind: shelling", None]


@pytest.mark.parametrize(
    ("frame", "kind", "others"),
    [
        ("kill", ClaimKind.SHELLING, ["violence_against_civilians"]),
        ("kill", ClaimKind.VIOLENCE_AGAINST_CIVILIANS, []),
        ("kill", ClaimKind.FORECAST, []),
        ("capture", ClaimKind.ADVANCE, []),
        ("judged", ClaimKind.CLASH, []),
    ],
)
def test_the_kind_of_the_words_stands_beside_that_of_the_means(frame, kind, others):
    record = make_record()
    resolved = record.claims[0]
    claims = (replace(resolved, claim=replace(resolved.claim, frame=frame, kind=kind)), record.claims[1])
    assert export_rows(replace(record, claims=claims))["claims"][0]["alt_kinds"] == others
