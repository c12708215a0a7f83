"""When did it happen, that a report tells without a day?"""

import pytest
from hand_made import Case, figure, group_of

WORDS = "the clinic was shelled for the fourth time"
LATER = {"kind": "shelling", "frame": "shell"}
NAMED = LATER | {"day": "2024-05-01", "by": "stated"}


def _tell(published, *, late=LATER, told=NAMED, words="shells hit it for a fourth time, a nurse says"):
    case = Case()
    case.document("a", "2024-05-02")
    case.document("b", published)
    first = case.claim("a", WORDS, voice="the Monitor", **told)
    second = case.claim("b", words, voice="residents", **late)
    return case, first, second


@pytest.mark.parametrize(("published", "is_one"), [("2024-05-07", True), ("2024-05-12", False), ("2024-04-29", False)])
def test_what_a_report_tells_without_a_day_is_of_the_day_told_in_the_same_two_details_shortly_before(published, is_one):
    case, first, second = _tell(published)
    assert (second in group_of(case.link(), first).members) is is_one


def test_a_report_of_unknown_day_tells_of_the_day_within_its_bounds():
    case, first, second = _tell(None, late=LATER | {"day": "2024-04-20/2024-06-15"})
    assert second in group_of(case.link(), first).members


def test_a_report_of_unknown_day_that_cannot_be_of_that_day_does_not():
    case, first, second = _tell(None, late=LATER | {"day": "2024-05-20/2024-06-15"})
    assert second not in group_of(case.link(), first).members


def test_it_says_why_it_was_moved():
    case, _, second = _tell("2024-05-07")
    moves = [(claim, why.rule, why.value) for group in case.link().groups for claim, why in group.moves]
    assert moves == [(second, "linking.moved.details", "2024-05-01")]


@pytest.mark.parametrize(
    ("late", "words"),
    [
        (LATER, "shells fell again on its fourth floor"),
        (LATER | {"place": "Selba"}, "shells hit it for a fourth time, a nurse says"),
        (LATER | {"day": "2024-05-06", "by": "stated"}, "shells hit it for a fourth time, a nurse says"),
        ({"kind": "air_strike", "frame": "bomb_from_air"}, "bombs hit it for a fourth time, a nurse says"),
    ],
    ids=["one detail", "another place", "another day by name", "another sort"],
)
def test_it_stays_on_the_day_of_its_report_without_two_details_a_place_and_a_sort_in_common(late, words):
    case, first, second = _tell("2024-05-07", late=late, words=words)
    assert second not in group_of(case.link(), first).members


def test_what_is_told_so_of_two_days_is_of_neither():
    case, first, second = _tell("2024-05-07")
    other = case.claim(
        "c", "they shelled a fourth time, others say", voice="activists", **(NAMED | {"day": "2024-05-04"})
    )
    linked = case.link()
    assert second not in {*group_of(linked, first).members, *group_of(linked, other).members}


def test_names_of_parties_are_no_details():
    by = {"agents": ("the fourth guard",)}
    case, first, second = _tell(
        "2024-05-07", told=NAMED | by, late=LATER | by, words="the fourth guard shelled a barn, neighbours say"
    )
    assert second not in group_of(case.link(), first).members


def test_numbers_are_left_on_their_day():
    dead = {"kind": "toll", "frame": "die", "figures": [figure(4, 4)]}
    told = dead | {"day": "2024-05-01", "by": "stated"}
    case, first, second = _tell("2024-05-07", told=told, late=dead, words="the fourth time four died in the clinic")
    counts = [group.members for group in case.link().groups if group.question.startswith("How many")]
    assert sorted(counts) == sorted([(first,), (second,)])
