from dataclasses import replace

import pytest

from sayso.case.trails import Trail, find_trail
from sayso.errors import UnknownIdError
from sayso.model.derivations import Derived
from sayso.model.records import Record

SHOWN = [
    (
        "c0",
        [
            "army asserts control state",
            "“The army hol",
            "place  Ford",
            "2024-05-01",
            "record.single_origin",
            "Who holds Ford?",
        ],
    ),
    ("g0", ["government", "disputed", "c0", "origin o1"]),
    ("k1", ["Who holds Ford? (agent)", "side  government: origins 1 to 1", "rebels asserts"]),
    ("o1", ["state", "one origin", "c0"]),
    ("f1", ["fatalities, incident, according to rebels", "“Dozens", "c1"]),
    ("d0", ["0.txt, x.txt", "2024-05-01", "1 of 1 sentences", "dating.none"]),
    ("d1", ["undated", "gave no claim", "“Dozens died", "shares text with  0.txt [d0]"]),
    ("j1", ["date by Ana, 2024-05-04", "print", "date  2024-05-01", "unplaced"]),
]


def say(trail: Trail) -> str:
    quote = f"  “{trail.quote}”" if trail.quote else ""
    return "\n".join([f"{trail.name}  {trail.says}{quote}  {trail.reason}", *(say(part) for part in trail.parts)])


@pytest.mark.parametrize(("identifier", "words"), SHOWN)
def test_everything_with_an_id_shows_what_led_to_it(record: Record, identifier: str, words: list[str]):
    shown = say(find_trail(record, identifier))
    for word in words:
        assert word in shown, shown


def test_a_claim_is_marked_in_its_paragraph(record: Record):
    document = replace(record.documents[0], text="Above.\r\nThe army holds Ford bridge, it said.\nBelow.")
    span = type(record.claims[0].claim.span)
    claim = replace(record.claims[0].claim, span=span(8, 22), sentence=span(8, 44))
    moved = replace(
        record,
        documents=(document, *record.documents[1:]),
        claims=(replace(record.claims[0], claim=claim), *record.claims[1:]),
    )
    words = find_trail(moved, "c0").parts[0]
    assert words.quote == "The army holds Ford bridge, it said."
    assert words.marked is not None
    assert words.marked.read(words.quote) == "The army holds"


def test_an_id_that_nothing_has_is_one_line(record: Record):
    with pytest.raises(UnknownIdError, match="begins with 'zz'"):
        find_trail(record, "zz")


@pytest.mark.parametrize("identifier", ["c0", "g0"])
def test_a_claim_moved_to_another_question_says_why(record: Record, identifier: str):
    why = Derived(value="Ford", rule="linking.moved.headline")
    groups = tuple(replace(group, moves=(("c0", why),)) if group.id == "g0" else group for group in record.groups)
    shown = say(find_trail(replace(record, groups=groups), identifier))
    assert "moved  Ford  A headline sums up" in shown
