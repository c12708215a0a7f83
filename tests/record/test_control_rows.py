"""Who holds which place on which day, according to whom?"""

import pytest
from hand_made import Case, control

TAKEN = {"kind": "control_change", "holder": "government"}
HELD = {"kind": "control_state", "holder": "government"}

# A claim, and the holder and share of its row (None: no row).
ROWS = [
    ("a taking", TAKEN, ("government", None)),
    ("a taking of the whole", TAKEN | {"control": control("whole")}, ("government", "100%")),
    ("a share", HELD | {"control": control("share", share=90)}, ("government", "90%")),
    ("most", HELD | {"control": control("most")}, ("government", "most")),
    ("a part", HELD | {"control": control("part")}, ("government", "part")),
    ("a foothold", HELD | {"control": control("presence")}, ("government", "part")),
    ("a denial", TAKEN | {"stance": "denies"}, ("not wholly government", None)),
    ("contested", HELD | {"control": control(hold="contested")}, ("contested", None)),
    ("taken for granted", TAKEN | {"basis": "presupposed"}, ("government", None)),
    ("a doubt", TAKEN | {"stance": "doubts"}, None),
    ("a hedge", TAKEN | {"stance": "hedges"}, None),
    ("an expectation", TAKEN | {"stance": "expects"}, None),
    ("a condition", TAKEN | {"basis": "conditional"}, None),
    ("a siege", HELD | {"control": control(hold="besieged")}, None),
    ("nobody named", {"kind": "control_change"}, None),
    ("fighting", {"kind": "clash", "holder": "government"}, None),
    ("no place", TAKEN | {"place": None}, None),
]


@pytest.mark.parametrize(("claim", "row"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_a_claim_gives_the_row_that_its_words_bear(claim, row):
    case = Case()
    case.claim("a", "it is said of the town", voice="the Monitor", **claim)
    assert [(made.holder, made.share) for made in case.record().control] == ([row] if row else [])


def test_one_row_per_place_day_voice_holder_and_share():
    case = Case()
    first = case.claim("a", "the army took the town", voice="the Monitor", **TAKEN)
    second = case.claim("b", "the town fell to the army", voice="the Monitor", **TAKEN)
    case.claim("b", "the army holds the whole town", voice="the Monitor", **HELD, control=control("whole"))
    case.claim("b", "the town is held", voice="state agency", **HELD)
    rows = {(row.voice, row.share): row.claims for row in case.record().control}
    assert rows.keys() == {("the Monitor", None), ("the Monitor", "100%"), ("state agency", None)}
    assert rows["the Monitor", None] == (first, second)


def test_a_fall_that_names_no_holder_takes_the_only_one_of_its_group():
    case = Case()
    case.claim("a", "the army took the town", voice="the Monitor", **TAKEN)
    fall = case.claim("a", "the fall of the town", "control_change", basis="presupposed")
    assert [(row.voice, row.holder) for row in case.record().control if fall in row.claims] == [("Daily", "government")]


def test_a_denied_fall_denies_it_of_the_side_said_to_have_taken_it():
    case = Case()
    case.claim("a", "the army took the town", voice="the Monitor", **TAKEN)
    denial = case.claim("a", "the town has not fallen", "control_change", "activists", stance="denies")
    part = case.claim("a", "they hold a part", "control_state", "activists", control=control("part"))
    rows = case.record().control
    assert [row.holder for row in rows if denial in row.claims] == ["not wholly government"]
    assert [row for row in rows if part in row.claims] == []


def test_an_undated_claim_is_dated_by_its_document():
    case = Case()
    case.claim("a", "the captured town", voice="the Monitor", day=None, **TAKEN)
    assert [row.date for row in case.record().control] == ["2024-05-03"]


def test_outlets_without_a_name_are_kept_apart():
    case = Case()
    for name in ("a", "b"):
        case.document(name, outlet=None)
        case.claim(name, f"the town fell, as {name} has it", **TAKEN)
    assert [(row.voice, len(row.claims)) for row in case.record().control] == [("outlet", 1), ("outlet", 1)]


BASES = [
    ("state agency", {}, "announced"),
    ("the Monitor", {}, "observed"),
    ("an analyst", {}, "assessed"),
    ("the Monitor", {"basis": "presupposed"}, "presupposed"),
]


@pytest.mark.parametrize(("voice", "more", "basis"), BASES)
def test_the_basis_tells_on_what_the_voice_can_rest(voice, more, basis):
    case = Case()
    case.claim("a", "the town was taken", voice=voice, **TAKEN, **more)
    assert [row.basis.value for row in case.record().control] == [basis]
