from dataclasses import replace

from sayso.case.disputes import dispute_rows, say_why
from sayso.model.derivations import Derived
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
