"""Is it asked of the means, where only the means are denied?"""

import pytest
from hand_made import Case

DEED = {"kind": "violence_against_civilians", "agents": ("the Guard",)}


@pytest.mark.parametrize(
    ("denied", "said", "question", "answers"),
    [
        (
            "chemical_use",
            "responsible",
            "Did the Guard use chemical weapons in Rahna on 3 May 2024?",
            {"an attack by the Guard", "no, it is denied: use of chemical weapons by the Guard"},
        ),
        (
            "chemical_use",
            "chemical_use",
            "Did the Guard use chemical weapons in Rahna on 3 May 2024?",
            {"use of chemical weapons by the Guard", "no, it is denied: use of chemical weapons by the Guard"},
        ),
        (
            "attack",
            "chemical_use",
            "Did the Guard carry out an attack in Rahna on 3 May 2024?",
            {"use of chemical weapons by the Guard", "no, it is denied: an attack by the Guard"},
        ),
    ],
)
def test_a_dispute_is_over_what_is_denied(denied, said, question, answers):
    case = Case()
    case.claim("a", "the Guard was behind it", voice="activists", **DEED, frame=said)
    case.claim("a", "that its men did such a thing", voice="the army", stance="denies", **DEED, frame=denied)
    (conflict,) = case.link().conflicts
    assert conflict.question == question
    assert {side.answer for side in conflict.sides} == answers


def test_a_bare_denial_leaves_it_at_what_the_others_deny():
    case = Case()
    case.claim("a", "the Guard was behind it", voice="activists", **DEED, frame="responsible")
    case.claim("a", "its men used any gas", voice="the army", stance="denies", **DEED, frame="chemical_use")
    case.claim("b", "it denies that", voice="state agency", stance="denies", **DEED, frame="denial")
    (conflict,) = case.link().conflicts
    assert conflict.question == "Did the Guard use chemical weapons in Rahna on 3 May 2024?"
