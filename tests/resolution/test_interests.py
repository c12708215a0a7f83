"""Does somebody say what speaks against his own side?"""

import pytest
from resolution.acting import ACTIVISTS, ARMY, REBELS, STATE, SYRIA, TABLE, acted, actor, control

from sayso.model.claims import ClaimFigure
from sayso.model.kinds import Bound, Measure, Scope
from sayso.model.spans import Span


def dead(of_whom="rebels"):
    return ClaimFigure(
        span=Span(0, 4),
        what=Measure.FATALITIES,
        of_whom=of_whom,
        low=3,
        high=3,
        bound=Bound.EXACT,
        scope=Scope.INCIDENT,
    )


MONITOR = (("Rahna Watch", "monitor"),)
CIVILIANS = actor(head="civilian", camp="civilians")
INTERESTS = [
    ("activists on what the army holds", ACTIVISTS, {"agent": ARMY, "control": control()}, True),
    ("a monitor on the same", MONITOR, {"agent": ARMY, "control": control()}, False),
    ("the outlet on the same", (), {"agent": ARMY, "control": control()}, False),
    ("the state on what the army holds", (STATE,), {"agent": ARMY, "control": control()}, False),
    ("the state on what rebels hold", (STATE,), {"agent": REBELS, "control": control()}, True),
    (
        "activists deny that the army holds it",
        ACTIVISTS,
        {"agent": ARMY, "control": control(), "stance": "denies"},
        False,
    ),
    ("activists on the retreat of the rebels", ACTIVISTS, {"agent": REBELS, "kind": "withdrawal"}, True),
    ("activists on the retreat of the army", ACTIVISTS, {"agent": ARMY, "kind": "withdrawal"}, False),
    ("activists on dead rebels", ACTIVISTS, {"target": REBELS, "kind": "clash", "figures": (dead(),)}, True),
    ("the state on dead rebels", (STATE,), {"target": REBELS, "kind": "clash", "figures": (dead(),)}, False),
    ("the state on its own violence", (STATE,), {"agent": ARMY, "kind": "violence_against_civilians"}, True),
    ("the state on shelling civilians", (STATE,), {"agent": ARMY, "target": CIVILIANS, "kind": "shelling"}, True),
    ("the state owning up to deaths", (STATE,), {"kind": "toll", "figures": (dead(),), "is_admitted": True}, True),
    ("the state on deaths", (STATE,), {"kind": "toll", "figures": (dead(),)}, False),
    (
        "the state on rebels whom it arrests",
        (STATE,),
        {"agent": ARMY, "target": REBELS, "kind": "violence_against_civilians", "frame": "arrest"},
        False,
    ),
    (
        "the state on civilians whom it arrests",
        (STATE,),
        {"agent": ARMY, "target": CIVILIANS, "kind": "violence_against_civilians", "frame": "arrest"},
        True,
    ),
    (
        "the state on arrests of nobody named",
        (STATE,),
        {"agent": ARMY, "kind": "violence_against_civilians", "frame": "arrest"},
        False,
    ),
    (
        "the state on killing nobody named",
        (STATE,),
        {"agent": ARMY, "kind": "violence_against_civilians", "frame": "kill"},
        False,
    ),
    (
        "the state admitting arrests of nobody named",
        (STATE,),
        {"agent": ARMY, "kind": "violence_against_civilians", "frame": "arrest", "is_admitted": True},
        True,
    ),
    (
        "the state on a massacre of nobody named",
        (STATE,),
        {"agent": ARMY, "kind": "violence_against_civilians", "frame": "massacre"},
        True,
    ),
    (
        "the state admitting that it bombed",
        (STATE,),
        {"agent": ARMY, "kind": "air_strike", "is_admitted": True},
        True,
    ),
    ("the state on bombing", (STATE,), {"agent": ARMY, "kind": "air_strike"}, False),
    (
        "the state blaming others",
        (STATE,),
        {"agent": ARMY, "kind": "violence_against_civilians", "frame": "blame"},
        False,
    ),
    (
        "a company admitting deaths",
        (("Ostra Copper", "unknown"),),
        {"kind": "toll", "figures": (dead(),), "is_admitted": True},
        True,
    ),
    (
        "a monitor admitting deaths",
        (("Rahna Watch", "monitor"),),
        {"kind": "toll", "figures": (dead(),), "is_admitted": True},
        False,
    ),
    (
        "Western states on the army",
        (("Western states", "government"),),
        {"agent": ARMY, "kind": "violence_against_civilians"},
        False,
    ),
    (
        "a High Representative on the army",
        (("Federica Mogherini", "government", None, "chief"),),
        {"agent": ARMY, "kind": "violence_against_civilians"},
        False,
    ),
    ("activists on a siege", ACTIVISTS, {"agent": ARMY, "kind": "siege"}, False),
]


@pytest.mark.parametrize(("why", "chain", "claim", "is_against"), INTERESTS, ids=[row[0] for row in INTERESTS])
def test_a_statement_against_the_own_side_is_marked(resolve, why, chain, claim, is_against):
    found = resolve([acted(claim.get("agent"), chain=chain, **{k: v for k, v in claim.items() if k != "agent"})], SYRIA)
    assert (why, found.claim("They took Rahna").against_interest) == (why, is_against)


def test_the_sides_of_the_case_decide_what_is_against_interest(resolve):
    claim = acted(actor(head="army", camp="government", words="the army"), words="the army took Rahna",
                  chain=(("the Front", "unknown"),), control=control())  # fmt: skip
    found = resolve([claim], TABLE).claim("the army took Rahna")
    assert found.against_interest
    assert [derived.rule for derived in found.derived] == ["resolution.against_interest"]
