from dataclasses import replace

from sayso.case.disputes import dispute_rows, say_why
from sayso.model.derivations import Derived
from sayso.model.kinds import ConflictKind
from sayso.model.records import Record


def test_a_dispute_names_each_side_with_its_voices_words_and_origins(record: Record):
    (row,) = dispute_rows(record)
    assert row["question"] == "Who holds Ford?"
    assert [(side["answer"], side["origins"]) for side in row["sides"]] == [
        ("government", [1, 1]),
        ("opposition", [1, 1]),
    ]
    assert row["sides"][1]["claims"] == [
        {
            "id": "c1",
            "voice": "rebels",
            "stance": "asserts",
            "quote": "Rebels said ",
            "place": "Ford",
            "edtf": "2024-05-01",
            "file": "1.txt",
            "published": None,
        }
    ]


def test_a_record_without_disputes_gives_none(record: Record):
    assert list(dispute_rows(replace(record, conflicts=()))) == []


def test_every_kind_of_difference_has_its_reason(record):
    conflict = replace(record.conflicts[0], derived=Derived(
        value="x", rule="linking.said_and_denied", inputs=(Derived(value="y", rule="linking.two_holders"),)))  # fmt: skip
    (row,) = dispute_rows(replace(record, conflicts=(conflict,)))
    assert row["why"] == " ".join((say_why(conflict.derived), say_why(conflict.derived.inputs[0])))


def test_sides_that_differ_in_the_day_alone_say_their_days(record: Record):
    (row,) = dispute_rows(record)
    assert [side["when"] for side in row["sides"]] == [None, None]
    conflict = replace(record.conflicts[0], kinds=(ConflictKind.TIME,))
    days = ("2024-05-01", "2024-09-12")
    groups = {group: day for side, day in zip(conflict.sides, days, strict=True) for group in side.groups}
    dated = tuple(replace(group, period=groups.get(group.id, group.period)) for group in record.groups)
    (row,) = dispute_rows(replace(record, conflicts=(conflict,), groups=dated))
    assert [side["when"] for side in row["sides"]] == ["1 May 2024", "12 September 2024"]
