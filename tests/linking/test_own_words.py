"""Does anybody stand against what he says himself?"""

from hand_made import Case, control

TAKEN = {"kind": "control_change", "holder": "government"}
HELD = {"kind": "control_state", "holder": "government"}


def test_what_a_voice_tells_as_the_way_to_its_own_taking_does_not_stand_against_it():
    case = Case()
    words = "the army had taken it. destroying their dens"
    taken = case.claim("a", "the army had taken it", voice="state agency", **TAKEN, inside=words)
    way = case.claim("a", "destroying their dens", voice="state agency", inside=words)
    fight = case.claim("b", "fighting went on", voice="the Monitor")
    (conflict,) = case.link().conflicts
    assert {frozenset(side.claims) for side in conflict.sides} == {frozenset({taken}), frozenset({fight})}
    assert {side.origins for side in conflict.sides} == {(1, 1)}
    assert way not in {claim for side in conflict.sides for claim in side.claims}


def test_who_only_grants_a_taking_stands_where_the_rest_of_his_words_does():
    case = Case()
    taken = case.claim("a", "fully captured", voice="state agency", **TAKEN)
    granted = case.claim("b", "it may have fallen", voice="Sami Dorak", **(TAKEN | {"stance": "hedges"}))
    share = case.claim("b", "90 percent is held", voice="Sami Dorak", **HELD, control=control("share", share=90))
    (conflict,) = case.link().conflicts
    assert {frozenset(side.claims) for side in conflict.sides} == {frozenset({taken}), frozenset({share})}
    assert granted not in {claim for side in conflict.sides for claim in side.claims}
