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
