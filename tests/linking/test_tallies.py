"""Which numbers of one text count the same people, though a later one does not say whose, where or when?"""

import pytest
from hand_made import Case, figure

from sayso.model.mentions import ActorMention
from sayso.model.spans import Span

FALLEN = {
    "kind": "toll",
    "frame": "die",
    "targets": ("state army",),
    "target": ActorMention(span=Span(0, 1), token=0, head="army", camp="government"),
}
TOLL = {"kind": "toll", "frame": "toll"}
HELD = {"kind": "violence_against_civilians", "frame": "arrest"}
UNSAID = {"place": "Zuhar", "place_rule": "claims.current_place"}


@pytest.mark.parametrize(
    ("voice", "words", "is_disputed"),
    [
        ("the army", "it spoke of nine deaths", True),
        ("the army", "it spoke of nine people dead", False),
        ("residents", "they spoke of nine deaths", False),
    ],
)
def test_a_side_that_counts_the_dead_after_others_counted_its_men_counts_the_same(voice, words, is_disputed):
    case = Case()
    case.claim("a", "the band felled 37 men", voice="Rebel Council", **FALLEN, figures=[figure(37, 37)])
    case.claim("a", words, voice=voice, **TOLL, figures=[figure(9, 9)])
    assert bool(case.link().conflicts) == is_disputed


@pytest.mark.parametrize(("whom", "is_disputed"), [("teachers", True), ("soldiers", False)])
def test_a_rare_sort_of_people_is_counted_of_one_place_in_a_text(whom, is_disputed):
    case = Case()
    held = [[figure(number, number, "detained", of_whom=whom)] for number in (2, 3)]
    case.claim("a", "two were led away", voice="the army", **HELD, figures=held[0])
    case.claim("a", "three were led away", voice="activists", **HELD, **UNSAID, figures=held[1])
    assert bool(case.link().conflicts) == is_disputed


@pytest.mark.parametrize(
    ("between", "told", "is_disputed"),
    [
        ("", {"by": "event"}, True),
        ("", {"by": "stated"}, False),
        ("the weather held and the shops stayed open all through the week " * 5, {"by": "event"}, False),
    ],
)
def test_what_another_voice_counts_right_after_is_counted_of_the_same_days(between, told, is_disputed):
    case = Case()
    number = [[figure(low, low, "detained", of_whom="men")] for low in (150, 46)]
    case.claim("a", "150 men are held", voice="activists", **HELD, figures=number[0])
    case.texts["a"] += between
    case.claim("a", "the number is 46", voice="the army", **HELD, day="2024-04-20", figures=number[1], **told)
    assert bool(case.link().conflicts) == is_disputed


@pytest.mark.parametrize(("sorts", "is_one"), [(["nurses"], True), (["nurses", "clerks"], False)])
def test_a_bare_number_is_of_the_only_sort_of_people_with_that_number(sorts, is_one):
    case = Case()
    first = case.claim("a", "8 hurt", kind="toll", frame="kill", figures=[figure(8, 8, "injured")])
    others = [
        case.claim(
            "a", f"8 {sort} were hurt", kind="toll", frame="kill", figures=[figure(8, 8, "injured", of_whom=sort)]
        )
        for sort in sorts
    ]
    assert any({first, others[0]} <= set(group.members) for group in case.link().groups) == is_one
