"""Where and when does its own text set a thing of which a claim names no place, or no day?"""

import pytest
from hand_made import Case

STRUCK = {"kind": "air_strike", "by": "stated"}
UNSAID = {"place": "Zuhar", "place_rule": "claims.current_place"}
UNDATED = {"day": None, "by": "none"}
MARKED = {"day": "2024-05-01", "by": "stated"}

# What is told first, what is told after, and whether they are one.
PAIRS = [
    ("no place after the only one named", STRUCK, STRUCK | UNSAID, True),
    ("another place by name", STRUCK, STRUCK | {"place": "Zuhar"}, False),
    ("another sort of thing", STRUCK, {"kind": "shelling", "by": "stated"} | UNSAID, False),
    ("no day after the only one named", STRUCK | MARKED, STRUCK | UNDATED, True),
    ("the day of the document after one named days before", STRUCK | MARKED, {"kind": "air_strike"}, True),
    ("the day of the document weeks after the one named", STRUCK | {"day": "2024-04-01"}, {"kind": "air_strike"}, False),
    ("another day by name", STRUCK | MARKED, STRUCK, False),
    ("who holds the place now, after who took it then", {"kind": "control_change", "holder": "government"}
     | {"day": "2024-04-20", "by": "stated"}, {"kind": "control_state", "holder": "government"}, False),
]  # fmt: skip


def _tell(*told):
    case = Case()
    claims = [
        case.claim("a", f"it was told at length, and for the {time} time", voice=voice, **one)
        for time, voice, one in zip(
            ("first", "next", "last"), ("activists", "the Monitor", "residents"), told, strict=False
        )
    ]
    return case, claims


@pytest.mark.parametrize(("first", "after", "is_one"), [row[1:] for row in PAIRS], ids=[row[0] for row in PAIRS])
def test_a_text_goes_on_about_the_only_place_and_day_that_it_set_for_such_a_thing(first, after, is_one):
    case, claims = _tell(first, after)
    assert any(set(claims) <= set(group.members) for group in case.link().groups) == is_one


def test_what_is_told_before_the_place_is_named_stays_where_it_is():
    case = Case()
    claims = [
        case.claim("a", "planes were over the barns", voice="activists", **(STRUCK | UNSAID)),
        case.claim("a", "a strike on the mill", voice="the Monitor", **STRUCK),
    ]
    assert not any(set(claims) <= set(group.members) for group in case.link().groups)


def test_of_two_places_named_none_is_meant():
    case, claims = _tell(STRUCK, STRUCK | {"place": "Selba"}, STRUCK | UNSAID)
    assert [group.place for group in case.link().groups if claims[2] in group.members] == ["Zuhar"]


def test_another_document_sets_nothing():
    case = Case()
    case.claim("a", "a strike on the mill", voice="activists", **STRUCK)
    other = case.claim("b", "a strike on the barn", voice="residents", **(STRUCK | UNSAID))
    assert [group.place for group in case.link().groups if other in group.members] == ["Zuhar"]


def test_an_answer_that_was_moved_says_why():
    case, (_, later) = _tell(STRUCK | MARKED, STRUCK | UNSAID | UNDATED)
    moves = [(claim, why.rule) for group in case.link().groups for claim, why in group.moves]
    assert moves == [(later, "linking.moved.text"), (later, "linking.moved.text_day")]


# A denial in the same text, and whether it stands against what was told before.
DENIALS = [
    ("where the text last was", UNSAID, True),
    ("of a day that another event gives it", {"day": "2024-05-02", "by": "event"}, True),
    ("at another place by name", {"place": "Zuhar"}, False),
    ("on another day by name", {"day": "2024-05-01", "by": "stated"}, False),
    ("of nobody and no day", UNDATED | {"agents": ()}, False),
    ("of the party, and no day", UNDATED, True),
]


@pytest.mark.parametrize(("denial", "is_against"), [row[1:] for row in DENIALS], ids=[row[0] for row in DENIALS])
def test_a_denial_answers_what_the_text_told_just_before(denial, is_against):
    case, _ = _tell(
        STRUCK | {"agents": ("the guard",)}, STRUCK | {"agents": ("the guard",), "stance": "denies"} | denial
    )
    assert bool(case.link().conflicts) == is_against


@pytest.mark.parametrize(("frame", "question"), [("chemical_use", "3 May 2024"), ("denial", "August 2013")])
def test_only_a_bare_denial_is_of_what_the_text_recalled_of_long_ago(frame, question):
    case = Case()
    deed = {"kind": "violence_against_civilians", "agents": ("the Guard",)}
    case.claim("a", "the Guard did it then", voice="states", **deed, frame="responsible", day="2013-08", by="stated")
    case.claim("a", "its men had done so", voice="the army", **deed, frame=frame, stance="denies")
    (denied,) = (group for group in case.link().groups if group.answer.startswith("no,"))
    assert question in denied.question
