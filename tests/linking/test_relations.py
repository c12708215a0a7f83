"""How does one claim stand to another?"""

import pytest
from hand_made import Case, figure

TOLL = {"kind": "toll", "by": "stated", "day": "2024-05-01"}
LATER = {"published": "2024-05-09"}

# What a voice says first, what it says in a later document, and the relation of the later to the earlier.
CHANGES = [
    ("another number of the same day", "the Monitor", TOLL | {"figures": [figure(5, 5)]},
     TOLL | {"figures": [figure(7, 7)]}, "corrects"),
    ("a class never corrects itself", "activists", TOLL | {"figures": [figure(5, 5)]},
     TOLL | {"figures": [figure(7, 7)]}, None),
    ("a day that only the document gives", "the Monitor", {"kind": "toll", "figures": [figure(5, 5)]},
     {"kind": "toll", "day": "2024-05-03", "figures": [figure(7, 7)]}, None),
    ("what was said is denied", "the Monitor", {"kind": "air_strike", "by": "stated"},
     {"kind": "air_strike", "by": "stated", "stance": "denies", "day": "2024-05-03"}, "retracts"),
    ("the same again", "the Monitor", TOLL | {"figures": [figure(5, 5)]}, TOLL | {"figures": [figure(5, 5)]}, None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("voice", "early", "late", "kind"), [row[1:] for row in CHANGES], ids=[row[0] for row in CHANGES]
)
def test_only_a_named_voice_corrects_itself(voice, early, late, kind):
    case = Case()
    case.document("a")
    case.document("b", **LATER)
    before = case.claim("a", "this is what was said", voice=voice, **early)
    after = case.claim("b", "now it sounds another way", voice=voice, **late)
    found = {(link.kind.value, link.left, link.right) for link in case.link().links}
    wanted = {(kind, after, before)} if kind else set()
    assert {row for row in found if row[0] in {"corrects", "retracts"}} == wanted


def test_a_running_count_of_a_later_day_updates_the_earlier():
    case = Case()
    dead = {"kind": "toll", "voice": "the Monitor", "by": "stated"}
    early = case.claim("a", "a hundred", day="2024-05-01", figures=[figure(100, 100, scope="cumulative")], **dead)
    late = case.claim(
        "b", "a hundred and ten", day="2024-05-09", figures=[figure(110, 110, scope="cumulative")], **dead
    )
    assert ("updates", late, early) in {(link.kind.value, link.left, link.right) for link in case.link().links}


def test_a_number_that_is_not_vouched_for_updates_nothing():
    case = Case()
    dead = {"kind": "toll", "by": "stated"}
    case.claim(
        "a", "a hundred", voice="the Monitor", day="2024-05-01", figures=[figure(100, 100, scope="cumulative")], **dead
    )
    case.claim(
        "b", "not sure of sixty", voice="a relief group", day="2024-05-09", stance="hedges",
        figures=[figure(60, 60, scope="cumulative")], **dead,
    )  # fmt: skip
    assert "updates" not in {link.kind.value for link in case.link().links}


def test_the_finer_place_refines_the_region():
    case = Case()
    town = case.claim("a", "jets struck the town", "air_strike", place="Selba")
    region = case.claim("b", "jets struck somewhere in the region", "air_strike", place="Tarim")
    assert ("refines", town, region) in {(link.kind.value, link.left, link.right) for link in case.link().links}


def test_a_part_in_a_sentence_of_its_own_is_part_of_the_largest_whole_of_its_document():
    case = Case()
    whole = case.claim("a", "58 dead", "toll", "the Monitor", figures=[figure(58, 58)])
    part = case.claim(
        "a", "11 children", "toll", "the Monitor", figures=[figure(11, 11, of_whom="children", is_part=True)]
    )
    case.claim("b", "12 women", "toll", "the Monitor", figures=[figure(12, 12, of_whom="women", is_part=True)])
    found = [(link.left, link.right) for link in case.link().links if link.kind.value == "part_of"]
    assert found == [(part, whole)]
