"""What does a new line on a claim take over from the lines that stand there?"""

from pathlib import Path

import pytest

from sayso.case import create_case
from sayso.case.edits import keep_edits
from sayso.model.judgements import Judgement
from sayso.model.kinds import JudgementKind
from sayso.model.records import Record


def line(kind, author="Ana", *, name="", claim="c1", **fields) -> Judgement:
    return Judgement(
        id=name, kind=JudgementKind(kind), author=author, reason="seen", made="2024-05-01", claim=claim, fields=fields
    )


PLACE, BY_BEA = line("edit", place="Ford"), line("edit", "Bea", place="Harwick")


@pytest.mark.parametrize(
    ("new", "known", "kind", "fields"),
    [
        (line("edit", time="2013-07"), [PLACE], "edit", {"place": "Ford", "time": "2013-07"}),
        (line("edit", place="Mill"), [PLACE], "edit", {"place": "Mill"}),
        (line("edit", time="2013-07"), [BY_BEA], "edit", {"time": "2013-07"}),
        (line("edit", claim="c2", time="2013-07"), [PLACE], "edit", {"time": "2013-07"}),
        (line("accept"), [BY_BEA], "edit", {"place": "Harwick"}),
        (line("accept"), [], "accept", {}),
        (line("accept"), [PLACE, line("reject")], "accept", {}),
        (line("accept", "Cem"), [PLACE, BY_BEA], "accept", {}),
        (line("reject", "Bea"), [PLACE], "reject", {}),
    ],
)
def test_an_edit_keeps_what_its_author_set_and_an_acceptance_what_stands(new, known, kind, fields):
    made = keep_edits(new, known)
    assert (made.kind.value, made.fields) == (kind, fields)


def test_an_edit_that_was_taken_back_is_not_taken_over():
    undo = Judgement(id="u1", kind=JudgementKind.UNDO, author="Ana", reason="slip", made="2024-05-01", undoes="e1")
    known = [line("edit", name="e1", place="Ford"), undo]
    assert keep_edits(line("edit", time="2013-07"), known).fields == {"time": "2013-07"}


def test_two_edits_of_a_claim_that_are_written_down_together_both_stand(tmp_path: Path, record: Record):
    case = create_case(tmp_path / "case")
    written = case.write_down([line("edit", place="Ford"), line("edit", time="2013-07")], record)
    assert written[-1].fields == {"place": "Ford", "time": "2013-07"}
    assert case.judgements() == written
