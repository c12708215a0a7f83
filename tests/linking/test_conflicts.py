"""Which answers stand against each other?"""

import pytest
from hand_made import Case, control, figure, group_of

from sayso.linking.exclusions import EXCLUSIONS
from sayso.model.derivations import reason

TAKEN = {"kind": "control_change", "holder": "government"}
HELD = {"kind": "control_state", "holder": "government"}
DEAD = {"kind": "toll", "frame": "die"}
STRUCK = {"kind": "air_strike", "agents": ("the guard",)}

# Two claims, and the kinds of difference (None: no conflict).
PAIRS = [
    ("taken and denied", TAKEN, TAKEN | {"stance": "denies"}, ["negation"]),
    ("taken and doubted", TAKEN, TAKEN | {"stance": "doubts"}, ["doubt"]),
    ("taken and most held", TAKEN, HELD | {"control": control("most")}, ["extent"]),
    ("taken and 90 percent held", TAKEN, HELD | {"control": control("share", share=90)}, ["extent"]),
    ("taken and fought over inside", TAKEN, {"kind": "clash"}, ["extent"]),
    ("taken, and held by another", TAKEN, HELD | {"holder": "opposition"}, ["agent"]),
    ("taken, and in part held by another", TAKEN, HELD | {"holder": "opposition", "control": control("part")}, ["extent"]),
    ("taken and contested", TAKEN, HELD | {"control": control(hold="contested")}, ["extent"]),
    ("a region taken, and in part held",
     TAKEN | {"place": "Tarim"}, HELD | {"place": "Tarim", "control": control("part")}, None),
    ("a region wholly taken, and in part held", TAKEN | {"place": "Tarim", "control": control("whole")},
     HELD | {"place": "Tarim", "control": control("part")}, ["extent"]),
    ("taken, and a part held by nobody knows whom",
     TAKEN, {"kind": "control_state", "control": control("part")}, None),
    ("most held, and not all of it", HELD | {"control": control("most")}, TAKEN | {"stance": "denies"}, None),
    ("most held, and in part by another",
     HELD | {"control": control("most")}, HELD | {"holder": "opposition", "control": control("part")}, None),
    ("held, and fought over", HELD, {"kind": "clash"}, None),
    ("taken, and fought over another day", TAKEN, {"kind": "clash", "day": "2024-04-20", "by": "stated"}, None),
    ("taken, and fought over elsewhere", TAKEN, {"kind": "clash", "place": "Zuhar"}, None),
    ("a district taken, its city fought over", TAKEN | {"place": "Old Market"}, {"kind": "clash"}, None),
    ("taken and expected to be taken", TAKEN, TAKEN | {"stance": "expects"}, None),
    ("two numbers", DEAD | {"figures": [figure(58, 58)]}, DEAD | {"figures": [figure(80, 80)]}, ["value"]),
    ("at least 50, and 150", DEAD | {"figures": [figure(50, None, bound="at_least")]},
     DEAD | {"figures": [figure(150, 150)]}, None),
    ("at most 40, and 58", DEAD | {"figures": [figure(None, 40, bound="at_most")]},
     DEAD | {"figures": [figure(58, 58)]}, ["value"]),
    ("a whole and a part", DEAD | {"figures": [figure(58, 58)]},
     DEAD | {"figures": [figure(11, 11, of_whom="children", is_part=True)]}, None),
    ("further ones", DEAD | {"figures": [figure(58, 58)]},
     DEAD | {"figures": [figure(5, 5, is_additional=True)]}, None),
    ("counts of two days", DEAD | {"figures": [figure(58, 58)], "day": "2024-05-01", "by": "stated"},
     DEAD | {"figures": [figure(80, 80)], "by": "stated"}, None),
    ("dead and residents", DEAD | {"figures": [figure(100000, 100000)]},
     {"kind": "strength", "figures": [figure(100001, 100001, "residents")]}, None),
    ("struck and denied by whom it is said of", STRUCK, STRUCK | {"stance": "denies"}, ["negation"]),
    ("struck, and denied for another", STRUCK, STRUCK | {"agents": ("the navy",), "stance": "denies"}, None),
    ("taken twice on stated days",
     TAKEN | {"day": "2024-02-01", "by": "stated"}, TAKEN | {"by": "stated"}, ["time"]),
    ("taken on a stated and on a reported day", TAKEN | {"day": "2024-02-01", "by": "stated"}, TAKEN, None),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right", "kinds"), [row[1:] for row in PAIRS], ids=[row[0] for row in PAIRS])
def test_answers_conflict_when_both_cannot_be_true(left, right, kinds):
    case = Case()
    case.document("a")
    case.document("b")
    first = case.claim("a", "one says it is this way", voice="the Monitor", **left)
    second = case.claim("b", "another tells of something else", voice="the army", **right)
    conflicts = case.link().conflicts
    assert [[kind.value for kind in conflict.kinds] for conflict in conflicts] == ([kinds] if kinds else [])
    for conflict in conflicts:
        assert sorted(side.claims for side in conflict.sides) == sorted([(first,), (second,)])


def test_all_that_stands_against_a_capture_is_one_dispute_with_two_sides():
    case = Case()
    state = case.claim("a", "fully captured", voice="state agency", **TAKEN, control=control("whole"))
    television = case.claim("b", "security restored", voice="state television", **TAKEN)
    share = case.claim("c", "90 percent is held", voice="activists", **HELD, control=control("share", share=90))
    doubt = case.claim("d", "casts doubt on the claim", voice="the Monitor", **(TAKEN | {"stance": "doubts"}))
    fight = case.claim("d", "fighting went on", "clash", voice="the Monitor")
    (conflict,) = case.link().conflicts
    assert conflict.question == "Who held Rahna on 3 May 2024?"
    assert {frozenset(side.claims) for side in conflict.sides} == {
        frozenset({state, television}),
        frozenset({share, doubt, fight}),
    }
    assert [side.origins for side in conflict.sides if state in side.claims] == [(1, 1)]
    assert [kind.value for kind in conflict.kinds] == ["doubt", "extent"]


def test_who_says_that_it_happened_and_denies_denies_a_detail():
    case = Case()
    case.claim("a", "our jets struck the depot", "air_strike", "the army", agents=("the guard",))
    case.claim("a", "we did not strike the school", "air_strike", "the army", agents=("the guard",), stance="denies")
    assert case.link().conflicts == ()


def test_numbers_that_can_agree_stand_on_one_side():
    case = Case()
    for number, (low, high, bound) in enumerate([(58, 58, "exact"), (50, None, "at_least"), (80, 80, "exact")]):
        case.claim("a", f"count {number}", "toll", "the Monitor", figures=[figure(low, high, bound=bound)])
    (conflict,) = case.link().conflicts
    assert [side.answer for side in conflict.sides] == ["count 1; count 0", "count 2"]


def test_a_place_lost_between_can_be_taken_twice():
    case = Case()
    case.claim("a", "taken", **TAKEN, day="2024-02-01", by="stated")
    case.claim("a", "lost", **(TAKEN | {"holder": "opposition"}), day="2024-03-01", by="stated")
    case.claim("a", "retaken", **TAKEN, day="2024-05-01", by="stated")
    assert case.link().conflicts == ()


def test_every_row_of_the_table_has_a_reason():
    assert all(len(reason(row.rule)) > 20 for row in EXCLUSIONS)


def test_conflicting_sides_are_linked_by_their_first_claims_only():
    case = Case()
    for number in range(5):
        case.claim(f"yes{number}", f"taken as told by {number} others", voice="state agency", **TAKEN)
        case.claim(f"no{number}", f"not so according to {number} more", voice="activists", **TAKEN, stance="denies")
    linked = case.link()
    assert len([link for link in linked.links if link.kind.value == "conflicts"]) == 1
    assert len([link for link in linked.links if link.kind.value == "same"]) == 8
    assert len(group_of(linked, "yes0-1").members) == 5


def test_who_says_both_tells_how_it_was_taken():
    case = Case()
    case.claim("a", "taken", voice="state agency", **TAKEN)
    case.claim("a", "after fighting", "clash", "the army")
    assert case.link().conflicts == ()


def test_allies_can_both_be_named_as_holders():
    case = Case()
    case.claim("a", "taken", voice="the Monitor", agents=("the army",), **TAKEN)
    case.claim(
        "a", "taken by the militia", voice="activists", agents=("the militia",), **(TAKEN | {"holder": "the militia"})
    )
    assert len(case.link().conflicts) == 1
    case.claim("b", "they advanced together", "advance", "the Monitor", agents=("the army", "the militia"))
    assert case.link().conflicts == ()
