import hashlib
import io
import json
import os
import shutil
import tempfile
from pathlib import Path

import pytest

from sayso.errors import InputError
from sayso.intake import describe_document, read_inputs
from sayso.model.documents import Problem
from sayso.model.settings import Settings
from tests.intake.articles import LEAD, MORE

PAGE = f"<html><body><article><h1>Dam breaks above Arva</h1><p>{LEAD}</p><p>{MORE}</p></article></body></html>"


def write(folder, **files):
    for name, content in files.items():
        path = folder / name.replace("_", ".")
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def split(found):
    found = list(found)
    captures = [item[0] for item in found if not isinstance(item, Problem)]
    problems = [(Path(item.file).name, item.reason) for item in found if isinstance(item, Problem)]
    return captures, problems


def names(captures):
    return [Path(capture.file).name for capture in captures]


BAD = [
    ("txt", b"", "is empty"),
    ("txt", b" \n\r\n", "is empty"),
    ("html", b"", "is empty"),
    ("jsonl", b"", "is empty"),
    ("txt", bytes(range(256)) * 40, "is no text but a binary file"),
    ("txt", b"%PDF-1.7 ...", "is no text but a PDF"),
    ("html", b"\x89PNG...", "is no text but a picture"),
    ("txt", (LEAD.encode() + b" ") * 500_000, "holds more than 10 MB"),
    ("html", b"<html><body></body></html>", "no article was found"),
    ("html", b"<html><body>" + b"<div>" * 100_000 + b"deep</body></html>", "no article was found"),
    ("html", b"<html><script>" + b"var x = 1;" * 1000 + b"</script></html>", "no article was found"),
    ("jsonl", b"{broken", "row 1 is not valid JSON"),
]


@pytest.mark.parametrize(("ending", "content", "reason"), BAD)
def test_what_cannot_be_read_is_a_problem_in_words_and_the_rest_is_taken(tmp_path, ending, content, reason):
    write(tmp_path, **{f"a_{ending}": content, "b_txt": LEAD})
    captures, problems = split(read_inputs([tmp_path]))
    assert names(captures) == ["b.txt"]
    assert [(name.split(":")[0], words.startswith(reason)) for name, words in problems] == [(f"a.{ending}", True)]


DAMAGED = [
    ("“Wir bleiben”, sagte die Bürgermeisterin über die Brücke. ".encode() + b"\xff", "utf-8"),
    (f"{LEAD}\0{MORE}".encode(), "utf-8"),
]


@pytest.mark.parametrize(("content", "encoding"), DAMAGED)
def test_a_damaged_text_is_taken_with_a_problem(tmp_path, content, encoding):
    (capture,), ((_, reason),) = split(read_inputs([write(tmp_path, a_txt=content)]))
    assert capture.completeness == "partial"
    assert f"could not be read as {encoding}" in reason
    assert "\0" not in capture.text


@pytest.mark.parametrize(
    "text", [f"{LEAD}\n\n{MORE}\n", f"{LEAD}\r\n{MORE}", "سقطت المدينة 🙂 then calm\n", "no line end"]
)
def test_a_text_file_is_read_as_it_is(tmp_path, text):
    path = write(tmp_path, a_txt=text) / "a.txt"
    ((capture, original),) = read_inputs([path])
    with path.open(encoding="utf-8", newline="") as stream:
        assert capture.text == stream.read() == text
    assert original == path.read_bytes()
    assert capture.sha256 == hashlib.sha256(original).hexdigest()
    assert capture.id == capture.sha256[:16]
    assert (capture.media_type, capture.completeness, capture.file) == ("text/plain", "complete", path.as_posix())


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_other_encodings_are_found(tmp_path, encoding):
    ((capture, _),) = read_inputs([write(tmp_path, a_txt=LEAD.encode(encoding))])
    assert capture.text == LEAD


def test_one_line_of_five_megabytes_is_taken_and_described(tmp_path):
    ((capture, _),) = read_inputs([write(tmp_path, a_txt=f"{LEAD} " * 50_000)])
    assert describe_document(capture, Settings()).language == "en"


def test_an_article_in_another_language_says_so(tmp_path):
    text = "Die Stadt wurde am Montag von der Armee genommen, und die meisten Bewohner sind nicht mehr da, sagte sie."
    ((capture, _),) = read_inputs([write(tmp_path, a_txt=text)])
    assert describe_document(capture, Settings()).language == "de"


def test_a_page_keeps_its_bytes_and_gives_its_article(tmp_path):
    ((capture, original),) = read_inputs([write(tmp_path, a_html=PAGE)])
    assert original == PAGE.encode()
    assert capture.text.splitlines()[-2:] == [LEAD, MORE]
    assert (capture.media_type, capture.method.split()[0]) == ("text/html", "trafilatura")


def test_a_deep_page_is_taken_in_part_and_says_so(tmp_path):
    page = f"<html><body><p>{LEAD} {MORE}</p>{'<b>' * 100_000}deep</body></html>"
    (capture,), ((_, reason),) = split(read_inputs([write(tmp_path, a_html=page)]))
    assert capture.completeness == "partial"
    assert "nested too deep" in reason


def test_rows_are_articles_with_names_of_their_own(tmp_path):
    row = {"id": 7, "text": LEAD, "outlet": "Radio Dorn", "published": "2014-03-04", "title": "Dam breaks", "url": None}
    lines = [json.dumps(row), "{broken", json.dumps({"html": PAGE, "title": "Dam"}), json.dumps({"text": ""})]
    captures, problems = split(read_inputs([write(tmp_path, a_jsonl="\n".join(lines))]))
    assert names(captures) == ["a.jsonl:1", "a.jsonl:3"]
    assert [name for name, _ in problems] == ["a.jsonl:2", "a.jsonl:4"]
    first, page = captures
    assert (first.external_id, first.page.outlet, first.page.published) == ("7", "Radio Dorn", "2014-03-04")
    assert (first.text, page.page.title) == (LEAD, "Dam")


def test_a_rows_hash_is_that_of_its_canonical_json(tmp_path):
    ((capture, original),) = read_inputs([write(tmp_path, a_jsonl='{"text": "Wasser",  "id": "ü"}')])
    assert original == '{"id":"ü","text":"Wasser"}'.encode()
    assert capture.sha256 == hashlib.sha256(original).hexdigest()


def test_the_same_bytes_under_two_names_are_one_capture_with_both(tmp_path):
    write(tmp_path, b_txt=LEAD, a_txt=LEAD, c_txt=MORE)
    first, second = (capture for capture, _ in read_inputs([tmp_path]))
    assert (Path(first.file).name, names_of(first.also)) == ("a.txt", ["b.txt"])
    assert second.also == ()


def names_of(files):
    return [Path(file).name for file in files]


def test_the_same_row_twice_is_one_capture(tmp_path):
    line = json.dumps({"text": LEAD})
    ((capture, _),) = read_inputs([write(tmp_path, a_jsonl=f"{line}\n{line}\n")])
    assert names_of(capture.also) == ["a.jsonl:2"]


def test_one_text_from_two_outlets_is_two_documents(tmp_path):
    rows = [json.dumps({"text": LEAD, "outlet": outlet}) for outlet in ("The Arva Post", "Radio Dorn")]
    captures, _ = split(read_inputs([write(tmp_path, a_jsonl="\n".join(rows))]))
    assert len({capture.id for capture in captures}) == 2


def test_a_file_given_twice_is_taken_once(tmp_path):
    write(tmp_path, a_txt=LEAD)
    ((capture, _),) = read_inputs([tmp_path, tmp_path / "a.txt", str(tmp_path)])
    assert capture.also == ()


def test_folders_are_walked_in_order_and_hidden_files_and_cases_are_not(tmp_path):
    write(tmp_path, b_txt=LEAD, a_txt=MORE)
    (tmp_path / ".hidden.txt").write_text(LEAD + "1")
    (tmp_path / "c").mkdir()
    write(tmp_path / "c", a_htm=PAGE, x_pdf=b"%PDF", sayso_toml="")
    (tmp_path / "d" / "documents").mkdir(parents=True)
    write(tmp_path / "d", sayso_toml="", a_txt=LEAD + "2")
    captures, problems = split(read_inputs([tmp_path]))
    assert names(captures) == ["a.txt", "b.txt", "a.htm"]
    assert problems == [("x.pdf", "unknown type of file (.pdf): .txt, .html, .jsonl, .warc and .wacz are read")]


def test_a_case_is_no_folder_of_articles(tmp_path):
    (tmp_path / "documents").mkdir()
    _, ((_, reason),) = split(read_inputs([write(tmp_path, sayso_toml="")]))
    assert reason.startswith("this is a case")


def test_links_that_lead_back_are_problems(tmp_path):
    write(tmp_path, a_txt=LEAD)
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "up").symlink_to(tmp_path)
    (tmp_path / "c.txt").symlink_to("d.txt")
    (tmp_path / "d.txt").symlink_to("c.txt")
    (tmp_path / "e.txt").symlink_to("gone.txt")
    captures, problems = split(read_inputs([tmp_path]))
    assert names(captures) == ["a.txt"]
    assert [name for name, _ in problems] == ["up", "c.txt", "d.txt", "e.txt"]
    assert split(read_inputs([tmp_path / "c.txt"]))[1] == [("c.txt", "the link leads back to itself")]


def test_a_link_out_of_the_folder_is_a_problem_and_one_inside_it_is_not(tmp_path):
    (tmp_path / "given").mkdir()
    (tmp_path / "other").mkdir()
    write(tmp_path / "given", a_txt=LEAD)
    write(tmp_path / "other", secret_txt=MORE)
    (tmp_path / "given" / "b.txt").symlink_to(tmp_path / "other" / "secret.txt")
    (tmp_path / "given" / "c").symlink_to(tmp_path / "other")
    (tmp_path / "given" / "d.txt").symlink_to("a.txt")
    captures, problems = split(read_inputs([tmp_path / "given"]))
    assert names(captures) == ["a.txt"]
    assert [name.rpartition("/")[2] for name in captures[0].also] == ["d.txt"]
    assert [name for name, _ in problems] == ["b.txt", "c"]
    assert all("leads out of the folder" in reason for _, reason in problems)


def test_a_pipe_is_no_ordinary_file(tmp_path):
    os.mkfifo(tmp_path / "a.txt")
    _, ((_, reason),) = split(read_inputs([tmp_path]))
    assert reason.startswith("is no ordinary file")


@pytest.fixture
def closed_folder():
    """A folder, reachable by all, with a file and a folder that only their owner may read; we are not the owner."""
    folder = Path(tempfile.mkdtemp())
    write(folder, a_txt=LEAD, b_txt=MORE)
    (folder / "c").mkdir()
    folder.chmod(0o755)
    (folder / "a.txt").chmod(0)
    (folder / "c").chmod(0)
    user = os.geteuid()
    if user == 0:
        os.seteuid(65_534)
    yield folder
    os.seteuid(user)
    shutil.rmtree(folder)


def test_a_file_without_permission_is_a_problem(closed_folder):
    captures, problems = split(read_inputs([closed_folder]))
    assert names(captures) == ["b.txt"]
    assert problems == [
        ("a.txt", "cannot be read: Permission denied"),
        ("c", "the folder cannot be read: Permission denied"),
    ]


def test_a_path_that_does_not_exist_is_the_callers_mistake():
    with pytest.raises(InputError, match="no file or folder 'gone'"):
        read_inputs(["gone"])


TYPED = [
    (LEAD.encode(), [("-", "text/plain")]),
    (PAGE.encode(), [("-", "text/html")]),
    (json.dumps({"text": LEAD}).encode() + b"\n", [("-:1", "application/json")]),
]


@pytest.mark.parametrize(("raw", "expected"), TYPED)
def test_standard_input_is_read_as_what_it_evidently_is(raw, expected):
    captures, _ = split(read_inputs(["-"], stdin=io.BytesIO(raw)))
    assert [(capture.file, capture.media_type) for capture in captures] == expected


def test_empty_standard_input_is_a_problem():
    assert split(read_inputs(["-"], stdin=io.BytesIO(b"")))[1] == [("-", "is empty")]


def test_a_file_without_a_known_ending_is_read_by_what_it_holds(tmp_path):
    write(tmp_path, article=LEAD, page=PAGE, notes_md=MORE)
    found = [read_inputs([tmp_path / name]) for name in ("article", "page", "notes.md")]
    assert [split(items)[0][0].media_type for items in found] == ["text/plain", "text/html", "text/plain"]
