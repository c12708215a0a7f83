"""How is a question put?"""

import pytest
from hand_made import Case

from sayso.linking.questions import say_period

PERIODS = [
    (None, ""),
    ("2024-05-03", " on 3 May 2024"),
    ("2024-05", " in May 2024"),
    ("2024", " in 2024"),
    ("2024-05~", " about May 2024"),
    ("../2024-05", " up to May 2024"),
    ("2024-05-03/..", " since 3 May 2024"),
    ("2024-05-03/2024-05-09", " from 3 May 2024 to 9 May 2024"),
    ("2024-13-77", " on 2024-13-77"),
]


@pytest.mark.parametrize(("edtf", "words"), PERIODS)
def test_a_period_is_said_in_words(edtf, words):
    assert say_period(edtf) == words


QUESTIONS = [
    ({"kind": "control_change"}, "Who held Rahna on 3 May 2024?"),
    ({"kind": "clash"}, "Was there fighting in Rahna on 3 May 2024?"),
    ({"kind": "clash", "place": None}, "Was there fighting on 3 May 2024?"),
    ({"kind": "clash", "day": None}, "Was there fighting in Rahna?"),
    ({"kind": "withdrawal", "agents": ("rebels",)}, "Did rebels withdraw from Rahna on 3 May 2024?"),
    ({"kind": "clash", "frame": "shoot_down"}, "Was there a shooting down of an aircraft in Rahna on 3 May 2024?"),
]


@pytest.mark.parametrize(("claim", "question"), QUESTIONS)
def test_a_question_names_place_and_day_where_they_are_known(claim, question):
    case = Case()
    case.claim("a", "it is said", **claim)
    assert case.link().groups[0].question == question


def test_of_human_shields_it_is_asked_who_used_them():
    case = Case()
    used = {"kind": "violence_against_civilians", "frame": "human_shield"}
    case.claim("a", "it uses nurses as human shields", voice="the army", agents=("the Guard",), **used)
    case.claim("b", "it used farmers as human shields", voice="envoys", agents=("the League",), **used)
    case.claim("b", "human shields were used", voice="a clerk", **used)
    questions = sorted(group.question for group in case.link().groups)
    assert questions == [
        "Did the Guard use human shields in Rahna on 3 May 2024?",
        "Did the League use human shields in Rahna on 3 May 2024?",
        "Was there a use of human shields in Rahna on 3 May 2024?",
    ]
