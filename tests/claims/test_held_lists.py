"""How much of each place of a list is held?"""

import pytest

from sayso.claims import find_claims


def told(read, text):
    return [
        ([place.name for place in claim.toponyms], str(claim.control.extent), claim.control.share)
        for claim in find_claims(read(text))
        if claim.control
    ]


# Text, and each claim's places, extent and share.
CASES = (
    (
        "The army holds Tarnova and parts of Selmar.",
        [(["Tarnova"], "unsaid", None), (["Selmar"], "part", None)],
    ),
    (
        "The army retained Tarnova, Belgor and most of Selmar.",
        [(["Tarnova", "Belgor"], "unsaid", None), (["Selmar"], "most", None)],
    ),
    (
        "On Friday rebels captured Tarnova and half of Selmar.",
        [(["Tarnova"], "unsaid", None), (["Selmar"], "share", 50)],
    ),
    (
        "Rebels hold all of Tarnova but only the north of Selmar.",
        [(["Tarnova"], "whole", None), (["Selmar"], "part", None)],
    ),
    (
        "Tarnova and parts of Selmar fell to the rebels.",
        [(["Tarnova"], "unsaid", None), (["Selmar"], "part", None)],
    ),
    (
        "Rebels captured most of Tarnova, including Selmar and Quira, on Friday.",
        [(["Tarnova"], "most", None), (["Selmar", "Quira"], "unsaid", None)],
    ),
    ("The army holds most of Tarnova.", [(["Tarnova"], "most", None)]),
    ("The army holds Tarnova and Selmar.", [(["Tarnova", "Selmar"], "unsaid", None)]),
    ("The army holds parts of Tarnova and parts of Selmar.", [(["Tarnova", "Selmar"], "part", None)]),
    ("The army lost Tarnova and most of the streets around it.", [(["Tarnova"], "unsaid", None)]),
    ("The army took all of Tarnova and 12 villages.", [(["Tarnova"], "whole", None)]),
    ("The army captured Tarnova and most of the rebels.", [(["Tarnova"], "unsaid", None)]),
)


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_of_each_place_of_a_list_it_is_told_how_much_is_held(read, text, expected):
    assert told(read, text) == expected


def test_what_a_part_of_a_list_says_is_in_its_own_words(read):
    document = read("The army holds Tarnova and parts of Selmar.")
    spans = [claim.span.read(document.document.text) for claim in find_claims(document)]
    assert spans == ["The army holds Tarnova", "parts of Selmar"]
    assert {claim.agent.head for claim in find_claims(document)} == {"army"}


def test_villages_named_together_stand_in_the_list_that_they_close(read):
    assert told(read, "Rebels hold Tarnova, Belgor and the villages of Selmar and Quira.") == [
        (["Tarnova", "Belgor", "Selmar", "Quira"], "unsaid", None)
    ]
