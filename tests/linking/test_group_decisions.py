"""What did people decide about groups and origins?"""

import pytest
from hand_made import Case, group_of

from sayso.model.judgements import Judgement
from sayso.model.kinds import JudgementKind


def decide(kind, what, number="1", **fields):
    return Judgement(
        id=number,
        kind=JudgementKind(kind),
        author="N. N.",
        reason="r",
        made="2024-06-01",
        fields={"what": what, **fields},
    )


@pytest.fixture
def case():
    case = Case()
    for voice in ("the Monitor", "Rebel Council", "United Nations"):
        case.claim("a", f"fighting as told by {voice}", "clash", voice)
    case.claim("b", "an advance was made", "advance", "the Monitor")
    return case


def test_merged_groups_are_one(case):
    names = [group.id for group in case.link().groups]
    linked = case.link([decide("merge", "group", names=names)])
    assert [len(group.members) for group in linked.groups] == [4]
    assert linked.unplaced == ()


def test_claims_split_off_are_a_group_of_their_own(case):
    linked = case.link([decide("split", "group", claims=["a-2"])])
    assert group_of(linked, "a-2").members == ("a-2",)
    assert group_of(linked, "a-1").members == ("a-1", "a-3")


def test_merged_origins_count_one(case):
    linked = case.link([decide("merge", "origin", claims=["a-1", "a-2"])])
    assert group_of(linked, "a-1").origins == (2, 2)


def test_a_split_origin_counts_two():
    case = Case()
    case.claim("a", "fighting one", "clash", "the army")
    case.claim("a", "fighting two", "clash", "state agency")
    linked = case.link([decide("split", "origin", claims=["a-2"])])
    assert group_of(linked, "a-1").origins == (2, 2)


def test_an_undone_judgement_does_nothing(case):
    undo = Judgement(id="2", kind=JudgementKind.UNDO, author="N. N.", reason="r", made="2024-06-02", undoes="1")
    linked = case.link([decide("merge", "origin", claims=["a-1", "a-2"]), undo])
    assert group_of(linked, "a-1").origins == (3, 3)


GONE = [
    decide("merge", "group", names=["gone", "lost"]),
    decide("split", "group", claims=["gone"]),
    decide("merge", "origin", names=["gone"]),
    decide("split", "origin", claims=["gone"]),
    decide("merge", "group"),
]


@pytest.mark.parametrize("judgement", GONE)
def test_what_no_longer_fits_is_listed_and_changes_nothing(case, judgement):
    linked = case.link([judgement])
    assert linked.unplaced == ("1",)
    assert linked.groups == case.link().groups


def test_judgements_on_other_things_are_left_to_other_stages(case):
    assert case.link([decide("merge", "voice", names=["x", "y"])]).unplaced == ()
