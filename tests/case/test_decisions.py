import pytest

from sayso.case.decisions import (
    By,
    add_claim,
    assess_group,
    date_document,
    join_names,
    judge_claim,
    undo_judgement,
)
from sayso.errors import InputError, JudgementError, UnknownIdError
from sayso.model.kinds import JudgementKind
from sayso.model.records import Record
from sayso.model.spans import Span

BY = By(author="Ana", reason="print edition", made="2024-05-04T10:00:00+00:00")
REFUSED = [
    (lambda record: date_document(record, "d0", "yesterday", BY), InputError, "is no day"),
    (lambda record: date_document(record, "d0", "2999-01-01", BY), InputError, "lies ahead"),
    (lambda record: date_document(record, "zz", "2024-05-01", BY), UnknownIdError, "no document"),
    (lambda record: judge_claim(record, JudgementKind.EDIT, "c0", BY, {}), JudgementError, "say what it should be"),
    (lambda record: judge_claim(record, JudgementKind.EDIT, "c0", BY, {"colour": "red"}), JudgementError, "cannot be set"),
    (lambda record: judge_claim(record, JudgementKind.EDIT, "c0", BY, {"kind": "war"}), JudgementError, "kind cannot be 'war'"),
    (lambda record: judge_claim(record, JudgementKind.EDIT, "c0", BY, {"time": "monday"}), JudgementError, "time cannot be 'monday'"),
    (lambda record: judge_claim(record, JudgementKind.ACCEPT, "g0", BY, {}), UnknownIdError, "no claim"),
    (lambda record: add_claim(record, "d0", "Ford burns", BY, {"kind": "clash"}), JudgementError, "stands 0 times"),
    (lambda record: add_claim(record, "d0", "o", BY, {"kind": "clash"}), JudgementError, "quote words that stand there once"),
    (lambda record: add_claim(record, "d0", "", BY, {"kind": "clash"}), JudgementError, "stands 0 times"),
    (lambda record: add_claim(record, "d0", "holds Ford", BY, {}), JudgementError, "needs a kind"),
    (lambda record: join_names(record, JudgementKind.MERGE, "river", ["a", "b"], BY), JudgementError, "one of voice"),
    (lambda record: join_names(record, JudgementKind.MERGE, "place", ["a", "a"], BY), JudgementError, "two or more places"),
    (lambda record: join_names(record, JudgementKind.MERGE, "group", ["g0"], BY), JudgementError, "two or more groups"),
    (lambda record: join_names(record, JudgementKind.SPLIT, "group", ["g0"], BY), JudgementError, "stand apart"),
    (lambda record: assess_group(record, "g0", ["c1"], BY), JudgementError, "not of the group"),
    (lambda record: undo_judgement(record.judgements, "zz", BY), UnknownIdError, "no judgement"),
    (lambda record: date_document(record, "d0", "2024-05-01", By(author=" ", reason="r", made="")), JudgementError, "needs a name"),
    (lambda record: date_document(record, "d0", "2024-05-01", By(author="A", reason="", made="")), JudgementError, "needs a reason"),
]  # fmt: skip


@pytest.mark.parametrize(("make", "error", "message"), REFUSED)
def test_what_cannot_be_decided_is_refused_in_one_line(record: Record, make, error: type[Exception], message: str):
    with pytest.raises(error, match=message) as caught:
        make(record)
    assert "\n" not in str(caught.value)


def test_a_reading_is_judged_with_its_words_and_what_the_machine_said(record: Record):
    made = judge_claim(record, JudgementKind.EDIT, "c0", BY, {"place": "Ford bridge", "target": ""})
    assert (made.document, made.claim, made.span, made.quote) == ("d0", "c0", Span(0, 12), "The army hol")
    assert (made.was["voice"], made.was["place"], made.was["time"]) == ("army", "Ford", "2024-05-01")
    assert made.fields == {"place": "Ford bridge", "target": None}
    assert (made.author, made.reason, made.made) == ("Ana", "print edition", "2024-05-04T10:00:00+00:00")


def test_a_day_is_kept_with_the_day_it_replaces(record: Record):
    made = date_document(record, "d0", "2024-04-30", BY)
    assert (made.document, made.was, made.fields) == ("d0", {"date": "2024-05-01"}, {"date": "2024-04-30"})


def test_an_added_claim_stands_where_its_words_stand(record: Record):
    made = add_claim(record, "d1", "Dozens died", BY, {"kind": "toll"})
    assert made.span is not None
    assert made.span.read(record.documents[1].text) == "Dozens died" == made.quote
    assert made.claim_kind == "toll"


def test_groups_are_joined_by_id_and_parted_by_claim(record: Record):
    joined = join_names(record, JudgementKind.MERGE, "group", ["g0", "c1"], BY)
    assert joined.fields == {"what": "group", "names": ["g0"], "claims": ["c1"]}
    parted = join_names(record, JudgementKind.SPLIT, "origin", ["c0"], BY)
    assert parted.fields == {"what": "origin", "names": [], "claims": ["c0"]}
    named = join_names(record, JudgementKind.MERGE, "voice", ["army", "the army"], BY)
    assert named.fields == {"what": "voice", "names": ["army", "the army"]}


def test_an_assessment_rests_on_the_claims_of_its_group(record: Record):
    assert assess_group(record, "c0", [], BY).fields == {"group": "g0", "evidence": ["c0"]}
    assert assess_group(record, "g1", ["c1"], BY).fields == {"group": "g1", "evidence": ["c1"]}


def test_an_undo_names_what_it_takes_back(record: Record):
    assert undo_judgement(record.judgements, "j", BY).undoes == "j1"
