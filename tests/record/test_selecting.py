"""What remains when a part is asked for?"""

import random

import pytest
from hand_made import Case, control, group_of
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.kinds import ClaimKind, Standing
from sayso.model.records import Record
from sayso.record import Selection, select_record

TAKEN = {"kind": "control_change", "holder": "government"}
HELD_IN = {"a": "2024-05-04T08:00:00", "b": "2024-05-20T08:00:00", "c": "2024-06-02T08:00:00"}


@pytest.fixture
def record():
    case = Case()
    case.document("a", published="2024-05-03")
    case.document("b", published="2024-05-05", outlet="Weekly")
    case.document("c", published=None, outlet="Page")
    case.claim("a", "the army took the town", voice="United Nations", **TAKEN)
    case.claim("b", "the army took it, they say", voice="residents", **(TAKEN | {"by": "stated", "day": "2024-05-03"}))
    case.claim("b", "most of it is held", "control_state", "activists", holder="government", control=control("most"))
    case.claim("c", "shells fell on the market", "shelling", "Nuri Salim", place="Old Market", day="2024-05-04")
    return case.record(held=HELD_IN)


SELECTIONS = [
    ({}, {"a-1", "b-2", "b-3", "c-4"}),
    ({"on": "2024-05-04"}, {"c-4"}),
    ({"on": "2024-05"}, {"a-1", "b-2", "b-3", "c-4"}),
    ({"since": "2024-05-04"}, {"b-3", "c-4"}),
    ({"until": "2024-05-03"}, {"a-1", "b-2"}),
    ({"since": "2024-05-04", "until": "2024-05-04"}, {"c-4"}),
    ({"as_of": "2024-05-03"}, {"a-1"}),
    ({"as_of": "2024-05-05"}, {"a-1", "b-2", "b-3"}),
    ({"as_of": "2024-05-02"}, set()),
    ({"as_held": "2024-05-20"}, {"a-1", "b-2", "b-3"}),
    ({"as_held": "2024-05-20T07:00"}, {"a-1"}),
    ({"place": "old market"}, {"c-4"}),
    ({"place": "RAHNA"}, {"a-1", "b-2", "b-3", "c-4"}),
    ({"place": "the Rahná"}, {"a-1", "b-2", "b-3", "c-4"}),
    ({"place": "Tarim"}, {"a-1", "b-2", "b-3", "c-4"}),
    ({"place": "Zuhar"}, set()),
    ({"voice": "nuri salim"}, {"c-4"}),
    ({"voice": "Weekly"}, set()),
    ({"kind": ClaimKind.SHELLING}, {"c-4"}),
    ({"standing": Standing.DISPUTED}, {"a-1", "b-2", "b-3"}),
    ({"min_origins": 2}, {"a-1", "b-2"}),
    ({"voice": "residents", "kind": ClaimKind.CONTROL_CHANGE}, {"b-2"}),
]


@pytest.mark.parametrize(("asked", "claims"), SELECTIONS, ids=str)
def test_only_what_is_asked_for_remains(record, asked, claims):
    selected = select_record(record, Selection(**asked))
    assert {resolved.claim.id for resolved in selected.claims} == claims
    assert all(claims & set(row.claims) for row in (*selected.control, *selected.figures))


def test_as_of_keeps_ids_and_makes_counts_and_standings_anew(record):
    before, after = group_of(record, "a-1"), group_of(select_record(record, Selection(as_of="2024-05-03")), "a-1")
    assert (before.id, before.standing, before.origins) == (after.id, Standing.DISPUTED, (2, 2))
    assert (after.standing, after.origins, after.members) == (Standing.SINGLE_ORIGIN, (1, 1), ("a-1",))


def test_as_of_leaves_out_documents_with_all_that_hangs_on_them(record):
    selected = select_record(record, Selection(as_of="2024-05-03"))
    assert [document.id for document in selected.documents] == ["a"]
    assert len(selected.dates) == len(selected.coverage) == len(selected.held) == 1
    assert selected.conflicts == selected.links == ()


def test_a_filter_shows_a_group_whole_with_the_counts_it_has(record):
    group = group_of(select_record(record, Selection(voice="residents")), "b-2")
    assert (group.members, group.origins) == (("a-1", "b-2"), (2, 2))


def test_the_clocks_read_when_it_was_published_and_not_when_it_happened(record):
    assert select_record(record, Selection(as_of="2024-05-04", on="2024-05-05")).claims == ()


def mixed_record(seed) -> Record:
    chance = random.Random(seed)
    case = Case()
    for number in range(12):
        name = case.document(f"d{number % 5}", published=f"2024-05-0{number % 5 + 1}", outlet=f"Daily {number % 3}")
        case.claim(
            name,
            f"statement {number}",
            chance.choice(["clash", "control_change", "control_state"]),
            chance.choice(["state agency", "activists", "the Monitor", "residents", "an analyst", None]),
            day=chance.choice(["2024-05-01", "2024-05-02"]),
            by="stated",
            holder="government",
            stance=chance.choice(["asserts", "denies"]),
            basis=chance.choice(["stated", "presupposed"]),
        )
    case.document("silent", published="2024-06-01", outlet="Quarterly")
    return case.record()


@given(seed=st.integers(0, 10_000))
def test_asking_for_everything_changes_nothing(seed):
    record = mixed_record(seed)
    assert select_record(record, Selection()) == record
    assert select_record(record, Selection(as_of="2024-12-31")) is record


@given(seed=st.integers(0, 10_000))
def test_leaving_out_a_document_that_says_nothing_changes_no_number(seed):
    record = mixed_record(seed)
    left = select_record(record, Selection(as_of="2024-05-31"))
    assert len(left.documents) == len(record.documents) - 1
    for told in ("claims", "groups", "origins", "conflicts", "control", "figures", "links"):
        assert getattr(left, told) == getattr(record, told)


@given(seed=st.integers(0, 10_000), days=st.tuples(st.integers(1, 5), st.integers(1, 5)))
def test_a_later_clock_never_shows_less_and_never_counts_fewer_at_most(seed, days):
    record = mixed_record(seed)
    early, late = (select_record(record, Selection(as_of=f"2024-05-0{day}")) for day in sorted(days))
    assert len(early.claims) <= len(late.claims) <= len(record.claims) != 0
    assert {one.claim.id for one in early.claims} <= {one.claim.id for one in late.claims}
    after = {group.id: group for group in late.groups}
    for group in early.groups:
        assert set(group.members) <= set(after[group.id].members)


def test_asking_twice_is_asking_once(record):
    asked = Selection(as_of="2024-05-05", place="Rahna")
    once = select_record(record, asked)
    assert select_record(once, asked) == once
