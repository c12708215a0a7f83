"""Where and when did it happen, that a headline tells?"""

import pytest
from hand_made import Case, control, figure, group_of

STRUCK = {"kind": "air_strike", "by": "stated"}
DEAD = {"kind": "toll", "frame": "die"}

# What the headline says, what the text below says, and whether they are one.
PAIRS = [
    ("a town told first below", STRUCK | {"place": "Zuhar", "day": None, "by": "none"}, STRUCK, True),
    ("another thing below", {"kind": "shelling", "place": "Zuhar"}, STRUCK, False),
    ("denied above, said below", STRUCK | {"place": "Zuhar", "stance": "denies"}, STRUCK, False),
    ("another party", STRUCK | {"agents": ("the navy",), "place": "Zuhar"}, STRUCK | {"agents": ("the guard",)}, False),
    ("what happened months before", STRUCK | {"place": "Zuhar", "day": None, "by": "none"},
     STRUCK | {"day": "2024-01-05"}, False),
    ("a number given again", DEAD | {"place": "Zuhar", "figures": [figure(9, 9)]},
     DEAD | {"figures": [figure(9, None, bound="at_least")]}, True),
    ("another number", DEAD | {"place": "Zuhar", "figures": [figure(9, 9)]}, DEAD | {"figures": [figure(12, 12)]}, False),
]  # fmt: skip


@pytest.mark.parametrize(("above", "below", "is_one"), [row[1:] for row in PAIRS], ids=[row[0] for row in PAIRS])
def test_a_headline_means_what_the_text_first_tells_of_that_sort(above, below, is_one):
    case = Case()
    case.document("a", title="the news in short")
    first = case.claim("a", "the news in short", **above)
    second = case.claim("a", "the news at length, with all that is known", voice="activists", **below)
    assert any({first, second} <= set(group.members) for group in case.link().groups) == is_one


def test_a_headline_that_says_who_holds_a_town_of_which_the_text_tells_too_means_that_town():
    case = Case()
    case.document("a", title="the town is not wholly taken")
    lost = {"kind": "control_change", "holder": "government"}
    above = case.claim("a", "the town is not wholly taken", stance="denies", **lost)
    case.claim("a", "the men have not taken the market", voice="activists", place="Old Market", stance="denies", **lost)
    case.claim("a", "they hold most of the town, neighbours say", voice="residents", **lost)
    assert [group.place for group in case.link().groups if above in group.members] == ["Rahna"]


def test_without_a_headline_the_first_sentence_stays_where_it_is():
    case = Case()
    case.document("a")
    first = case.claim("a", "the news in short", place="Zuhar", **STRUCK)
    second = case.claim("a", "the news at length", voice="activists", **STRUCK)
    assert not any({first, second} <= set(group.members) for group in case.link().groups)


def test_a_headline_that_was_moved_says_why():
    case = Case()
    case.document("a", title="the news in short")
    first = case.claim("a", "the news in short", **(STRUCK | {"place": "Zuhar", "day": None, "by": "none"}))
    case.claim("a", "the news at length, with all that is known", voice="activists", **STRUCK)
    groups = case.link().groups
    assert {(claim, why.rule) for group in groups for claim, why in group.moves} == {(first, "linking.moved.headline")}


TAKEN = {"kind": "control_change", "holder": "government", "agents": ("government forces",)}
PART = TAKEN | {"control": control("part")}


def test_a_district_that_was_taken_by_a_headline_is_the_one_that_the_text_names():
    case = Case()
    case.document("a", title="army has captured a district of the town")
    above = case.claim("a", "army has captured a district of the town", voice="the army", **PART)
    below = case.claim("a", "the army took the Old Market", voice="the army", **(TAKEN | {"place": "Old Market"}))
    assert set(group_of(case.link(), above).members) == {above, below}


def test_a_district_that_was_taken_beside_another_that_the_headline_names_is_not_that_one():
    case = Case()
    case.document("a", title="Old Market taken, men driven from a district of the town")
    case.claim("a", "Old Market taken", voice="the army", **(TAKEN | {"place": "Old Market"}))
    above = case.claim("a", "men driven from a district of the town", voice="the army", **PART)
    below = case.claim(
        "a", "the army took the Old Market at dawn", voice="the army", **(TAKEN | {"place": "Old Market"})
    )
    assert below not in group_of(case.link(), above).members
