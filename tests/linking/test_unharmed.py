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
    (
        "those of many days",
        "none were injured",
        HURT | {"figures": [figure(450, None, "injured", bound="at_least", scope="cumulative")]},
        False,
    ),
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


STRUCK = {"kind": "air_strike", "frame": "strike_from_air"}
COUNTED = {"kind": "air_strike", "frame": "kill", "figures": [figure(8, 8)]}

# What is denied, in which words, who else is said to have struck, a count, and whether they stand against each other.
DENIALS = [
    ("civilians were not hit", STRUCK, "the army denied hitting civilians", None, COUNTED, True),
    ("who bore arms may have been", STRUCK, "the army denied hitting civilians", None, HURT, True),
    (
        "there was none there",
        {"kind": "strength", "frame": "existence_of_people"},
        "no civilian was there",
        None,
        DEAD,
        True,
    ),
    ("no strike at all", STRUCK | {"agents": ("the army",)}, "none of our planes flew", "the army", COUNTED, True),
    ("no strike on anything further", STRUCK, "we hit no other floor", "the army", COUNTED, False),
    ("no strike of its own", STRUCK | {"agents": ("the army",)}, "none of our planes flew", "rebels", COUNTED, False),
    (
        "the dead of another attack",
        STRUCK | {"agents": ("the army",)},
        "none of our planes flew",
        "the army",
        DEAD,
        False,
    ),
]


@pytest.mark.parametrize(
    ("denied", "words", "other", "count", "is_conflict"), [row[1:] for row in DENIALS], ids=[row[0] for row in DENIALS]
)
def test_that_civilians_were_not_hit_stands_against_a_count_of_them(denied, words, other, count, is_conflict):
    case = Case()
    denial = case.claim("a", words, voice="the army", stance="denies", **denied)
    if other is not None:
        case.claim("c", "planes struck the port", voice="a monitor", **STRUCK | {"agents": (other,)})
    told = case.claim("b", "eight of them", voice="residents", **count)
    apart = {frozenset(claim for side in conflict.sides for claim in side.claims) for conflict in case.link().conflicts}
    assert any({denial, told} <= claims for claims in apart) == is_conflict


def test_numbers_beside_what_happened_are_named_together():
    case = Case()
    case.claim("a", "none of our planes flew", voice="the army", stance="denies", **STRUCK | {"agents": ("the army",)})
    case.claim("c", "planes struck the port", voice="a monitor", **STRUCK | {"agents": ("the army",)})
    for number in (8, 9):
        count = COUNTED | {"figures": [figure(number, number)]}
        case.claim("b", f"{number} of them", voice=f"doctor {number}", **count)
    answers = {side.answer for conflict in case.link().conflicts for side in conflict.sides}
    assert any(answer.endswith("; numbers are given") for answer in answers)
    assert not any(answer.endswith("; 9") for answer in answers)


def test_who_says_that_none_were_hurt_denies_no_killing():
    case = Case()
    case.claim("a", "none were injured", voice="the army", **DENIED)
    case.claim("b", "eight of them", voice="residents", **HURT)
    (conflict,) = case.link().conflicts
    assert "no, it is denied: that anybody was killed or hurt" in {side.answer for side in conflict.sides}
