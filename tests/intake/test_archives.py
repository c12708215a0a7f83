import gzip
import io
import itertools
import zipfile
import zlib
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from sayso.intake import read_inputs
from sayso.intake.archives import read_archive
from sayso.intake.contents import find_sections, read_content, say_asides
from sayso.intake.items import LARGEST, Aside, Item
from sayso.model.documents import Problem
from tests.intake.articles import LEAD, MORE

SITE = "https://herald.example/2014/03/04/"
DATE = "2014-03-05T06:07:08Z"


def page(words):
    return f"<html><body><article><h1>Dam breaks above Arva</h1><p>{words}</p><p>{MORE}</p></article></body></html>".encode()


def write(*records, gzipped=True):
    """Return a WARC with responses, each given as its body and headers that differ from those of a page."""
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=gzipped)
    writer.write_record(writer.create_warcinfo_record("made.warc.gz", {"software": "a test"}))
    for number, (body, headers) in enumerate(records):
        said = {"Content-Type": "text/html; charset=utf-8"} | headers
        status = said.pop("status", "200 OK")
        kind = said.pop("kind", "response")
        http = (
            StatusAndHeaders(status, list(said.items()), protocol="HTTP/1.1")
            if kind in {"response", "revisit"}
            else None
        )
        more = {"WARC-Date": DATE, "WARC-Record-ID": f"<urn:uuid:{number}>"} | said.pop("warc", {})
        made = writer.create_warc_record(
            f"{SITE}{number}.html",
            kind,
            payload=io.BytesIO(body),
            length=len(body),
            http_headers=http,
            warc_content_type=said["Content-Type"],
            warc_headers_dict=more,
        )
        writer.write_record(made)
    return stream.getvalue()


def read(raw, name="a.warc.gz"):
    found = list(read_archive(name, io.BytesIO(raw)))
    return (
        [one for one in found if isinstance(one, Item)],
        [(one.file, one.reason) for one in found if isinstance(one, Problem)],
        [one.what for one in found if isinstance(one, Aside)],
    )


@pytest.mark.parametrize("gzipped", [True, False])
def test_a_page_of_an_archive_is_taken_with_the_record_it_stood_in(tmp_path, gzipped):
    path = tmp_path / ("crawl.warc.gz" if gzipped else "crawl.warc")
    path.write_bytes(write((page(LEAD), {}), gzipped=gzipped))
    ((capture, original),) = read_inputs([path])
    assert original == page(LEAD)
    assert LEAD in capture.text
    assert capture.file == f"{path.as_posix()}:2"
    assert capture.page.url == f"{SITE}0.html"
    archived = capture.archived
    assert (archived.archive, archived.record, archived.url, archived.date) == (
        path.as_posix(), "urn:uuid:0", f"{SITE}0.html", DATE,
    )  # fmt: skip


def test_a_folder_of_archives_is_read_whole(tmp_path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.warc.gz").write_bytes(write((page(LEAD + name), {}), (page(MORE + name), {})))
    captures = [found[0].file.rpartition("/")[2] for found in read_inputs([tmp_path])]
    assert captures == ["a.warc.gz:2", "a.warc.gz:3", "b.warc.gz:2", "b.warc.gz:3"]


def test_the_archives_inside_a_wacz_file_are_read(tmp_path):
    path = tmp_path / "site.wacz"
    with zipfile.ZipFile(path, "w") as zipped:
        zipped.writestr("archive/data.warc.gz", write((page(LEAD), {})))
        zipped.writestr("pages/pages.jsonl", b"{}")
    ((capture, _),) = read_inputs([path])
    assert capture.file.endswith("site.wacz/archive/data.warc.gz:2")


PACKED = [
    ("gzip", gzip.compress(page(LEAD)), {"Content-Encoding": "gzip"}),
    ("deflate", zlib.compress(page(LEAD)), {"Content-Encoding": "deflate"}),
    ("chunked", b"%x\r\n%b\r\n0\r\n\r\n" % (len(page(LEAD)), page(LEAD)), {"Transfer-Encoding": "chunked"}),
    ("an encoding that was taken off", page(LEAD), {"Content-Encoding": "gzip"}),
    ("chunks that were joined", page(LEAD), {"Transfer-Encoding": "chunked"}),
    ("an unknown encoding that was taken off", page(LEAD), {"Content-Encoding": "br"}),
    ("a record without an answer around it", page(LEAD), {"kind": "resource"}),
]


@pytest.mark.parametrize(("body", "headers"), [row[1:] for row in PACKED], ids=[row[0] for row in PACKED])
def test_bodies_are_unpacked_as_their_servers_packed_them(body, headers):
    items, problems, _ = read(write((body, headers)))
    assert [item.raw for item in items] == [page(LEAD)]
    assert problems == []


def test_the_encoding_that_the_server_told_goes_with_the_page():
    (item,), _, _ = read(write((page(LEAD), {"Content-Type": "text/html; charset=windows-1251"})))
    assert item.charset == "windows-1251"


ASIDES = [
    ({"Content-Type": "image/jpeg"}, "image/jpeg"),
    ({"status": "404 Not Found"}, "answers with status 404"),
    ({"status": "301 Moved"}, "answers with status 301"),
    ({"kind": "revisit"}, "repeats of a page that stands elsewhere"),
]


@pytest.mark.parametrize(("headers", "what"), ASIDES)
def test_what_is_no_page_is_counted_and_not_taken(headers, what):
    items, problems, asides = read(write((page(LEAD), headers), (page(MORE), {})))
    assert [item.name for item in items] == ["a.warc.gz:3"]
    assert (problems, asides) == ([], [what])


def test_what_was_passed_over_is_one_problem_of_the_archive(tmp_path):
    path = tmp_path / "a.warc.gz"
    path.write_bytes(write((b"\xff", {"Content-Type": "image/jpeg"}), (page(LEAD), {})))
    problems = [found for found in read_inputs([path]) if isinstance(found, Problem)]
    assert [problem.reason for problem in problems] == [say_asides(Counter({"image/jpeg": 1}))]


TOO_BAD = [
    ("a bomb", gzip.compress(b"0" * 50 * LARGEST), {"Content-Encoding": "gzip"}, "holds more than 10 MB"),
    ("a huge page", b"word " * (LARGEST // 4), {}, "holds more than 10 MB"),
    ("an empty page", b" ", {}, "is empty"),
    ("what cannot be unpacked", b"\x8b\x02\x80\x01", {"Content-Encoding": "br"}, "is packed in a way"),
]


@pytest.mark.parametrize(("body", "headers", "reason"), [row[1:] for row in TOO_BAD], ids=[row[0] for row in TOO_BAD])
def test_a_record_that_cannot_be_read_is_a_problem_and_the_next_is_read(body, headers, reason):
    items, problems, _ = read(write((body, headers), (page(LEAD), {})))
    assert [item.name for item in items] == ["a.warc.gz:3"]
    assert [(name, words.startswith(reason)) for name, words in problems] == [("a.warc.gz:2", True)]


def break_record(raw, how):
    """Return an archive of three pages with the one in the middle broken."""
    if raw[:2] == b"\x1f\x8b":
        starts = [at for at in range(len(raw)) if raw[at : at + 4] == b"\x1f\x8b\x08\x00"]
        start, end = starts[2], starts[3]
        middle = {
            "cut": raw[start : end - 30],
            "garbled": raw[start : start + 40] + b"\xff" * 60 + raw[start + 100 : end],
            "wrong checksum": raw[start : end - 8] + b"\0" * 8,
            "no record": gzip.compress(b"nothing of the kind\r\n\r\n"),
            "endless head": gzip.compress(b"WARC/1.0\r\n" + b"X: y\r\n" * 200_000),
        }[how]
        return raw[:start] + middle + raw[end:]
    starts = [at for at in range(len(raw)) if raw[at : at + 5] == b"WARC/"]
    start, end = starts[2], starts[3]
    middle = {
        "cut": raw[start : end - 30],
        "no record": b"nothing of the kind\r\n" * 3,
        "no length": raw[start:end].replace(b"Content-Length", b"Some-Length", 1),
        "a length that is no number": raw[start:end].replace(b"Content-Length: ", b"Content-Length: x", 1),
    }[how]
    return raw[:start] + middle + raw[end:]


PAGES = [(page(LEAD), {}), (page(MORE), {}), (page(LEAD + MORE), {})]
BROKEN = [
    (True, "cut"), (True, "garbled"), (True, "wrong checksum"), (True, "no record"), (True, "endless head"),
    (False, "no record"), (False, "no length"), (False, "a length that is no number"),
]  # fmt: skip


@pytest.mark.parametrize(("gzipped", "how"), BROKEN)
def test_a_broken_record_is_a_problem_and_those_behind_it_are_read(gzipped, how):
    items, problems, _ = read(break_record(write(*PAGES, gzipped=gzipped), how))
    assert {page(LEAD), page(LEAD + MORE)} <= {item.raw for item in items}
    assert problems


def test_an_archive_that_ends_in_a_record_gives_what_is_there():
    raw = write(*PAGES, gzipped=False)
    items, _, _ = read(raw[:-60])
    assert [item.is_whole for item in items] == [True, True, False]


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "a.wacz"])
@given(raw=st.binary(max_size=400))
def test_bytes_of_any_kind_are_no_page_and_stop_nothing(name, raw):
    items, problems, _ = read(raw, name)
    assert items == []
    assert problems


@given(place=st.integers(0, 3000), waste=st.binary(min_size=1, max_size=50))
def test_damage_anywhere_costs_at_most_the_records_it_touches(place, waste):
    raw = write(*(one for one in PAGES for _ in range(4)))
    place %= len(raw) - len(waste)
    touched = set(range(place, place + len(waste)))
    starts = [at for at in range(len(raw)) if raw[at : at + 4] == b"\x1f\x8b\x08\x00"] + [len(raw)]
    hurt = sum(1 for start, end in itertools.pairwise(starts) if touched & set(range(start, end)))
    items, _, _ = read(raw[:place] + waste + raw[place + len(waste) :])
    assert len(items) >= 12 - hurt


@pytest.mark.parametrize("gzipped", [True, False])
@pytest.mark.parametrize("each", [1, 2, 3, 100])
def test_an_archive_read_in_sections_gives_what_it_gives_as_a_whole(gzipped, each):
    raw = break_record(write(*PAGES, *PAGES, gzipped=gzipped), "no record")
    sections = list(find_sections("a.warc.gz", io.BytesIO(raw), each))
    parts = [list(read_archive("a.warc", io.BytesIO(raw), section)) for section in sections]
    assert [one for part in parts for one in part] == list(read_archive("a.warc", io.BytesIO(raw)))
    assert len(sections) == -(-7 // each)


def test_a_wacz_file_is_cut_into_sections_too():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as zipped:
        for name in ("one", "two"):
            zipped.writestr(f"archive/{name}.warc.gz", write(*PAGES))
    sections = list(find_sections("a.wacz", stream, 2))
    parts = [list(read_archive("a.wacz", stream, section)) for section in sections]
    assert [one for part in parts for one in part] == list(read_archive("a.wacz", stream))
    assert len(sections) == 4


@given(
    lines=st.lists(st.sampled_from([b'{"text": "Water came over the dam"}', b"", b"{broken"]), min_size=1),
    each=st.integers(1, 5),
)
def test_rows_read_in_sections_are_those_of_the_whole_file(lines, each):
    raw = b"\n".join([*lines, b'{"text": "the end"}'])
    sections = list(find_sections("a.jsonl", io.BytesIO(raw), each))
    parts = [list(read_content("a.jsonl", io.BytesIO(raw), section)) for section in sections]
    found = [one for part in parts for one in part if getattr(one, "reason", "") != "is empty"]
    assert found == list(read_content("a.jsonl", io.BytesIO(raw)))
