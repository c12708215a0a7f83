import pytest

pytest.importorskip("pyarrow", reason="work on many documents needs the extra: pip install 'sayso[scale]'")


def test_many_documents_are_read_and_a_case_is_made_of_a_part(run, articles, tmp_path):
    readings, case = tmp_path / "readings", tmp_path / "part"
    done = run("read", articles, "--to", readings, "--workers", "1")
    assert done.code == 0
    assert "3 kept: 3 read, 0 copies of these" in done.out
    done = run("build", "--readings", readings, "--case", case, "--place", "Harwick", "--since", "2021-05")
    assert done.code == 0
    assert "2, 2 added, 0 read anew" in done.out
    assert run("verify", case).code == 0


def test_what_was_passed_over_is_said(run, articles, tmp_path):
    (articles / "bread.txt").write_text(
        "The baker of Harwick has won the prize for the best bread of the whole valley."
    )
    done = run("read", articles, "--to", tmp_path / "readings", "--workers", "1")
    assert "1 passed over: no word of conflict or crisis" in done.out
    assert "--resume" in run("read", articles, "--to", tmp_path / "readings").err
    assert run("read", articles, "--to", tmp_path / "readings", "--resume", "-q").code == 0


WRONG = [
    (("build", "--case", "new", "--place", "Harwick"), "--readings"),
    (("build", "a.txt", "--readings", "r", "--case", "new"), "without INPUT"),
    (("build", "--readings", "gone", "--case", "new"), "no readings"),
    (("read", "a.txt", "--to", "r", "--engine", "spark"), "no engine"),
    (("read", "a.txt", "--to", "r", "--engine", "dask://nowhere"), "no Dask scheduler"),
]


@pytest.mark.parametrize(("command", "words"), WRONG)
def test_a_mistake_is_one_line(run, case, monkeypatch, command, words):
    tmp_path = case.parent
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("Shells fell.")
    command = [case if word == "new" else word for word in command]
    done = run(*command)
    assert done.code == 2
    assert words in done.err
    assert done.err.count("\n") == 1
