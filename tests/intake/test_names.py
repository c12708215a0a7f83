from pathlib import Path

from sayso.intake.names import Shortener


def test_a_file_is_named_without_the_folder_that_was_handed_in(tmp_path: Path):
    (tmp_path / "in" / "july").mkdir(parents=True)
    (tmp_path / "in" / "july" / "a.txt").write_text("")
    short = Shortener([tmp_path / "in", f"{tmp_path}/in/"])
    assert short.name(f"{tmp_path}/in/july/a.txt") == "july/a.txt"
    assert Shortener([tmp_path / "in" / "july" / "a.txt"]).name(f"{tmp_path}/in/july/a.txt") == "a.txt"


def test_the_same_name_comes_from_here_and_from_afar(tmp_path: Path, monkeypatch):
    (tmp_path / "in").mkdir()
    monkeypatch.chdir(tmp_path / "in")
    assert Shortener(["."]).name("a.txt") == "a.txt"
    assert Shortener(["../in"]).name("../in/a.txt") == "a.txt"
    assert Shortener(["a.txt"]).name("a.txt") == "a.txt"
    assert Shortener(["-"]).name("-") == "-"


def test_a_row_keeps_its_number(tmp_path: Path):
    assert Shortener([tmp_path / "rows.jsonl"]).name(f"{tmp_path}/rows.jsonl:3") == "rows.jsonl:3"
