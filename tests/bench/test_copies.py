import json

import pytest

from bench import copies

THEIRS = "A ferry with 31 pilgrims on board ran aground near the old lighthouse before dawn."


@pytest.fixture
def find(tmp_path):
    """Return a function that finds what a text of ours, in a file of that name, shares with texts of others."""

    def found(text, *, name="tests/test_ferries.py", others=THEIRS):
        (tmp_path / "others").mkdir()
        path = tmp_path / "others" / "articles.txt"
        path.write_text(others, "utf-8")
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(text, "utf-8")
        return [(copy.line, copy.words) for copy in copies.find_copies(tmp_path, [path])]

    return found


COPIES = [
    ("pilgrims on board ran aground near", [(1, "pilgrims on board ran aground near")]),
    ("one\n\nIt ran aground near the old\nlighthouse before dawn", [(3, "ran aground near the old lighthouse before dawn")]),
    ("PILGRIMS, on board: ran (aground) near", [(1, "pilgrims on board ran aground near")]),
    ("with 4,512 pilgrims on board ran", [(1, "with # pilgrims on board ran")]),
    ("def test_pilgrims_on_board_ran_aground_near(): ...", [(1, "pilgrims on board ran aground near")]),
    ('"pilgrims on "\n"board ran aground\\nnear"', [(1, "pilgrims on board ran aground near")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), COPIES)
def test_six_words_alike_are_a_copy(find, text, found):
    assert find(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "pilgrims on board ran aground off",
        "pilgrims on board who ran aground near",
        "on board pilgrims ran aground near",
    ],
)
def test_five_words_alike_are_none(find, text):
    assert find(text) == []


def test_numbers_alone_are_no_copy(find):
    assert find("1 2 3 4 5 6 7", others="10 20 30 40 50 60 70") == []


def test_a_set_phrase_is_nobodys_own(find):
    text = "The envoy could not be independently verified on"
    assert find(text, others=text) == []


def test_a_sentence_around_a_set_phrase_is_a_copy_still(find):
    text = "It could not be independently verified; the old lighthouse lies in ruins by now."
    assert find(text, others=text) == [(1, "the old lighthouse lies in ruins by now")]


def test_the_weights_are_passed_over(find):
    assert find(THEIRS, name="src/sayso/syntax/model/meta.json") == []


def test_every_text_of_a_line_of_json_is_read(tmp_path):
    path = tmp_path / "dev.jsonl"
    path.write_text(json.dumps({"title": "Ferry", "sentences": [{"text": THEIRS}]}) + "\n", "utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "ferries.md").write_text(THEIRS, "utf-8")
    assert [copy.other for copy in copies.find_copies(tmp_path, [path])] == ["dev.jsonl"]


def test_without_texts_of_others_it_says_that_it_skips(tmp_path, capsys):
    assert copies.run(tmp_path) == 0
    assert "skipped copies" in capsys.readouterr().out


def test_a_copy_in_the_project_is_named_and_fails(tmp_path, capsys):
    (tmp_path / "bench").mkdir()
    (tmp_path / "bench" / "dev.jsonl").write_text(json.dumps((copies.HERE / "copies.py").read_text("utf-8")), "utf-8")
    assert copies.run(tmp_path) == 1
    assert "bench/copies.py:1: " in capsys.readouterr().out
