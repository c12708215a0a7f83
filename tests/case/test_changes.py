"""What changed from one record to another, and why?"""

from dataclasses import replace

import pytest
from hand_made import Case, figure
from hypothesis import given
from hypothesis import strategies as st

from sayso.case.changes import CAUSES, Cause, ChangeKind, find_changes
from sayso.case.snapshots import take_snapshot
from sayso.model.judgements import Judgement
from sayso.model.kinds import JudgementKind

DEAD = {"kind": "toll", "frame": "die", "by": "stated", "day": "2024-05-02"}
STRUCK = {"kind": "air_strike", "by": "stated", "day": "2024-05-02"}


def early():
    case = Case()
    case.document("a", published="2024-05-03")
    case.claim("a", "jets hit the mill", voice="the Monitor", **STRUCK)
    case.claim("a", "five have died", voice="the Monitor", figures=[figure(5, 5)], **DEAD)
    return case


def later(*claims):
    case = early()
    case.document("b", published="2024-05-09")
    for words, voice, more in claims:
        case.claim("b", words, voice=voice, **more)
    return case


# What a second report says, and what that changes: of which question, how, by what cause.
REPORTS = [
    ("a thing of a later day", ("shells on the port", "residents", {"kind": "shelling", "day": "2024-05-08", "by": "stated"}),
     ("shelling", "new", Cause.NEW_EVENT)),
    ("a thing of an earlier day", ("shells on the port", "residents", {"kind": "shelling", "day": "2024-04-08", "by": "stated"}),
     ("shelling", "new", Cause.OLD_EVENT)),
    ("a thing of a day that nobody tells", ("shells on the port", "residents", {"kind": "shelling", "day": None}),
     ("shelling", "new", Cause.OLD_EVENT)),
    ("the same by another voice", ("planes struck it", "the army", STRUCK), ("air strike", "changed", Cause.OLD_EVENT)),
    ("a denial", ("no plane flew", "the army", STRUCK | {"stance": "denies"}), ("air strike", "newly_disputed", Cause.OLD_EVENT)),
    ("a correction by the same voice", ("seven have died", "the Monitor", DEAD | {"figures": [figure(7, 7)]}),
     ("killed", "corrected", Cause.CORRECTION)),
    ("a denial by the same voice", ("there was no raid", "the Monitor", STRUCK | {"stance": "denies"}),
     ("air strike", "retracted", Cause.CORRECTION)),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "told"), [row[1:] for row in REPORTS], ids=[row[0] for row in REPORTS])
def test_each_change_has_its_cause(claim, told):
    rows = list(find_changes(take_snapshot(early().record()), take_snapshot(later(claim).record())))
    assert told in [(told[0], row["change"], row["cause"]) for row in rows if told[0] in row["question"]]


def test_the_same_record_has_not_changed():
    now = take_snapshot(early().record())
    assert list(find_changes(now, now)) == []


def test_what_a_document_said_that_was_taken_out_is_gone():
    both = later(("shells on the port", "residents", {"kind": "shelling"}))
    rows = list(find_changes(take_snapshot(both.record()), take_snapshot(early().record())))
    assert [(row["change"], row["cause"], row["stands"]) for row in rows] == [("gone", Cause.REMOVAL, None)]


def test_another_version_of_sayso_is_the_cause_when_all_else_is_the_same():
    old = take_snapshot(early().record())
    agreed = {key: one._replace(standing="agreed") for key, one in old.answers.items()}
    new = replace(old, answers=agreed, sayso="9")
    assert {row["cause"] for row in find_changes(old, new)} == {Cause.VERSION}
    assert {row["cause"] for row in find_changes(old, replace(new, sayso=old.sayso))} == {Cause.SETTINGS}


@pytest.mark.parametrize("names", [{"claim": "a-1"}, {"document": "a"}, {"fields": {"names": ["the Monitor"]}}])
def test_a_judgement_on_what_an_answer_rests_on_is_its_cause(names):
    old = take_snapshot(early().record())
    said = Judgement(id="j", kind=JudgementKind.EDIT, author="Ana", reason="print", made="2024-06-02", **names)
    other = {key: one._replace(answer="other") if "a-1" in one.members else one for key, one in old.answers.items()}
    new = replace(old, answers=other, judgements=(said,), sayso="9")
    assert [row["cause"] for row in find_changes(old, new)] == [Cause.JUDGEMENT]


def test_those_that_changed_in_one_way_are_counted_and_found_alone():
    claims = [claim for _, claim, _ in REPORTS]
    changes = find_changes(take_snapshot(early().record()), take_snapshot(later(*claims).record()))
    assert len(changes) == sum(changes.kinds.values()) > len(changes.kinds) > 1
    for kind, number in changes.kinds.items():
        assert list(changes.of_kind(kind)) == [row for row in changes if row["change"] == kind]
        assert len(changes.of_kind(kind)) == number
    assert changes[-1] == list(changes)[-1] == changes[-2:][1]


def test_every_cause_has_a_reason_in_words():
    assert {cause for cause, _ in CAUSES} == set(Cause)
    assert all(holds.__doc__ for _, holds in CAUSES)


@given(st.sets(st.sampled_from(range(len(REPORTS)))), st.sets(st.sampled_from(range(len(REPORTS)))))
def test_what_is_new_one_way_is_gone_the_other(left, right):
    snapshots = [
        take_snapshot(later(*(REPORTS[number][1] for number in sorted(chosen))).record()) for chosen in (left, right)
    ]
    there, back = ([(row["change"], row["id"]) for row in find_changes(*pair)] for pair in (snapshots, snapshots[::-1]))
    new = {key for kind, key in there if kind == ChangeKind.NEW}
    gone = {key for kind, key in back if kind == ChangeKind.GONE}
    assert new <= gone
