"""Is an attack that each of two sides lays to the other a dispute?"""

import pytest
from hand_made import Case


@pytest.mark.parametrize(
    ("second", "kinds"),
    [("Rebel Council", ("agent",)), ("the Monitor", None)],
    ids=["each side lays it to the other", "only one side accuses"],
)
def test_an_attack_that_each_side_lays_to_the_other_is_a_dispute(second, kinds):
    case = Case()
    rebels = {"agents": ("Rebel Council",), "by": "stated"}
    army = {"agents": ("the state",), "by": "stated"}
    left = case.claim("a", "rebels shelled the market", "shelling", "the army", **rebels)
    right = case.claim("a", "the army shelled the market", "shelling", second, **army)
    found = [
        one for one in case.link().conflicts if {left, right} <= {claim for side in one.sides for claim in side.claims}
    ]
    assert [one.kinds for one in found] == ([kinds] if kinds else [])
    assert {side.answer for one in found for side in one.sides} == (
        {"shelling by Rebel Council", "shelling by the state"} if kinds else set()
    )


def _deny(words):
    case = Case()
    done = {"kind": "violence_against_civilians", "frame": "attack", "agents": ("the Guard",)}
    case.claim("a", "the Guard gassed the town", voice="activists", **done)
    denied = case.claim("a", words, voice="Rebel Council", stance="denies", **(done | {"frame": "denial"}))
    linked = case.link()
    (answer,) = [group.answer for group in linked.groups if denied in group.members]
    return answer, linked.conflicts


def test_who_denies_any_part_in_it_speaks_of_itself_whoever_else_is_accused():
    answer, conflicts = _deny("denies any involvement")
    assert answer.endswith("an attack by Rebel Council")
    assert not conflicts


def test_who_denies_what_is_said_of_another_stands_against_that():
    answer, conflicts = _deny("denies it all")
    assert answer.endswith("an attack by the Guard")
    assert len(conflicts) == 1


def test_a_side_that_says_others_did_it_denies_its_own_part():
    case = Case()
    struck = {"kind": "air_strike", "by": "stated"}
    blamed = case.claim("a", "a government plane hit the market", voice="activists", agents=("Tarim army",), **struck)
    own = {"kind": "air_strike", "by": "stated", "voice": "the army"}
    denied = case.claim("a", "no army plane was in the air", stance="denies", agents=("Tarim army",), **own)
    other = case.claim("a", "a drone set the stalls on fire", **own)
    (conflict,) = case.link().conflicts
    assert {side.claims for side in conflict.sides} == {(blamed,), (denied,)}
    assert other not in {claim for side in conflict.sides for claim in side.claims}
