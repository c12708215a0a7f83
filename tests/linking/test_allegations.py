"""Whose word is what somebody only names as another's allegation?"""

from hand_made import Case

BY_THE_GUARD = {"kind": "violence_against_civilians", "frame": "chemical_attack", "agents": ("the Guard",)}


def test_who_only_names_an_allegation_is_on_neither_side():
    case = Case()
    accused = case.claim("a", "the Guard gassed the town", voice="activists", **BY_THE_GUARD)
    denied = case.claim("a", "it had no part in it", voice="the army", stance="denies", **BY_THE_GUARD)
    named = case.claim(
        "b",
        "the alleged gas attack by the Guard",
        voice="an officer",
        stance="hedges",
        basis="presupposed",
        **BY_THE_GUARD,
    )
    linked = case.link()
    sided = {claim for one in linked.conflicts for side in one.sides for claim in side.claims}
    assert {accused, denied} <= sided
    assert named not in sided
    assert not any({accused, named} <= set(group.members) for group in linked.groups)


def test_who_says_with_a_reservation_that_it_happened_is_on_the_side_of_those_who_say_so():
    case = Case()
    accused = case.claim("a", "the Guard gassed the town", voice="activists", **BY_THE_GUARD)
    guarded = case.claim("b", "the Guard may have gassed the town", voice="an officer", stance="hedges", **BY_THE_GUARD)
    assert any({accused, guarded} <= set(group.members) for group in case.link().groups)


def test_an_outlet_that_only_names_the_suspected_attack_does_not_say_of_which_sort_it_was():
    case = Case()
    struck = case.claim("a", "planes struck the town", "air_strike", "activists")
    named = case.claim("b", "the suspected attack", "air_strike", frame="attack", stance="hedges", basis="presupposed")
    assert not any({struck, named} <= set(group.members) for group in case.link().groups)
