"""Where did it happen, that a claim tells at a place which its words do not name?"""

import pytest
from hand_made import Case, figure, group_of

SHELLED = {"kind": "shelling", "by": "stated"}
UNSAID = {"place": "Zuhar", "place_rule": "claims.current_place"}
BESIDE = {"place": "Zuhar", "place_rule": "resolution.user_place_beside"}


def _tell(here, there, *, here_words="a shell fell on the generator of the clinic", there_words="the generator burned"):
    case = Case()
    first = case.claim("a", here_words, voice="activists", **here)
    second = case.claim("b", there_words, voice="residents", **there)
    return case, first, second


@pytest.mark.parametrize("stray", [UNSAID, BESIDE], ids=["where the text last was", "named beside the words"])
def test_what_names_no_place_is_set_where_others_tell_of_it_in_a_word_it_shares(stray):
    case, first, second = _tell(SHELLED, SHELLED | stray)
    assert set(group_of(case.link(), first).members) == {first, second}


def test_it_says_why_it_was_moved():
    case, _, second = _tell(SHELLED, SHELLED | UNSAID)
    moves = [(claim, why.rule) for group in case.link().groups for claim, why in group.moves]
    assert moves == [(second, "linking.moved.words")]


@pytest.mark.parametrize(
    ("stray", "words"),
    [
        (SHELLED | UNSAID, "the barn burned"),
        (SHELLED | {"place": "Zuhar"}, "the generator burned"),
        (SHELLED | UNSAID | {"day": "2024-05-02"}, "the generator burned"),
        ({"kind": "shelling"} | UNSAID, "the generator burned"),
        ({"kind": "destruction", "by": "stated"} | UNSAID, "the generator burned"),
        ({"kind": "siege", "by": "stated"} | UNSAID, "the generator stands still"),
    ],
    ids=["no word", "another place by name", "another day", "only the day of its report", "another sort", "a state"],
)
def test_it_stays_where_it_is_without_a_word_a_day_and_a_sort_in_common(stray, words):
    case, first, second = _tell(SHELLED, stray, there_words=words)
    assert second not in group_of(case.link(), first).members


def test_what_is_taken_for_granted_needs_no_word_in_common():
    case, first, second = _tell(
        SHELLED, SHELLED | UNSAID | {"basis": "presupposed"}, there_words="Friday's bombardment"
    )
    assert set(group_of(case.link(), first).members) == {first, second}


def test_the_word_for_the_sort_of_thing_is_no_word_in_common():
    case, first, second = _tell(
        SHELLED, SHELLED | UNSAID, here_words="shelling of a clinic", there_words="there was shelling at dawn"
    )
    assert second not in group_of(case.link(), first).members


def test_the_name_of_a_party_is_no_word_in_common():
    by = {"agents": ("the Guard",)}
    case, first, second = _tell(
        SHELLED | by, SHELLED | by | UNSAID, here_words="the Guard hit a clinic", there_words="the Guard fired mortars"
    )
    assert second not in group_of(case.link(), first).members


def test_of_two_places_none_is_meant():
    case, first, second = _tell(SHELLED, SHELLED | UNSAID)
    other = case.claim("c", "the generator of a mill was hit", voice="the Monitor", **(SHELLED | {"place": "Selba"}))
    linked = case.link()
    assert group_of(linked, second).members == (second,)
    assert group_of(linked, first).id != group_of(linked, other).id


def test_where_others_tell_by_name_that_it_was_there_it_is_there():
    case, _, second = _tell(SHELLED, SHELLED | UNSAID)
    there = case.claim("c", "shells fell on a garage", voice="the Monitor", **(SHELLED | {"place": "Zuhar"}))
    assert set(group_of(case.link(), there).members) == {second, there}


def test_numbers_alone_are_left_where_they_are():
    dead = {"kind": "toll", "frame": "die", "by": "stated", "figures": [figure(4, 4)]}
    case, first, second = _tell(dead, dead | UNSAID, here_words="four at the clinic", there_words="four of the clinic")
    counts = [group.members for group in case.link().groups if group.question.startswith("How many")]
    assert sorted(counts) == sorted([(first,), (second,)])


def test_a_denial_goes_with_what_it_denies():
    case, first, second = _tell(SHELLED, SHELLED | UNSAID)
    denied = case.claim("b", "no such thing, says the mayor", voice="the army", stance="denies", **(SHELLED | UNSAID))
    linked = case.link()
    assert set(group_of(linked, first).members) == {first, second}
    assert [{claim for side in one.sides for claim in side.claims} for one in linked.conflicts] == [
        {first, second, denied}
    ]


def test_what_a_text_tells_of_one_sort_and_day_goes_together():
    case, first, second = _tell(SHELLED, SHELLED | UNSAID, there_words="the barn burned")
    words = "no shell hit a generator, says the mayor"
    denied = case.claim("b", words, voice="the army", stance="denies", **(SHELLED | UNSAID))
    linked = case.link()
    assert set(group_of(linked, first).members) == {first, second}
    assert [{claim for side in one.sides for claim in side.claims} for one in linked.conflicts] == [
        {first, second, denied}
    ]


def test_the_dead_of_a_strike_go_with_it():
    case, _, second = _tell(
        SHELLED, SHELLED | UNSAID | {"figures": [figure(4, 4)]}, there_words="the generator blew up"
    )
    groups = [group.place for group in case.link().groups if second in group.members]
    assert groups == ["Rahna", "Rahna"]
