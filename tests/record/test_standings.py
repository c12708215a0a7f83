"""What stands?"""

import pytest
from hand_made import Case, control, figure, group_of

from sayso.model.derivations import reason
from sayso.model.judgements import Judgement
from sayso.model.kinds import JudgementKind, Standing
from sayso.model.settings import Settings, SideEntry
from sayso.record.standings import RULES

OPPOSED = Settings(sides=(SideEntry(name="government", opposed=("opposition",)),))
TAKEN = {"kind": "control_change", "holder": "government"}

# What voices say (with what differs from a plain capture), and what then stands for the first of them.
STANDINGS = [
    ("one body through three mouths", [("state agency", {}), ("state television", {}), ("the army", {})], "single_origin"),
    ("two origins", [("United Nations", {}), ("residents", {})], "agreed"),
    ("possibly one origin", [("the Monitor", {}), ("activists", {})], "single_origin"),
    ("two opposed sides", [("state agency", {}), ("Rebel Council", {})], "agreed_by_opposed"),
    ("an opposed side that only takes it for granted",
     [("state agency", {}), ("Rebel Council", {"basis": "presupposed"})], "single_origin"),
    ("outlets alone", [(None, {}), (None, {})], "single_origin"),
    ("two origins of different extents",
     [("United Nations", {}), ("residents", {"control": control("most")})], "disputed"),
    ("denied", [("United Nations", {}), ("residents", {"stance": "denies"})], "denied"),
    ("denied and otherwise answered",
     [("United Nations", {}), ("residents", {"stance": "denies"}), ("activists", {"control": control("part")})],
     "disputed"),
    ("doubted", [("United Nations", {}), ("residents", {"stance": "doubts"})], "disputed"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "standing"), [row[1:] for row in STANDINGS], ids=[row[0] for row in STANDINGS])
def test_the_first_rule_that_holds_decides(said, standing):
    case = Case()
    for number, (voice, more) in enumerate(said):
        case.document(f"d{number}", outlet=f"Daily {number}")
        case.claim(f"d{number}", f"statement {number} on the town", voice=voice, **(TAKEN | more))
    assert group_of(case.record(settings=OPPOSED), "d0-1").standing is Standing(standing)


def test_who_names_only_the_town_does_not_agree_with_who_names_a_quarter():
    case = Case()
    quarter = case.claim(
        "a", "an army advance in the quarter", "advance", "United Nations", place="Old Market", by="stated"
    )
    case.claim("b", "the army moved up in the town", "advance", "residents", place="Rahna", by="stated")
    case.claim("b", "people fled the quarter", "displacement", "residents", place="Old Market", by="stated")
    group = group_of(case.record(), quarter)
    assert (len(group.members), group.origins, group.standing) == (2, (2, 2), Standing.SINGLE_ORIGIN)
    case.claim("c", "troops advanced in the quarter", "advance", "Rebel Council", place="Old Market", by="stated")
    assert group_of(case.record(), quarter).standing is Standing.AGREED


def test_without_a_declared_pair_nobody_is_opposed():
    case = Case()
    claim = case.claim("a", "they took it", voice="state agency", **TAKEN)
    case.claim("b", "it was taken", voice="Rebel Council", **TAKEN)
    assert group_of(case.record(), claim).standing is Standing.AGREED


def test_what_its_voice_corrected_is_superseded():
    case = Case()
    case.document("b", published="2024-05-09")
    old = case.claim("a", "five dead", "toll", "the Monitor", by="stated", frame="die", figures=[figure(5, 5)])
    new = case.claim(
        "b", "seven dead", "toll", "the Monitor", by="stated", frame="die", day="2024-05-03", figures=[figure(7, 7)]
    )
    record = case.record()
    assert group_of(record, old).standing is Standing.SUPERSEDED
    assert group_of(record, new).standing is not Standing.SUPERSEDED


def test_an_old_state_is_stale_when_later_somebody_says_otherwise():
    case = Case()
    old = case.claim("a", "held by rebels", "control_state", "the Monitor", holder="opposition")
    case.claim("b", "taken by the army", "control_change", "United Nations", holder="government", day="2024-08-01")
    assert group_of(case.record(), old).standing is Standing.STALE


def test_an_assessment_names_its_author_and_leaves_the_standing():
    case = Case()
    claim = case.claim("a", "they took it", voice="state agency", **TAKEN)
    assessment = Judgement(
        id="1",
        kind=JudgementKind.ASSESS,
        author="N. N.",
        reason="seen on two videos",
        made="2024-06-01T10:00:00",
        fields={"evidence": [claim]},
    )
    group = group_of(case.record([assessment]), claim)
    assert group.assessed_by == "N. N. on 2024-06-01"
    assert group.standing is Standing.SINGLE_ORIGIN


def test_agreement_is_shown_as_apparently_separate_origins():
    case = Case()
    claim = case.claim("a", "they took it", voice="United Nations", **TAKEN)
    case.claim("b", "it was taken", voice="residents", **TAKEN)
    derived = group_of(case.record(), claim).standing_derived
    assert derived.note == "2 apparently separate origins"


def test_every_rule_of_the_table_has_a_reason():
    assert all(len(reason(f"record.{standing.value}")) > 20 for standing, _ in RULES)
