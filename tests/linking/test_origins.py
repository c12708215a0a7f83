"""How many independent origins?"""

import pytest
from hand_made import Case, control, group_of
from hypothesis import given
from hypothesis import strategies as st

TAKEN = {"kind": "control_change", "holder": "government"}

# Voices of one claim each, in documents of their own (None: the outlet itself), and the bounds.
VOICES = [
    ("one body with several voices", ["state agency", "state television", "the army"], (1, 1)),
    ("two bodies", ["state agency", "Rebel Council"], (2, 2)),
    ("an unnamed class in two documents", ["activists", "activists"], (1, 2)),
    ("a class, and one of its kind with a name", ["activists", "Nuri Salim"], (1, 2)),
    ("one agency that relays a class twice", [("Wire", "activists"), ("Wire", "activists")], (1, 1)),
    ("a monitor and activists", ["the Monitor", "activists"], (1, 2)),
    ("a monitor and a body it does not collect from", ["the Monitor", "Rebel Council"], (2, 2)),
    ("a monitor, a class, one with a name", ["the Monitor", "activists", "Nuri Salim"], (1, 3)),
    ("an analyst reads anybody", ["an analyst", "state agency"], (1, 2)),
    ("a report without a source", ["reports", "Rebel Council"], (1, 2)),
    ("an outlet beside a source", [None, "Rebel Council"], (1, 1)),
    ("outlets alone", [None, None, None], (1, 3)),
    ("an agency named as the source", ["Wire", None], (1, 2)),
    ("one voice twice", ["the Monitor", "the Monitor"], (1, 1)),
    ("an officer on the state's own channel", ["state agency", ("state television", "an officer")], (1, 1)),
    ("an officer through an agency", ["state agency", ("Wire", "an officer")], (2, 2)),
    ("residents and activists", ["residents", "activists"], (2, 2)),
]


@pytest.mark.parametrize(("voices", "bounds"), [row[1:] for row in VOICES], ids=[row[0] for row in VOICES])
def test_origins_are_counted_by_who_may_rest_on_whom(voices, bounds):
    case = Case()
    for number, voice in enumerate(voices):
        case.document(f"d{number}", outlet=f"Daily {number}")
        claim = case.claim(f"d{number}", f"statement number {number} on the town", voice=voice, **TAKEN)
    assert group_of(case.link(), claim).origins == bounds


def test_a_headline_that_names_a_class_sums_up_who_speaks_below_it():
    case = Case()
    case.document("a", title="the town fell, say activists")
    above = case.claim("a", "the town fell, say activists", voice="activists", **TAKEN)
    case.claim("a", "they came down the hill and it is theirs now", voice="Nuri Salim", **TAKEN)
    assert group_of(case.link(), above).origins == (1, 1)
    case.document("b")
    case.claim("b", "neighbours of mine saw it go over to them", voice="activists", **TAKEN)
    assert group_of(case.link(), above).origins == (1, 2)


@pytest.mark.parametrize("more", [{"basis": "presupposed"}, {"basis": "conditional"}, {"stance": "hedges"}])
def test_what_is_not_said_outright_adds_no_origin(more):
    case = Case()
    case.claim("a", "the state says it", voice="state agency", **TAKEN)
    claim = case.claim("b", "it is only mentioned", voice="Rebel Council", **(TAKEN | more))
    assert group_of(case.link(), claim).origins == (1, 1)


def test_the_own_voice_of_a_wire_copy_is_the_agencys():
    case = Case()
    for name in ("a", "b"):
        case.document(name, outlet=f"Daily {name}", agencies=("Wire",))
        claim = case.claim(name, f"the town fell, writes {name} at length", **TAKEN)
    assert group_of(case.link(), claim).origins == (1, 1)


def test_a_bodys_own_page_speaks_for_the_body():
    case = Case()
    case.document("herald", outlet="herald")
    case.claim("herald", "our forces took the town", **TAKEN)
    claim = case.claim("b", "the town was taken", voice="state agency", **TAKEN)
    assert group_of(case.link(), claim).origins == (1, 1)


def test_claims_in_shared_text_go_back_to_one_origin_with_the_reason():
    words = "the town of Rahna was taken at dawn by soldiers of the fourth brigade who met little resistance there"
    case = Case()
    first = case.claim("a", words, voice="Nuri Salim", **TAKEN)
    second = case.claim("b", words, voice="residents", **TAKEN)
    linked = case.link()
    assert group_of(linked, second).origins == (1, 1)
    (origin,) = [origin for origin in linked.origins if second in origin.claims]
    assert first in origin.claims
    assert "linking.shared_text" in {reason.rule for reason in origin.reasons}


def test_each_claim_of_a_group_has_exactly_one_origin():
    case = Case()
    for number, voice in enumerate(["activists", None, "state agency", "state television", "the Monitor"]):
        case.claim(f"d{number}", f"words of number {number} here", voice=voice, **TAKEN)
    linked = case.link()
    assert linked.groups
    for group in linked.groups:
        claims = [claim for origin in linked.origins if origin.group == group.id for claim in origin.claims]
        assert sorted(claims) == sorted(group.members)


SPOKEN = st.lists(
    st.tuples(
        st.sampled_from(["state agency", "the army", "activists", "Nuri Salim", "the Monitor", "reports", None]),
        st.sampled_from([None, control("most"), control("part"), control("whole")]),
        st.sampled_from(["asserts", "denies", "doubts", "hedges"]),
        st.sampled_from(["2024-05-01", "2024-05-03"]),
        st.sampled_from(["stated", "document", "relative"]),
    ),
    min_size=1,
    max_size=6,
)


def make_case(rows, copied):
    """Write each row into a document of its own, some of them a second time word for word in a later one."""
    case = Case()
    for number, (voice, held, stance, day, by) in enumerate(rows):
        for name in (f"d{number}", f"d{number}-copy")[: 2 if number in copied else 1]:
            case.document(name, published="2024-05-04" if "copy" in name else "2024-05-03", outlet=name)
            words = " ".join(
                f"{word}{number}"
                for word in ("a", "long", "statement", "on", "what", "went", "on", "in", "town", "by", "night")
            )
            case.claim(name, words, voice=voice, stance=stance, day=day, by=by, control=held, **TAKEN)
    return case


@given(rows=SPOKEN, copied=st.sets(st.integers(0, 5), min_size=1))
def test_adding_a_copy_of_a_report_never_raises_a_count(rows, copied):
    before = {group.id: group.origins for group in make_case(rows, set()).link().groups}
    after = {group.id: group.origins for group in make_case(rows, copied).link().groups}
    assert before.keys() == after.keys() != set()
    assert all(after[key][0] <= low and after[key][1] <= high for key, (low, high) in before.items())
