from dataclasses import replace

import pytest

from sayso.errors import CaseError
from sayso.model.documents import Problem
from sayso.store import CaseFolder, keep_refusals, read_refusals

EMPTY = Problem(stage="intake", reason="is empty", file="a.txt")
BROKEN = Problem(stage="intake", reason="row 3 is no JSON", file="b.jsonl")


def test_what_could_not_be_taken_in_is_kept_in_order_of_file(folder: CaseFolder):
    keep_refusals(folder, [BROKEN], ())
    keep_refusals(folder, [EMPTY, EMPTY], ())
    assert read_refusals(folder) == (EMPTY, BROKEN)


def test_a_file_that_can_be_read_now_is_no_problem_any_more(folder: CaseFolder):
    keep_refusals(folder, [EMPTY, BROKEN], ())
    keep_refusals(folder, [], {"a.txt"})
    assert read_refusals(folder) == (BROKEN,)


def test_a_file_of_rows_that_was_mended_has_no_broken_row_any_more(folder: CaseFolder):
    keep_refusals(folder, [replace(BROKEN, file="b.jsonl:3"), replace(BROKEN, file="c.jsonl:1")], ())
    keep_refusals(folder, [], {"b.jsonl:1", "b.jsonl:2"})
    assert [problem.file for problem in read_refusals(folder)] == ["c.jsonl:1"]


def test_a_damaged_list_is_named(folder: CaseFolder):
    (folder.documents / "refused.json").write_text("no")
    with pytest.raises(CaseError, match=r"refused\.json"):
        read_refusals(folder)
