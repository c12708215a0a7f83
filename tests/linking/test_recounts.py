"""Which numbers count one thing, though they are given on other days, for other places or in other words?"""

import pytest
from hand_made import Case, figure, group_of

DEAD = {"kind": "toll", "frame": "die", "by": "stated", "day": "2024-05-02", "voice": "the Monitor"}
TOLD = {"kind": "toll", "frame": "toll_reaches", "voice": "activists"}


def count(low, whom="people", **more):
    return {"figures": [figure(low, low, of_whom=whom, **more)]}


# A number, a later one, and whether they stand in one group (one), under one question (asked), or apart.
PAIRS = [
    ("a toll that has risen since", DEAD | count(17), TOLD | count(29), "asked"),
    ("a toll given again a week later", DEAD | count(17), TOLD | count(17) | {"published": "2024-05-10"}, "one"),
    ("a toll of the district, where the text last named its city", DEAD | count(17) | {"place": "Old Market"},
     TOLD | count(29) | {"place_rule": "claims.current_place"}, "asked"),
    ("a toll of the district, and one of its city by name", DEAD | count(17) | {"place": "Old Market"},
     TOLD | count(29), "apart"),
    ("a toll of a whole region", DEAD | count(17), TOLD | count(29) | {"place": "Tarim"}, "apart"),
    ("a toll in a report of unknown day", DEAD | count(17),
     TOLD | count(29) | {"published": None, "day": "2024-05-01/2024-06-20", "by": "document"}, "apart"),
    ("a toll of another town", DEAD | count(17), TOLD | count(29) | {"place": "Zuhar"}, "apart"),
    ("a toll months later", DEAD | count(17), TOLD | count(29) | {"published": "2024-07-10"}, "apart"),
    ("what happened on another day", DEAD | count(17), DEAD | count(29) | {"day": "2024-05-05"}, "apart"),
    ("a count as of a day that is named", DEAD | count(17),
     TOLD | count(29, scope="cumulative") | {"by": "stated", "day": "2024-05-08"}, "apart"),
    ("a count of a part", DEAD | count(17), TOLD | count(9, "children", is_part=True), "apart"),
    ("a number of soldiers, and of rebels", DEAD | count(31, "soldiers"), DEAD | count(31, "rebels"), "apart"),
    ("a number of officers, and of soldiers", DEAD | count(12, "officers"), DEAD | count(12, "soldiers"), "apart"),
    ("a number of soldiers, and of troops", DEAD | count(12, "soldiers"), DEAD | count(12, "troops"), "one"),
    ("so many of a list of the dead, and of those alone", DEAD | count(12, "soldiers", is_part=True),
     DEAD | count(12, "soldiers"), "one"),
    ("a toll where the text last was", DEAD | count(17) | {"place": "Zuhar"},
     TOLD | count(29) | {"place": "Selba", "place_rule": "claims.current_place"}, "apart"),
    ("a number of soldiers, and of people", DEAD | count(12, "soldiers"), DEAD | count(12), "one"),
    ("a number of arrests at a place and in what holds it",
     {"kind": "toll", "place": "Old Market"} | {"figures": [figure(27, 27, "detained", of_whom="protesters")]},
     {"kind": "toll"} | {"figures": [figure(27, 27, "detained")]}, "one"),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right", "found"), [row[1:] for row in PAIRS], ids=[row[0] for row in PAIRS])
def test_a_number_counts_what_can_be_meant(left, right, found):
    case = Case()
    case.document("a", published="2024-05-03")
    case.document("b", published=right.get("published", "2024-05-06"), outlet="Weekly")
    first = case.claim("a", "one gives a number", **{"voice": "the Monitor"} | left)
    second = case.claim(
        "b", "another counts", **{"voice": "activists"} | {k: v for k, v in right.items() if k != "published"}
    )
    groups = [group_of(case.link(), claim) for claim in (first, second)]
    is_one, is_asked = groups[0].id == groups[1].id, groups[0].matter == groups[1].matter
    assert ("one" if is_one else "asked" if is_asked else "apart") == found


def test_one_document_that_gives_the_number_twice_means_two():
    case = Case()
    case.claim("a", "thirty officers fell", **DEAD | count(30, "officers"))
    case.claim("a", "thirty children fell", **DEAD | count(30, "children"))
    assert len({group.id for group in case.link().groups}) == 2


def test_counts_of_one_event_that_leave_no_common_number_stand_against_each_other():
    case = Case()
    early = case.claim("a", "seventeen dead", **DEAD | count(17))
    case.document("b", published="2024-05-06")
    late = case.claim("b", "the toll reached 29", **TOLD | count(29))
    (conflict,) = case.link().conflicts
    assert (conflict.kinds, [side.claims for side in conflict.sides]) == (("value",), [(early,), (late,)])


def test_a_count_that_answers_for_an_earlier_event_says_why():
    case = Case()
    case.claim("a", "seventeen dead", **DEAD | count(17))
    case.document("b", published="2024-05-06")
    late = case.claim("b", "the toll reached 29", **TOLD | count(29))
    assert [why.rule for claim, why in group_of(case.link(), late).moves if claim == late] == ["linking.moved.event"]


@pytest.mark.parametrize(("names_it", "found"), [(True, True), (False, False)], ids=["of its document", "of none"])
def test_a_toll_that_names_no_place_counts_the_event_of_its_region_that_its_document_tells_of(names_it, found):
    case = Case()
    event = case.claim("a", "seventeen dead in the town", **DEAD | count(17) | {"place": "Selba"})
    case.document("b", published="2024-05-06")
    if names_it:
        case.claim("b", "jets over that town", "air_strike", place="Selba")
    late = case.claim("b", "the toll reached 29", place_rule="claims.current_place", **TOLD | count(29))
    linked = case.link()
    assert (group_of(linked, event).matter == group_of(linked, late).matter) == found


def test_a_number_of_some_people_that_is_that_of_all_stands_against_another_number_of_all():
    case = Case()
    held = {"kind": "violence_against_civilians", "frame": "arrest", "by": "stated", "day": "2024-05-02"}
    taken = [figure(27, 27, "detained", of_whom="protesters")]
    case.claim("a", "27 protesters were taken in", voice="activists", figures=taken, **held)
    more = case.claim("b", "there were 27", voice="residents", figures=[figure(27, 27, "detained")], **held)
    fewer = case.claim("c", "the guard counts 12", voice="the army", figures=[figure(12, 12, "detained")], **held)
    sides = [side.claims for conflict in case.link().conflicts for side in conflict.sides]
    assert any(more in side for side in sides)
    assert (fewer,) in sides
