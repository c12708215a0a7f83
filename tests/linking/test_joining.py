"""Which claims answer one question although their fields are imperfect, and which never do?"""

import pytest
from hand_made import Case, figure, group_of

DEAD = {"kind": "toll", "frame": "die"}
STRUCK = {"kind": "air_strike"}
TAKEN = {"kind": "control_change", "holder": "government"}
HELD = {"kind": "control_state", "holder": "government"}
UNSAID = {"place": "Rahna", "place_rule": "claims.current_place"}

# One claim, another, and whether they stand in one group.
PAIRS = [
    ("a place one level too high, not named in the words", STRUCK | {"place": "Old Market"}, STRUCK | UNSAID, True),
    ("a district and its city, both named", STRUCK | {"place": "Old Market"}, STRUCK, False),
    ("people who fled a town, and its region", {"kind": "displacement", "place": "Selba"},
     {"kind": "displacement", "place": "Tarim"}, False),
    ("a toll on one side, and fighting", {"frame": "men_lost", "figures": [figure(12, 12, of_whom="soldiers")]}, {}, False),
    ("weapons stopped in flight, and fighting", {"frame": "intercept_so_many"}, {}, False),
    ("a part taken in the fighting, and fighting", {"frame": "take_part"}, {}, False),
    ("held since a day, and taken that month", HELD | {"day": "2024-01-01/2024-05-03", "by": "relative"},
     TAKEN | {"day": "2024-01-02", "by": "stated"}, True),
    ("denied in a district, and told of its city", STRUCK | {"place": "Old Market", "stance": "denies"}, STRUCK, False),
    ("who holds a district, and who its city", TAKEN | {"place": "Old Market"}, TAKEN, False),
    ("a deed of the opposition, and of the only group named", {"kind": "advance", "agents": ("opposition",)},
     {"kind": "advance", "agents": ("the Front",)}, True),
    ("an undated number, and the only count of the place", DEAD | {"figures": [figure(58, 58)], "by": "stated"},
     DEAD | {"figures": [figure(58, 58)], "day": None}, True),
    ("an undated strike, and a dated one", STRUCK | {"by": "stated"}, STRUCK | {"day": None}, False),
    ("a release told again two days later", {"kind": "politics", "frame": "on_trial", "by": "relative", "agents": ("a judge",)},
     {"kind": "politics", "frame": "on_trial", "day": "2024-05-05", "agents": ("a judge",)}, True),
    ("one number of the city and of its district", DEAD | {"figures": [figure(33, 33)]},
     DEAD | {"figures": [figure(33, 33)], "place": "Old Market"}, True),
    ("a small number of the city and of its district", DEAD | {"figures": [figure(3, 3)]},
     DEAD | {"figures": [figure(3, 3)], "place": "Old Market"}, False),
    ("civilians and people, one number", DEAD | {"figures": [figure(17, 17)]},
     DEAD | {"figures": [figure(17, 17, of_whom="civilians")]}, True),
    ("civilians and people, two numbers", DEAD | {"figures": [figure(17, 17)]},
     DEAD | {"figures": [figure(12, 12, of_whom="civilians")]}, False),
    ("a number given again some days later", DEAD | {"figures": [figure(21, 21)], "day": "2024-05-01", "by": "stated"},
     DEAD | {"figures": [figure(21, 21)], "day": "2024-05-03"}, True),
    ("dead and residents", DEAD | {"figures": [figure(100000, 100000)]},
     {"kind": "strength", "frame": "number_of_people", "figures": [figure(100000, 100000, "residents")]}, False),
    ("a running count and one of the event", DEAD | {"figures": [figure(58, 58)]},
     DEAD | {"figures": [figure(58, 58, scope="cumulative")]}, True),
    ("stated days apart", STRUCK | {"day": "2024-05-01", "by": "stated"}, STRUCK | {"by": "stated"}, False),
    ("taken for granted, with the day of its document", TAKEN | {"day": "2024-04-20", "by": "stated"},
     TAKEN | {"basis": "presupposed"}, True),
    ("taken for granted and nobody tells of it shortly before", TAKEN | {"day": "2024-01-20", "by": "stated"},
     TAKEN | {"basis": "presupposed"}, False),
    ("a share reported the day before", {"kind": "control_state", "holder": "government", "day": "2024-05-02"},
     {"kind": "control_state", "holder": "government", "by": "relative"}, True),
    ("some attack, and the shelling of that place and day", {"kind": "shelling"},
     {"kind": "clash", "frame": "attack"}, True),
    ("one deed by one party to one, in other words", {"kind": "politics", "agents": ("a minister",), "frame": "inquiry"},
     {"kind": "politics", "agents": ("a minister",), "frame": "inquiry"}, True),
    ("two deeds of one party", {"kind": "politics", "agents": ("a minister",), "frame": "inquiry"},
     {"kind": "politics", "agents": ("a minister",), "frame": "authority_acts"}, False),
    ("a resignation told of two places", {"kind": "politics", "frame": "leave_office"},
     {"kind": "politics", "frame": "leave_office", "place": "Zuhar"}, True),
    ("denied for one party, and denied", STRUCK | {"stance": "denies", "agents": ("the guard",)},
     STRUCK | {"stance": "denies"}, True),
    ("denied for one party, and for another", STRUCK | {"stance": "denies", "agents": ("the guard",)},
     STRUCK | {"stance": "denies", "agents": ("the navy",)}, False),
    ("a shortage and a siege", {"kind": "siege"}, {"kind": "siege", "frame": "no_supplies"}, False),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right", "is_one"), [row[1:] for row in PAIRS], ids=[row[0] for row in PAIRS])
def test_claims_answer_one_question_when_they_can_mean_one_thing(left, right, is_one):
    case = Case()
    first = case.claim("a", "one speaks of it", voice="the Monitor", **({"kind": "clash"} | left))
    second = case.claim("b", "another tells something", voice="activists", **({"kind": "clash"} | right))
    assert (second in group_of(case.link(), first).members) == is_one


def test_what_is_told_of_a_city_by_who_also_tells_of_its_district_can_be_of_that():
    case = Case()
    district = case.claim("a", "a raid on the market stalls", "air_strike", place="Old Market")
    city = case.claim("b", "jets over the city", "air_strike", "activists")
    case.claim("b", "people gathered at the stalls", "protest", "activists", place="Old Market")
    assert set(group_of(case.link(), city).members) == {district, city}


def test_a_long_hold_is_that_of_the_taking_by_the_same_side_where_another_took_the_place_later():
    case = Case()
    taken = case.claim("a", "the Front took it", **(TAKEN | {"holder": "opposition"}), day="2024-01-02", by="stated")
    case.claim("a", "the army took it back", **TAKEN, day="2024-05-02", by="stated")
    held = case.claim("b", "in the hands of the Front", **(HELD | {"holder": "opposition"}),
                      day="2024-01-01/2024-05-03", by="relative")  # fmt: skip
    assert set(group_of(case.link(), held).members) == {taken, held}


def test_a_state_told_by_a_document_of_unknown_day_is_the_one_that_reaches_into_its_days():
    case = Case()
    case.document("b", published=None)
    since = case.claim("a", "cut off since February", "siege", day="2024-02-01/2024-05-03", by="relative")
    began = case.claim("a", "the siege began in February", "siege", day="2024-02-01/2024-02-29", by="stated")
    adrift = case.claim("b", "the besieged town", "siege", "activists", day="2024-05-01/2024-06-20", by="document")
    assert set(group_of(case.link(), adrift).members) == {since, began, adrift}


def test_states_that_ended_before_the_days_of_a_document_of_unknown_day_do_not_keep_it_from_the_one_that_did_not():
    case = Case()
    case.document("b", published=None)
    since = case.claim("a", "cut off since January", "siege", day="2024-01-01/2024-05-03", by="relative")
    case.claim("a", "the siege in February", "siege", day="2024-02-10", by="stated")
    case.claim("a", "the siege in March", "siege", day="2024-03-10", by="stated")
    adrift = case.claim("b", "the besieged town", "siege", "activists", day="2024-05-01/2024-06-20", by="document")
    assert set(group_of(case.link(), adrift).members) == {since, adrift}


def test_a_state_told_before_and_after_the_days_of_a_document_of_unknown_day_is_not_that_of_this_document():
    case = Case()
    case.document("b", "2024-04-15")
    case.document("c", published=None)
    began = case.claim("a", "the siege began", "siege", day="2024-03-20", by="stated")
    later = case.claim("b", "the siege", "siege", "residents", basis="presupposed")
    adrift = case.claim("c", "the besieged town", "siege", "activists", day="2024-03-25/2024-04-10", by="document")
    linked = case.link()
    assert set(group_of(linked, began).members) == {began, later}
    assert group_of(linked, adrift).members == (adrift,)


def test_of_one_who_denies_a_detail_it_is_not_said_that_he_denies_all_that_was_done():
    case = Case()
    crowd = {"kind": "violence_against_civilians", "frame": "crowd_weapons", "agents": ("police",)}
    gas = case.claim("a", "officers fired tear gas", voice="residents", **crowd)
    denied = case.claim("b", "nobody carried live ammunition", voice="the army", stance="denies", **crowd)
    linked = case.link()
    assert group_of(linked, gas).matter != group_of(linked, denied).matter


def test_what_far_more_tell_of_a_city_is_not_set_in_its_district():
    case = Case()
    district = case.claim("a", "a raid on the market stalls", "air_strike", place="Old Market")
    many = [case.claim(f"d{n}", f"jets over the city, page {n}", "air_strike", "activists") for n in range(12)]
    linked = case.link()
    assert group_of(linked, district).members == (district,)
    assert set(group_of(linked, many[0]).members) == set(many)


def test_what_happened_in_two_districts_is_not_what_happened_in_the_city():
    case = Case()
    case.claim("a", "jets over the stalls", "air_strike", place="Old Market")
    case.claim("a", "jets over the shrine", "air_strike", place="Shrine Gate")
    city = case.claim("b", "jets over the city", "air_strike", "activists")
    assert group_of(case.link(), city).members == (city,)


def test_one_document_of_unknown_day_tells_of_one_time():
    case = Case()
    case.document("a", published=None)
    adrift = {"day": "2024-04-02/2024-05-30", "by": "document"}
    district = case.claim("a", "troops pushed into the market", "advance", place="Old Market", **adrift)
    city = case.claim("a", "the push into the city", "advance", "activists", **adrift)
    assert set(group_of(case.link(), city).members) == {district, city}


def test_what_a_document_of_unknown_day_also_tells_outright_is_not_put_beside_that_of_another():
    case = Case()
    case.document("a", published=None)
    adrift = {"day": "2024-04-02/2024-05-30", "by": "document"}
    told = case.claim("a", "battles in the market", place="Old Market", **adrift)
    granted = case.claim("a", "the renewed battles", place="Old Market", basis="presupposed", **adrift)
    case.claim("b", "battles near the stalls", voice="activists", place="Old Market", day="2024-05-02")
    assert set(group_of(case.link(), granted).members) == {told, granted}


def test_the_place_that_most_name_is_the_one_meant_by_a_claim_that_names_several():
    case = Case()
    both = case.claim("a", "jets over both", "air_strike", place=("Rahna", "Zuhar"))
    town = case.claim("b", "jets over the town", "air_strike", place="Zuhar")
    assert group_of(case.link(), both).members == (both, town)


def test_a_denial_takes_over_what_it_answers():
    case = Case()
    case.claim("a", "the guard shelled the camp", "violence_against_civilians", "activists", frame="chemical_attack")
    said = case.claim("b", "gas was used", "violence_against_civilians", "the Monitor", frame="chemical_use")
    denied = case.claim("a", "denied this", "violence_against_civilians", "residents", frame="denial", stance="denies")
    linked = case.link()
    assert group_of(linked, said).matter == group_of(linked, denied).matter


def test_who_has_lost_a_place_has_left_it():
    case = Case()
    lost = case.claim("a", "its men lost the town", "control_change", "the Monitor", frame="lose_ground",
                      holder="government", agents=("the army",), targets=("the Front",))  # fmt: skip
    left = case.claim("b", "the fighters pulled out", "withdrawal", "activists", agents=("the Front",))
    joined = [group for group in case.link().groups if {lost, left} <= set(group.members)]
    assert [group.answer for group in joined] == ["a withdrawal"]
    assert any(group.question.startswith("Who held") and lost in group.members for group in case.link().groups)
