import pytest

from sayso.errors import CaseError
from sayso.store import Clearance, append_clearance, check_clearances, create_folder, read_clearances, read_secret


@pytest.fixture
def folder(tmp_path):
    return create_folder(tmp_path / "case")


def clear(folder, reason):
    return append_clearance(folder, Clearance(what="names", reason=reason, form="csv", made="2024-05-04", by="Ana"))


def test_clearances_are_kept_in_order_and_chained(folder):
    first, second = clear(folder, "asked for it"), clear(folder, "checked again")
    assert read_clearances(folder) == (first, second)
    assert second.previous == first.hash != ""
    assert list(check_clearances(folder)) == []


@pytest.mark.parametrize(
    ("damage", "finding"),
    [
        (lambda text: text.replace("asked", "urged"), "line 1 was changed"),
        (lambda text: text.split("\n", 1)[1], "was taken out or changed"),
    ],
)
def test_a_line_that_was_changed_or_taken_out_is_found(folder, damage, finding):
    clear(folder, "asked for it")
    clear(folder, "checked again")
    folder.clearances.write_text(damage(folder.clearances.read_text()))
    assert any(finding in line for line in check_clearances(folder))


@pytest.mark.parametrize("line", ["no json\n", '{"what": 3}\n'])
def test_a_line_that_is_no_clearance_is_an_error(folder, line):
    folder.clearances.write_text(line)
    with pytest.raises(CaseError, match="clearances"):
        read_clearances(folder)


def test_a_case_without_clearances_has_none(folder):
    assert read_clearances(folder) == ()


def test_the_secret_of_a_case_is_made_once_and_is_its_own(folder, tmp_path):
    assert read_secret(folder) == read_secret(folder)
    assert read_secret(create_folder(tmp_path / "other")) != read_secret(folder)
    assert folder.secret.stat().st_mode & 0o077 == 0
    assert ".secret" in (folder.path / ".gitignore").read_text().split()


@pytest.mark.parametrize("ignored", ["case.sqlite*\ncache/\n", "", None])
def test_the_secret_enters_no_repository_of_an_older_case_either(folder, ignored):
    path = folder.path / ".gitignore"
    path.unlink()
    if ignored is not None:
        path.write_text(ignored)
    read_secret(folder)
    assert path.read_text().split() == [*(ignored or "").split(), ".secret"]


def test_a_damaged_secret_is_an_error(folder):
    folder.secret.write_text("x")
    with pytest.raises(CaseError, match="damaged"):
        read_secret(folder)
