import msgspec
import pytest

from sayso.errors import CaseError
from sayso.model.judgements import Judgement
from sayso.model.kinds import JudgementKind
from sayso.store import CaseFolder, append_judgement, check_judgements, read_judgements
from sayso.store.judgements import chain_hash


def judge(folder: CaseFolder, reason: str, author: str = "Ana", **more) -> Judgement:
    draft = Judgement(
        id="", kind=JudgementKind.REJECT, author=author, reason=reason, made="2024-05-01", claim="c1", **more
    )
    return append_judgement(folder, draft)


def test_judgements_read_back_in_the_order_in_which_they_were_made(folder: CaseFolder):
    made = [
        judge(folder, "no claim"),
        judge(folder, "Ünrelated ن", fields={"b": 1, "a": [2]}),
        judge(folder, "x", "Ben"),
    ]
    assert read_judgements(folder) == tuple(made)
    assert len({judgement.id for judgement in made}) == 3


def test_each_judgement_is_chained_to_the_one_before(folder: CaseFolder):
    first, second = judge(folder, "one"), judge(folder, "two")
    assert (first.previous, second.previous) == ("", first.hash)
    assert check_judgements(folder) == ()


def test_a_case_without_judgements_has_none(folder: CaseFolder):
    assert read_judgements(folder) == ()
    assert check_judgements(folder) == ()


def test_a_changed_letter_anywhere_is_noticed(folder: CaseFolder):
    for reason in ("one", "two", "three"):
        judge(folder, reason)
    whole = folder.judgements.read_bytes()
    for place, byte in list(enumerate(whole))[::5]:
        folder.judgements.write_bytes(whole[:place] + bytes([byte ^ 1]) + whole[place + 1 :])
        try:
            found = check_judgements(folder)
        except CaseError:
            continue
        assert found, whole[max(0, place - 20) : place + 20]


def test_a_line_that_was_cut_out_is_noticed(folder: CaseFolder):
    for reason in ("one", "two", "three"):
        judge(folder, reason)
    lines = folder.judgements.read_bytes().splitlines(keepends=True)
    folder.judgements.write_bytes(lines[0] + lines[2])
    (problem,) = check_judgements(folder)
    assert "taken out or changed" in problem.reason


def test_lines_that_git_merged_from_two_branches_are_right(folder: CaseFolder):
    judge(folder, "before the branches")
    common = folder.judgements.read_bytes()
    judge(folder, "on one branch")
    ours = folder.judgements.read_bytes()[len(common) :]
    folder.judgements.write_bytes(common)
    judge(folder, "on the other", author="Ben")
    judge(folder, "and again", author="Ben")
    folder.judgements.write_bytes(folder.judgements.read_bytes() + ours)
    assert check_judgements(folder) == ()
    assert len({judgement.id for judgement in read_judgements(folder)}) == 4


@pytest.mark.parametrize("line", ["<<<<<<< ours\n", "{}\n", '{"id": 1}\n', "\udcff\n"])
def test_a_line_that_is_no_judgement_is_an_error_and_not_passed_over(folder: CaseFolder, line: str):
    judge(folder, "one")
    content = folder.judgements.read_bytes()
    folder.judgements.write_bytes(line.encode("utf-8", "surrogateescape") + content)
    with pytest.raises(CaseError, match="line 1"):
        read_judgements(folder)


def test_a_line_cut_short_is_passed_over_and_set_aside_not_deleted(folder: CaseFolder):
    first = judge(folder, "one")
    whole = folder.judgements.read_bytes()
    folder.judgements.write_bytes(whole + whole[:40])
    assert read_judgements(folder) == (first,)
    assert "not whole" in check_judgements(folder)[0].reason
    second = judge(folder, "two")
    assert read_judgements(folder) == (first, second)
    assert (folder.path / "judgements.torn").read_bytes() == whole[:40]
    assert check_judgements(folder) == ()


def test_a_field_that_a_later_version_added_does_not_break_the_chain(folder: CaseFolder):
    made = judge(folder, "one")
    line = msgspec.json.decode(folder.judgements.read_bytes())
    line["later"] = "yes"
    line["hash"] = chain_hash(line)
    line["id"] = line["hash"][:12]
    folder.judgements.write_bytes(msgspec.json.encode(line) + b"\n")
    assert check_judgements(folder) == ()
    assert read_judgements(folder)[0].reason == made.reason
