"""Which claims answer one question alike?"""

import pytest
from hand_made import Case, control, figure, group_of

from sayso.model.mentions import ActorMention
from sayso.model.spans import Span

# Two claims, and whether they belong to one group.
TAKEN = {"kind": "control_change", "holder": "government", "agents": ("government forces",)}
HELD = {"kind": "control_state", "holder": "government"}
DEAD = {"kind": "toll", "frame": "die"}
GUNMEN = ActorMention(span=Span(0, 6), token=0, head="gunman")

PAIRS = [
    ("a capture and the holding that follows from it", TAKEN, HELD, True),
    ("a capture of the whole and of most", TAKEN, HELD | {"control": control("most")}, False),
    ("most, and 90 percent", HELD | {"control": control("most")}, HELD | {"control": control("share", share=90)}, True),
    ("a part, and 20 percent", HELD | {"control": control("part")}, HELD | {"control": control("share", share=20)}, True),
    ("holdings by two sides", HELD, HELD | {"holder": "opposition"}, False),
    ("a capture and its fall without a holder", TAKEN, {"kind": "control_change"}, True),
    ("a capture and its denial", TAKEN, TAKEN | {"stance": "denies"}, False),
    ("a capture and a doubt of it", TAKEN, TAKEN | {"stance": "doubts"}, False),
    ("a district and its city", HELD | {"place": "Old Market"}, HELD, False),
    ("a town and its region, held", HELD | {"place": "Selba"}, HELD | {"place": "Tarim"}, False),
    ("a town and its region, struck", {"kind": "air_strike"}, {"kind": "air_strike", "place": "Tarim"}, True),
    ("clashes on one day", {}, {}, True),
    ("clashes on two stated days", {"day": "2024-05-01", "by": "stated"}, {"day": "2024-05-02", "by": "stated"}, False),
    ("clashes reported a day apart", {"day": "2024-05-02"}, {"day": "2024-05-03"}, True),
    ("clashes reported four days apart", {"day": "2024-05-02"}, {"day": "2024-05-06"}, False),
    ("a capture reported two days later", TAKEN | {"day": "2024-05-01", "by": "relative"}, TAKEN, True),
    ("a capture nine months later", TAKEN, TAKEN | {"day": "2025-02-03"}, False),
    ("an undated capture taken for granted", TAKEN, TAKEN | {"day": None, "basis": "presupposed"}, True),
    ("a clash and an advance", {}, {"kind": "advance"}, False),
    ("an advance by two sides", {"kind": "advance", "agents": ("a",)}, {"kind": "advance", "agents": ("b",)}, False),
    ("an advance by one side and by nobody named", {"kind": "advance", "agents": ("a",)}, {"kind": "advance"}, True),
    ("an advance by one side and by gunmen", {"kind": "advance", "agents": ("the Front",)},
     {"kind": "advance", "agents": ("gunmen",), "agent": GUNMEN}, True),
    ("fighting and a downed aircraft", {}, {"frame": "shoot_down"}, False),
    ("clashes without a place", {"place": None}, {"place": None}, False),
    ("the same number, one of them at least",
     DEAD | {"figures": [figure(58, 58)]}, DEAD | {"figures": [figure(58, None, bound="at_least")]}, True),
    ("two numbers", DEAD | {"figures": [figure(58, 58)]}, DEAD | {"figures": [figure(80, 80)]}, False),
    ("dead and injured", DEAD | {"figures": [figure(58, 58)]}, DEAD | {"figures": [figure(58, 58, "injured")]}, False),
    ("100,000 dead and 100,000 residents",
     DEAD | {"figures": [figure(100000, 100000)]},
     {"kind": "strength", "figures": [figure(100000, 100000, "residents")]}, False),
    ("a whole and a part of it", DEAD | {"figures": [figure(12, 12)]},
     DEAD | {"figures": [figure(12, 12, of_whom="children", is_part=True)]}, False),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right", "is_one"), [row[1:] for row in PAIRS], ids=[row[0] for row in PAIRS])
def test_claims_that_answer_one_question_alike_are_one_group(left, right, is_one):
    case = Case()
    case.document("a")
    case.document("b")
    first = case.claim("a", "it is said of the town this way", **({"kind": "clash"} | left), voice="the Monitor")
    second = case.claim("b", "others put the matter otherwise", **({"kind": "clash"} | right), voice="the army")
    groups = case.link().groups
    assert any({first, second} <= set(group.members) for group in groups) is is_one


def test_a_claim_with_a_figure_answers_two_questions():
    case = Case()
    claim = case.claim("a", "air strikes that killed 12", "air_strike", "the Monitor", figures=[figure(12, 12)])
    assert sorted(group.question for group in case.link().groups if claim in group.members) == [
        "How many people were killed in Rahna on 3 May 2024?",
        "Was there an air strike in Rahna on 3 May 2024?",
    ]


def test_the_region_joins_no_town_when_two_are_struck_that_day():
    case = Case()
    case.claim("a", "jets struck the one", "air_strike", place="Selba")
    case.claim("a", "jets struck the other", "air_strike", place="Rahna")
    region = case.claim("a", "jets struck the region", "air_strike", place="Tarim")
    assert group_of(case.link(), region).members == (region,)


def test_claims_of_words_join_only_when_worded_alike():
    case = Case()
    first = case.claim("a", "called for a session of the council", "diplomacy", "the army", place=None)
    second = case.claim("b", "calls for an urgent session of the council", "diplomacy", "activists", place=None)
    third = case.claim("b", "greeted the visiting minister", "diplomacy", "activists", place=None)
    linked = case.link()
    assert group_of(linked, first).members == (first, second)
    assert group_of(linked, third).members == (third,)


def test_who_did_it_is_a_question_beside_whether_it_happened():
    case = Case()
    more = {"kind": "violence_against_civilians", "frame": "chemical_attack"}
    plain = case.claim("a", "a gas attack on the town", **more)
    blamed = case.claim("b", "the guard gassed the town", **more, agents=("the Guard",), voice="activists")
    questions = {group.question: group.members for group in case.link().groups}
    assert questions == {
        "Was there a chemical attack in Rahna on 3 May 2024?": (plain, blamed),
        "Did the Guard use chemical weapons in Rahna on 3 May 2024?": (blamed,),
    }


def test_fire_at_people_is_the_only_sort_of_attack_told_of_that_place_and_day():
    case = Case()
    strike = case.claim("a", "planes hit the market", "air_strike")
    fired = case.claim("b", "the planes targeted traders", "violence_against_civilians", frame="fire_at_people")
    assert group_of(case.link(), strike).members == (strike, fired)


def test_fire_at_people_is_neither_of_two_sorts_of_attack_told_of_that_place_and_day():
    case = Case()
    case.claim("a", "planes hit the market", "air_strike")
    case.claim("c", "shells fell on the bridge", "shelling")
    fired = case.claim("b", "men fired at traders", "violence_against_civilians", frame="fire_at_people")
    assert group_of(case.link(), fired).members == (fired,)


def test_answers_of_one_question_share_its_matter():
    case = Case()
    yes = case.claim("a", "the army took it", **TAKEN)
    most = case.claim("b", "most is held by the army", **HELD, control=control("most"))
    linked = case.link()
    assert group_of(linked, yes).matter == group_of(linked, most).matter
    assert group_of(linked, yes).id != group_of(linked, most).id


def test_what_is_told_in_like_words_of_neighbouring_days_is_one_though_something_else_happened_then():
    case = Case()
    case.document("a", "2024-05-01")
    case.document("b", "2024-05-02")
    aid = {"kind": "aid", "frame": "hand_out"}
    first = case.claim("a", "bread was already being handed out", voice="the army", **aid)
    case.claim("a", "engineers would come to mend the pumps", voice="the army", day="2024-05-02", by="relative", **aid)
    again = case.claim("b", "bread was being handed out to families", voice="the army", **aid)
    assert group_of(case.link(), first).members == (first, again)


def test_what_is_told_in_like_words_of_two_days_that_are_named_is_two_things():
    case = Case()
    aid = {"kind": "aid", "frame": "hand_out", "by": "stated"}
    first = case.claim("a", "bread was handed out in the square", voice="the army", day="2024-05-01", **aid)
    again = case.claim("b", "bread was being handed out to families", voice="the army", day="2024-05-02", **aid)
    assert again not in group_of(case.link(), first).members


def test_a_noun_without_a_verb_points_to_the_only_such_thing_of_the_week_before():
    case = Case()
    told = case.claim("a", "a drone hit the cattle market", "air_strike", day="2024-05-01", by="stated")
    bare = case.claim("b", "strike on the market", "air_strike", frame="air_strike", day="2024-05-04")
    news = case.claim("c", "planes struck it", "air_strike", frame="strike_from_air", day="2024-05-04")
    linked = case.link()
    assert group_of(linked, told).members == (told, bare)
    assert group_of(linked, news).members == (news,)


def test_a_noun_without_a_verb_points_to_neither_of_two_such_things():
    case = Case()
    case.claim("a", "a drone hit the cattle market", "air_strike", day="2024-04-30", by="stated")
    case.claim("a", "jets hit the cattle market", "air_strike", day="2024-05-02", by="stated")
    bare = case.claim("b", "strike on the market", "air_strike", frame="air_strike", day="2024-05-05")
    assert group_of(case.link(), bare).members == (bare,)


def test_who_holds_a_place_in_a_report_of_unknown_day_is_found_among_however_many_days_before():
    case = Case()
    for year in range(1960, 2020):
        case.claim(
            "a",
            f"rebels held it in {year}",
            holder="opposition",
            kind="control_state",
            day=f"{year}-05-01",
            by="stated",
        )
    since = case.claim("a", "the army has held it for months", **HELD, day="2024-01-01/2024-05-03", by="relative")
    case.document("b", None)
    undated = case.claim("b", "soldiers hold the town", voice="residents", **HELD, day="2024-04-20/2024-06-15")
    assert set(group_of(case.link(), since).members) == {since, undated}


MILITIA = ActorMention(span=Span(0, 7), token=0, head="militia")
SOMEBODY = {"kind": "control_change", "holder": "militia", "agents": ("militia",), "agent": MILITIA}


def test_a_militia_that_took_the_place_is_the_only_group_named_that_is_no_government():
    case = Case()
    taken = {"kind": "control_change", "holder": "Border Corps", "agents": ("Border Corps",)}
    named = case.claim("a", "the Corps overran the base", voice="activists", **taken)
    called = case.claim("b", "the militia stormed and took it", voice="residents", **SOMEBODY)
    fallen = case.claim("c", "the base has fallen", "control_change", voice="the Monitor")
    assert set(group_of(case.link(), named).members) == {named, called, fallen}


def test_a_militia_is_neither_of_two_groups_nor_the_army():
    case = Case()
    for name in ("Border Corps", "River Front"):
        case.claim("a", f"the {name} took it", "control_change", holder=name, agents=(name,), voice="activists")
    called = case.claim("b", "the militia stormed and took it", voice="residents", **SOMEBODY)
    assert group_of(case.link(), called).members == (called,)
    other = Case()
    other.claim("a", "the army took it", voice="activists", **TAKEN)
    called = other.claim("b", "the militia stormed and took it", voice="residents", **SOMEBODY)
    assert group_of(other.link(), called).members == (called,)


def test_a_running_count_given_again_is_the_same_count():
    case = Case()
    dead = figure(100000, None, bound="at_least", scope="cumulative")
    first = case.claim("a", "dead one", "toll", "United Nations", day="2024-05", by="stated", figures=[dead])
    again = case.claim("b", "dead two", "toll", "United Nations", day="2024-06-20", figures=[dead])
    counts = [group for group in case.link().groups if group.question.startswith("How many")]
    assert [group.members for group in counts] == [(first, again)]


def test_forecasts_and_background_answer_no_question():
    case = Case()
    case.claim("a", "the town will fall", "forecast")
    case.claim("a", "the town lies on a road", "background")
    assert case.link().groups == ()


def test_what_an_undated_document_tells_of_its_day_is_one_question():
    case = Case()
    case.document("a", published=None)
    case.document("b", published=None)
    first = case.claim("a", "they clashed", day="2024-04-01/2024-06-01", by="document")
    second = case.claim("a", "fighting on Tuesday", day="2024-04-02/2024-05-28", by="relative")
    other = case.claim("b", "there was fighting", day="2024-04-01/2024-06-01", by="document")
    linked = case.link()
    assert group_of(linked, first).members == (first, second)
    assert group_of(linked, other).members == (other,)


def test_the_same_bounds_of_two_undated_documents_are_two_questions():
    case = Case()
    for name in ("a", "b"):
        case.document(name, published=None)
        case.claim(name, f"fighting as {name} has it", day="2024-04-01/2024-06-01", by="document")
    groups = case.link().groups
    assert [len(group.members) for group in groups] == [1, 1]
    assert groups[0].question == "Was there fighting in Rahna on a day between 1 April 2024 and 1 June 2024?"


ADRIFT = {"day": "2024-04-01/2024-06-01", "by": "document"}
DATED = {"day": "2024-05-01", "by": "stated"}
BOUNDED = [
    ("a capture within the bounds", [TAKEN | DATED], TAKEN, True),
    ("the only one of two answers that is the same", [TAKEN | DATED, TAKEN | DATED | {"stance": "denies"}], TAKEN, True),
    ("two captures within the bounds", [TAKEN | DATED, TAKEN | DATED | {"day": "2024-05-20"}], TAKEN, False),
    ("a capture outside the bounds", [TAKEN | DATED | {"day": "2023-05-01"}], TAKEN, False),
    ("a capture by the other side", [TAKEN | DATED | {"holder": "opposition"}], TAKEN, False),
    ("a strike taken for granted", [{"kind": "air_strike"} | DATED], {"kind": "air_strike", "basis": "presupposed"}, True),
    ("a strike that may be another", [{"kind": "air_strike"} | DATED], {"kind": "air_strike"}, False),
]  # fmt: skip


@pytest.mark.parametrize(("dated", "told", "joins"), [row[1:] for row in BOUNDED], ids=[row[0] for row in BOUNDED])
def test_what_an_undated_document_takes_for_known_is_the_only_thing_told_within_its_bounds(dated, told, joins):
    case = Case()
    case.document("a")
    case.document("b", published=None)
    first, *_ = [case.claim("a", f"words {number}", **row) for number, row in enumerate(dated)]
    second = case.claim("b", "other words", **(told | ADRIFT))
    assert (second in group_of(case.link(), first).members) is joins


def test_the_day_of_a_question_is_of_what_is_told_and_not_of_what_takes_it_for_granted():
    case = Case()
    for name in ("a", "b"):
        case.document(name)
    told = case.claim("a", "guns are firing at the town", "shelling", "the Monitor", day="2024-05-01")
    taken = case.claim(
        "b", "the shelled town", "shelling", "the army", day="2024-05-03", by="event", basis="presupposed"
    )
    group = next(group for group in case.link().groups if {told, taken} <= set(group.members))
    assert group.question == "Was there shelling in Rahna on 1 May 2024?"


@pytest.mark.parametrize(
    ("words", "is_one"),
    [
        ("jets have battered parts of Tarim", False),
        ("jets have hit several areas in Tarim", False),
        ("jets have hit the besieged parts of Tarim", True),
        ("jets have hit rebel-held areas of Tarim", True),
        ("jets have hit Tarim", True),
    ],
)
def test_what_is_told_of_several_parts_of_a_region_is_of_no_one_town_in_it(words, is_one):
    case = Case()
    town = case.claim("b", "jets struck the town", "air_strike")
    region = case.claim("a", words, "air_strike", place="Tarim", named="Tarim")
    assert (town in group_of(case.link(), region).members) == is_one
