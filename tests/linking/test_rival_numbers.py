"""Which numbers stand against each other?"""

import pytest
from hand_made import Case, figure

from sayso.model.mentions import ActorMention
from sayso.model.spans import Span

DEAD = {"kind": "toll", "frame": "die"}


def _side(camp):
    return ActorMention(span=Span(0, 1), token=0, head="men", camp=camp)


def test_a_number_given_again_stands_against_its_rivals_of_both_days():
    case = Case()
    said = [
        ("a", "2024-05-03", 31, "activists"),
        ("b", "2024-05-20", 31, "residents"),
        ("c", "2024-05-20", 70, "the Monitor"),
    ]
    claims = []
    for name, day, number, voice in said:
        case.document(name, published=day)
        count = figure(number, number, scope="cumulative")
        claims.append(case.claim(name, f"{number} fell so far, said {voice}", voice=voice, **DEAD, figures=[count]))
    (conflict,) = case.link().conflicts
    assert {frozenset(side.claims) for side in conflict.sides} == {frozenset(claims[:2]), frozenset(claims[2:])}


def test_the_dead_of_one_side_are_no_answer_to_the_dead_of_the_other():
    case = Case()
    case.claim(
        "a",
        "six of the guard fell",
        **DEAD,
        targets=("Tarim army",),
        target=_side("government"),
        figures=[figure(6, 6)],
    )
    case.claim(
        "b", "nine of the band fell", **DEAD, targets=("Band",), target=_side("opposition"), figures=[figure(9, 9)]
    )
    assert not case.link().conflicts


def test_the_losses_of_an_army_are_soldiers():
    case = Case()
    own = {"targets": ("Tarim army",), "target": _side("government")}
    first = case.claim("a", "the losses were 31", voice="the army", **DEAD, **own, figures=[figure(31, 31)])
    other = case.claim("b", "31 soldiers fell", voice="activists", **DEAD, figures=[figure(31, 31, of_whom="soldiers")])
    (group,) = case.link().groups
    assert set(group.members) == {first, other}


def test_who_is_left_in_a_part_of_a_town_is_no_rival_of_those_who_live_in_it():
    case = Case()
    lives = {"what": "residents", "scope": "state"}
    case.claim("a", "40,000 live there", figures=[figure(40000, 40000, **lives)], kind="strength", voice="the mayor")
    case.claim("b", "800 are left", figures=[figure(800, 800, **lives)], kind="strength", voice="activists")
    assert len(case.link().conflicts) == 1
    part = Case()
    part.claim("a", "40,000 live there", figures=[figure(40000, 40000, **lives)], kind="strength", voice="the mayor")
    part.claim(
        "b", "800 are left", figures=[figure(800, 800, in_part=True, **lives)], kind="strength", voice="activists"
    )
    assert not part.link().conflicts


def test_a_side_says_that_some_give_its_number_as_a_limit():
    case = Case()
    case.claim("a", "at least 58 dead", figures=[figure(58, None, bound="at_least")], kind="toll", voice="activists")
    case.claim("b", "58 dead", figures=[figure(58, 58)], kind="toll", voice="the Monitor")
    case.claim("c", "some 80 dead", figures=[figure(80, 80, bound="about")], kind="toll", voice="medics")
    (conflict,) = case.link().conflicts
    assert sorted(len(side.answer.split("; ")) for side in conflict.sides) == [1, 2]


def _held(least, other, *, voices=("police", "a lawyer"), apart=""):
    case = Case()
    held = {"kind": "violence_against_civilians", "frame": "arrest"}
    first = figure(least, None, "detained", bound="at_least")
    case.claim("a", f"police held at least {least} people in the square", figures=[first], voice=voices[0], **held)
    if apart:
        case.claim("a", apart, "politics", place=None)
    case.claim("a", f"it was {other}", figures=[figure(other, other, "detained")], voice=voices[1], **held)
    return case.link().conflicts


def test_a_number_given_as_the_least_stands_against_one_twice_as_high_that_its_text_sets_beside_it():
    (conflict,) = _held(15, 40)
    assert conflict.derived.rule == "linking.set_against"
    assert sorted(len(side.claims) for side in conflict.sides) == [1, 1]


@pytest.mark.parametrize(
    "told",
    [
        lambda: _held(15, 20),
        lambda: _held(15, 40, voices=("the Monitor", "the Monitor")),
        lambda: _held(15, 40, apart="the council met and talked of the harvest, the school and the road " * 5),
    ],
    ids=["less than twice as high", "one voice", "far on in the text"],
)
def test_a_number_given_as_the_least_stands_against_no_other_that_may_be_true_with_it(told):
    assert not told()


def test_a_least_that_its_text_sets_against_a_higher_number_is_on_no_side_with_one_higher_still():
    case = Case()
    hurt = {"kind": "toll", "frame": "injure"}
    case.claim("a", "it hurt more than 60", figures=[figure(61, None, "injured")], voice="the Monitor", **hurt)
    case.claim("a", "300 were hurt", figures=[figure(300, 300, "injured")], voice="medics", **hurt)
    case.claim("b", "over 400 hurt", figures=[figure(401, None, "injured")], voice="residents", **hurt)
    (conflict,) = case.link().conflicts
    assert sorted(len(side.claims) for side in conflict.sides) == [1, 1, 1]
    assert conflict.derived.rule == "linking.values_partly_apart"


def test_numbers_are_only_said_to_leave_no_common_one_where_no_limit_leaves_one():
    case = Case()
    case.claim("a", "58 dead", figures=[figure(58, 58)], kind="toll", voice="the Monitor")
    case.claim("c", "some 80 dead", figures=[figure(80, 80, bound="about")], kind="toll", voice="medics")
    (conflict,) = case.link().conflicts
    assert conflict.derived.rule == "linking.values_apart"
    case.claim("b", "at least 58 dead", figures=[figure(58, None, bound="at_least")], kind="toll", voice="activists")
    (conflict,) = case.link().conflicts
    assert conflict.derived.rule == "linking.values_partly_apart"
