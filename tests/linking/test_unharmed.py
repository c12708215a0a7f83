"""Who counts dead or hurt where others say that nobody was?"""

import pytest
from hand_made import Case, figure

DENIED = {"kind": "violence_against_civilians", "frame": "kill", "stance": "denies"}
HURT = {"kind": "toll", "frame": "die", "figures": [figure(8, 8, "injured", of_whom="porters")]}
DEAD = {"kind": "toll", "frame": "die", "figures": [figure(8, 8)]}

# The words of a denial, a count, and whether they stand against each other.
PAIRS = [
    ("nobody was hurt, and eight were", "none were injured", HURT, True),
    ("nobody was hurt, and eight are dead", "none were injured", DEAD, False),
    ("no casualties, and eight are dead", "it caused no casualties", DEAD, True),
    ("none of those counted", "no porters were hurt", HURT, True),
    ("none of others", "no sailors were hurt", HURT, False),
    ("nobody, on another day", "none were injured", HURT | {"day": "2024-04-20", "by": "stated"}, False),
    ("nobody, in another town", "none were injured", HURT | {"place": "Zuhar"}, False),
]


@pytest.mark.parametrize(("words", "count", "is_conflict"), [row[1:] for row in PAIRS], ids=[row[0] for row in PAIRS])
def test_that_nobody_was_harmed_stands_against_a_count_of_them(words, count, is_conflict):
    case = Case()
    denial = case.claim("a", words, voice="the army", **DENIED)
    told = case.claim("b", "eight of them", voice="residents", **count)
    sides = [sorted(side.claims for side in conflict.sides) for conflict in case.link().conflicts]
    assert sides == ([sorted([(denial,), (told,)])] if is_conflict else [])


def test_one_voice_that_says_both_stands_against_nobody():
    case = Case()
    case.claim("a", "none were injured", voice="the army", **DENIED)
    case.claim("b", "eight of them", voice="the army", **HURT)
    assert case.link().conflicts == ()
