"""Which answers stand against each other?"""

import pytest
from hand_made import Case, control, figure, group_of

from sayso.linking.exclusions import EXCLUSIONS
from sayso.model.derivations import reason
from sayso.model.kinds import ConflictKind
from sayso.model.mentions import ActorMention
from sayso.model.spans import Span

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
    ("taken, and another is there", TAKEN, HELD | {"holder": "opposition", "control": control("presence")}, ["extent"]),
    ("taken, and there", TAKEN, HELD | {"control": control("presence")}, None),
    ("taken, and a part held by nobody knows whom",
     TAKEN, {"kind": "control_state", "control": control("part")}, None),
    ("most held, and not all of it", HELD | {"control": control("most")}, TAKEN | {"stance": "denies"}, None),
    ("most held, and in part by another",
     HELD | {"control": control("most")}, HELD | {"holder": "opposition", "control": control("part")}, None),
    ("held by nobody named, and not by one side", {"kind": "control_state"}, TAKEN | {"stance": "denies"}, None),
    ("held for a time that ended when another took it", HELD | {"holder": "opposition", "day": "2024-03-01/2024-05-03",
     "by": "stated"}, TAKEN, None),
    ("held for a time, and still after another took it", HELD | {"holder": "opposition", "day": "2024-03-01/2024-05-09",
     "by": "stated"}, TAKEN, ["agent"]),
    ("held, and fought over", HELD, {"kind": "clash"}, None),
    ("taken, and fought over another day", TAKEN, {"kind": "clash", "day": "2024-04-20", "by": "stated"}, None),
    ("taken, and fought over elsewhere", TAKEN, {"kind": "clash", "place": "Zuhar"}, None),
    ("a district taken, its city fought over", TAKEN | {"place": "Old Market"}, {"kind": "clash"}, None),
    ("taken, and men of the other side still there", TAKEN, {"kind": "strength", "agents": ("opposition",)}, ["extent"]),
    ("taken, and those who took it there", TAKEN, {"kind": "strength", "agents": ("government",)}, None),
    ("taken, and men of no side there", TAKEN, {"kind": "strength", "agents": ("peacekeepers",)}, None),
    ("taken, and not come into", TAKEN,
     {"kind": "advance", "stance": "denies", "agents": ("government",)}, ["negation"]),
    ("taken, and not come into by the other side", TAKEN,
     {"kind": "advance", "stance": "denies", "agents": ("opposition",)}, None),
    ("wholly taken, and not come into a part", TAKEN | {"control": control("whole")},
     {"kind": "advance", "stance": "denies", "agents": ("government",), "place": "Old Market"}, ["negation"]),
    ("taken, and not come into a part", TAKEN,
     {"kind": "advance", "stance": "denies", "agents": ("government",), "place": "Old Market"}, None),
    ("wholly taken, and not come into a place elsewhere", TAKEN | {"control": control("whole")},
     {"kind": "advance", "stance": "denies", "agents": ("government",), "place": "Zuhar"}, None),
    ("a district wholly taken, the other side in its city",
     TAKEN | {"control": control("whole"), "place": "Old Market"}, {"kind": "strength", "agents": ("opposition",)}, None),
    ("taken, and the attack on it pushed back", TAKEN,
     {"kind": "clash", "frame": "push_back", "agents": ("opposition",)}, ["extent"]),
    ("taken, and an attack pushed back by those who took it", TAKEN,
     {"kind": "clash", "frame": "push_back", "agents": ("government",)}, None),
    ("taken, and an attack pushed back by nobody knows whom", TAKEN, {"kind": "clash", "frame": "push_back"}, None),
    ("taken, and an attack on another place pushed back", TAKEN,
     {"kind": "clash", "frame": "push_back", "agents": ("opposition",), "place": "Zuhar"}, None),
    ("taken and expected to be taken", TAKEN, TAKEN | {"stance": "expects"}, None),
    ("two numbers", DEAD | {"figures": [figure(58, 58)]}, DEAD | {"figures": [figure(80, 80)]}, ["value"]),
    ("at least 50, and 150", DEAD | {"figures": [figure(50, None, bound="at_least")]},
     DEAD | {"figures": [figure(150, 150)]}, None),
    ("nine dead, and forty times as many", DEAD | {"figures": [figure(9, 9)]},
     DEAD | {"figures": [figure(400, 400)]}, ["value"]),
    ("nine dead, and the dead of a war", DEAD | {"figures": [figure(9, 9)]},
     DEAD | {"figures": [figure(4000, 4000)]}, None),
    ("at most 40, and 58", DEAD | {"figures": [figure(None, 40, bound="at_most")]},
     DEAD | {"figures": [figure(58, 58)]}, ["value"]),
    ("a whole and a part", DEAD | {"figures": [figure(58, 58)]},
     DEAD | {"figures": [figure(11, 11, of_whom="children", is_part=True)]}, None),
    ("two parts of nobody knows whom", DEAD | {"figures": [figure(26, 26, is_part=True)]},
     DEAD | {"figures": [figure(80, 80, is_part=True)]}, None),
    ("two numbers of one sort of the dead", DEAD | {"figures": [figure(11, 11, of_whom="children", is_part=True)]},
     DEAD | {"figures": [figure(14, 14, of_whom="children", is_part=True)]}, ["value"]),
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
    ("a withdrawal described in two ways", {"kind": "characterisation"}, {"kind": "characterisation"},
     ["characterisation"]),
    ("taken on a stated and on a reported day", TAKEN | {"day": "2024-04-01", "by": "stated"}, TAKEN, None),
    ("taken as reported months apart", TAKEN | {"day": "2024-02-01"}, TAKEN, ["time"]),
    ("taken as reported weeks apart", TAKEN | {"day": "2024-04-01"}, TAKEN, None),
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
    sides = [sorted(side.claims for side in conflict.sides) for conflict in conflicts]
    assert sides == ([sorted([(first,), (second,)])] if kinds else [])


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


def test_fighting_that_led_to_a_capture_does_not_stand_against_it():
    case = Case()
    taken = case.claim("a", "fully captured", voice="state agency", **TAKEN)
    later = case.claim("b", "fighting went on", voice="activists")
    before = case.claim("c", "battles preceded the capture", voice="the Monitor")
    granted = case.claim(
        "c", "preceded the capture", **TAKEN, basis="presupposed", inside="battles preceded the capture"
    )
    (conflict,) = case.link().conflicts
    assert {frozenset(side.claims) for side in conflict.sides} == {frozenset({taken, granted}), frozenset({later})}
    assert before not in {claim for side in conflict.sides for claim in side.claims}


def test_who_says_that_it_happened_and_denies_denies_a_detail():
    case = Case()
    case.claim("a", "our jets struck the depot", "air_strike", "the army", agents=("the guard",))
    case.claim("a", "we did not strike the school", "air_strike", "the army", agents=("the guard",), stance="denies")
    assert case.link().conflicts == ()


COUNTS = [
    ("what agrees with one side stands there", [(58, 58), (55, None), (40, 40)], [{"1", "2"}, {"3"}]),
    ("what agrees with both stands on neither", [(58, 58), (50, None), (80, 80)], [{"1"}, {"3"}]),
    ("what agrees with none is a side", [(58, 58), (40, 40), (90, None)], [{"1"}, {"2"}, {"3"}]),
]


@pytest.mark.parametrize(("counts", "sides"), [row[1:] for row in COUNTS], ids=[row[0] for row in COUNTS])
def test_numbers_that_leave_no_common_value_are_sides(counts, sides):
    case = Case()
    for number, (low, high) in enumerate(counts, 1):
        bound = "exact" if high else "at_least"
        case.claim(f"d{number}", f"count {number}", "toll", "the Monitor", figures=[figure(low, high, bound=bound)])
    (conflict,) = case.link().conflicts
    assert {frozenset(claim[1] for claim in side.claims) for side in conflict.sides} == set(map(frozenset, sides))


def test_a_number_made_from_a_word_stands_against_nothing():
    case = Case()
    dozens = figure(24, None, bound="vague", by_rule=True)
    case.claim("a", "dozens", "toll", "the Monitor", figures=[dozens])
    case.claim("b", "eleven", "toll", "activists", figures=[figure(11, 11)])
    assert case.link().conflicts == ()


def test_who_doubts_the_larger_number_stands_with_the_smaller():
    case = Case()
    many = case.claim("a", "300 left", "withdrawal", "the army", figures=[figure(300, 300, "fighters")])
    few = case.claim("a", "80 left", "withdrawal", "Rebel Council", figures=[figure(80, 80, "fighters")])
    doubt = case.claim(
        "a", "the larger figure is hard to credit", "withdrawal", "an analyst", frame="denial", stance="doubts"
    )
    (conflict,) = case.link().conflicts
    assert sorted(sorted(side.claims) for side in conflict.sides) == sorted([[many], sorted([few, doubt])])
    assert [kind.value for kind in conflict.kinds] == ["negation", "value"]


def test_one_voice_in_one_document_never_stands_against_itself():
    case = Case()
    for number in (58, 80):
        case.claim("a", f"{number} dead", "toll", "the Monitor", figures=[figure(number, number)])
    assert case.link().conflicts == ()
    case.claim("b", "now 95 dead", "toll", "the Monitor", figures=[figure(95, 95)])
    assert len(case.link().conflicts) == 1


def test_what_a_voice_denies_and_concedes_in_a_later_report_is_in_dispute():
    case = Case()
    denied = case.claim("a", "no jets flew that day", voice="the army", **STRUCK | {"stance": "denies"})
    case.document("b", published="2024-05-04")
    said = case.claim(
        "b", "one of our jets did strike", voice="the army", **STRUCK | {"by": "stated", "day": "2024-05-03"}
    )
    (conflict,) = case.link().conflicts
    assert {side.claims for side in conflict.sides} == {(denied,), (said,)}


def test_a_reserve_of_the_outlet_makes_no_dispute_and_that_of_a_monitor_does():
    case = Case()
    case.claim("a", "the district was taken", voice="the army", **TAKEN)
    case.claim("a", "this could not be verified", **(TAKEN | {"frame": "unverified", "stance": "hedges"}))
    assert case.link().conflicts == ()
    case.claim(
        "a", "we could not confirm it", voice="the Monitor", **(TAKEN | {"frame": "unverified", "stance": "hedges"})
    )
    assert [[kind.value for kind in conflict.kinds] for conflict in case.link().conflicts] == [["doubt"]]


def test_fighting_told_of_the_day_after_a_taking_stands_against_it():
    case = Case()
    case.claim("a", "wholly taken", voice="the army", **TAKEN, control=control("whole"), day="2024-05-02", by="stated")
    fight = case.claim(
        "b", "shots in the market", "clash", "residents", day="2024-05-03", by="stated", place="Old Market"
    )
    (conflict,) = case.link().conflicts
    assert [fight] in [list(side.claims) for side in conflict.sides]


def test_whom_it_was_done_to_denies_the_thing_itself():
    case = Case()
    shot = {"kind": "clash", "frame": "shoot_down"}
    case.claim("a", "the guard shot down a drone", voice="the army", agents=("the guard",), **shot)
    case.claim(
        "a", "no drone of the rebel council fell", voice="Rebel Council", agents=("soldiers",), stance="denies", **shot
    )
    assert [[kind.value for kind in conflict.kinds] for conflict in case.link().conflicts] == [["negation"]]


def test_two_parties_blamed_for_one_attack_are_a_dispute_and_two_that_attacked_are_none():
    case = Case()
    attack = {"kind": "violence_against_civilians", "frame": "attack"}
    case.claim("a", "the guard attacked", voice="activists", agents=("the guard",), **attack)
    case.claim("a", "the fleet attacked", voice="the Monitor", agents=("the fleet",), **attack)
    assert case.link().conflicts == ()
    blame = attack | {"frame": "blame"}
    case.claim("b", "blamed on the militia", voice="the army", agents=("the militia",), **blame)
    assert [kind.value for conflict in case.link().conflicts for kind in conflict.kinds] == ["agent"]


def test_what_is_only_put_under_a_condition_stands_against_nothing():
    case = Case()
    case.claim("a", "if the city falls", voice="activists", basis="conditional", **TAKEN)
    case.claim("b", "it has not fallen", voice="the Monitor", stance="denies", **TAKEN)
    assert case.link().conflicts == ()


def test_a_place_lost_between_can_be_taken_twice():
    case = Case()
    case.claim("a", "taken", **TAKEN, day="2024-02-01", by="stated")
    case.claim("a", "lost", **(TAKEN | {"holder": "opposition"}), day="2024-03-01", by="stated")
    case.claim("a", "retaken", **TAKEN, day="2024-05-01", by="stated")
    assert case.link().conflicts == ()


@pytest.mark.parametrize(("holder", "is_disputed"), [("opposition", False), ("government", True), (None, True)])
def test_a_place_that_another_held_between_was_taken_twice(holder, is_disputed):
    case = Case()
    case.claim("a", "taken", voice="state agency", **TAKEN, day="2024-02-01", by="stated")
    case.claim("b", "held", voice="residents", **(HELD | {"holder": holder}), day="2024-03-01", by="stated")
    case.claim("c", "retaken", voice="the Monitor", **TAKEN, day="2024-05-01", by="stated")
    kinds = [conflict.kinds for conflict in case.link().conflicts]
    assert kinds == ([(ConflictKind.TIME,)] if is_disputed else [])


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


@pytest.mark.parametrize(
    ("words", "is_disputed"),
    [
        ("the guard bombed no house", True),
        ("the guard bombed no other house", False),
        ("no further strike was flown", False),
    ],
)
def test_whoever_denies_only_a_further_thing_grants_the_first(words, is_disputed):
    case = Case()
    case.claim("a", "the guard struck the mill", voice="activists", **STRUCK)
    case.claim("b", words, voice="the army", **(STRUCK | {"stance": "denies"}))
    assert bool(case.link().conflicts) == is_disputed


@pytest.mark.parametrize(("voice", "is_disputed"), [("an unnamed officer", True), ("state television", False)])
def test_an_official_without_a_name_can_contradict_his_own_body(voice, is_disputed):
    case = Case()
    case.claim("a", "six soldiers fell", voice="state agency", **DEAD, figures=[figure(6, 6, of_whom="soldiers")])
    case.claim("a", "twenty soldiers fell", voice=voice, **DEAD, figures=[figure(20, 20, of_whom="soldiers")])
    assert bool(case.link().conflicts) == is_disputed


def _side(camp):
    return ActorMention(span=Span(0, 1), token=0, head="men", camp=camp)


# Who denies an attack without naming a doer, and whether that stands against an attack by "the guard" of Tarim.
DENIERS = [
    ("the army it is said of, of itself", "the state army", "the army", True),
    ("an army, of another's deed", "Zuhar army", "the army", False),
    ("a monitor, of anybody's", "Zuhar army", "the Monitor", True),
]


@pytest.mark.parametrize(
    ("agent", "voice", "is_disputed"), [row[1:] for row in DENIERS], ids=[row[0] for row in DENIERS]
)
def test_a_party_that_denies_an_attack_and_names_nobody_speaks_of_itself(agent, voice, is_disputed):
    case = Case()
    shelled = {"kind": "shelling"}
    case.claim(
        "a", "shells were fired on the mill", voice="residents", agents=(agent,), agent=_side("government"), **shelled
    )
    case.claim("b", "it was denied", voice=voice, stance="denies", **shelled)
    assert bool(case.link().conflicts) == is_disputed


def test_a_voice_that_grants_a_part_and_denies_the_whole_stands_against_those_who_say_the_whole():
    case = Case()
    whole = case.claim("a", "the town is taken", voice="state agency", **TAKEN)
    grants = case.claim("b", "the station is given up", voice="activists", **TAKEN)
    denied = case.claim("b", "the town is not taken", voice="activists", **(TAKEN | {"stance": "denies"}))
    (conflict,) = case.link().conflicts
    assert {frozenset(side.claims) for side in conflict.sides} == {frozenset({whole, grants}), frozenset({denied})}


def test_a_dispute_is_named_by_the_day_and_not_by_the_long_time_that_holds_it():
    case = Case()
    case.claim("a", "they hold it since March", voice="activists", day="2024-03-01/2024-05-09", by="stated", **HELD)
    case.claim("b", "it was taken", voice="state agency", by="stated", **TAKEN)
    case.claim("c", "it was not", voice="the Monitor", **(TAKEN | {"stance": "denies"}))
    (conflict,) = case.link().conflicts
    assert conflict.question == "Who held Rahna on 3 May 2024?"


@pytest.mark.parametrize(("basis", "is_disputed"), [("stated", True), ("presupposed", False)])
def test_a_capture_that_nobody_says_outright_stands_against_nothing(basis, is_disputed):
    case = Case()
    case.claim("a", "the full capture of the town would cut the road", basis=basis, **TAKEN)
    case.claim("b", "the town is not taken", voice="activists", **(TAKEN | {"stance": "denies"}))
    assert bool(case.link().conflicts) == is_disputed
