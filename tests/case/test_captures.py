"""Pages come from a small web of our own into a case."""

import hashlib
import io
import signal
import subprocess
import sys
from collections import Counter
from datetime import timedelta
from itertools import islice

import pytest
from small_web import Page, article, packed
from warcio.archiveiterator import ArchiveIterator

import sayso
from sayso.case import Options
from sayso.case.captures import Wish, capture_pages, read_terms, watch_feeds
from sayso.errors import InputError, SettingsError
from sayso.model.kinds import CopyKind
from sayso.store import Came, create_folder, document_ids, read_capture, read_notes, read_refusals, read_settings

WAR = "The army said on Monday that it had captured the village of Harwick."


@pytest.fixture
def folder(tmp_path):
    return create_folder(tmp_path / "valley")


def capture(folder, web, *pages, **wish):
    return capture_pages(folder, Wish(pages=pages, **wish), Options(by="Ana"), web.terms())


def test_a_page_becomes_a_document_with_all_that_was_received(folder, web):
    new = web.put("http://herald.test/new", packed(article("Army takes Harwick", WAR)))
    old = web.put("http://herald.test/old", Page(status=301, headers={"Location": "/new"}))
    captured = capture(folder, web, old)
    assert (captured.came, captured.has_new, captured.problems) == (Counter({Came.TAKEN: 1}), True, ())
    (note,) = read_notes(folder)
    assert (note.names, note.by, note.completeness, note.page.url) == ((old,), "Ana", "complete", new)
    assert (note.fetched.url, note.fetched.final_url, note.fetched.redirects) == (old, new, (old,))
    assert dict(note.fetched.headers)["Content-Encoding"] == "gzip"
    warc = (folder.documents / note.id / note.fetched.warc).read_bytes()
    assert hashlib.sha256(warc).hexdigest() == note.fetched.warc_sha256
    assert WAR in read_capture(folder, note).text
    assert (folder.documents / note.id / note.original).read_bytes().startswith(b"<html>")


def test_a_case_of_captured_pages_builds_and_verifies(folder, web):
    url = web.put("http://herald.test/a", article("Army takes Harwick", WAR))
    capture(folder, web, url)
    case = sayso.open(folder.path)
    case.build()
    assert [row["url"] for row in case.documents()] == [url]
    assert list(case.verify()) == []
    (note,) = read_notes(folder)
    (folder.documents / note.id / note.fetched.warc).write_bytes(b"another")
    assert any("response.warc.gz was changed" in line for line in case.verify())


def test_the_same_bytes_from_another_address_are_one_document_with_both_answers(folder, web):
    page = article("Army takes Harwick", WAR)
    first, second = web.put("http://herald.test/a", page), web.put("http://news.test/b", page)
    assert [capture(folder, web, url).came for url in (first, second)] == [Counter({Came.TAKEN: 1})] * 2
    (note,) = read_notes(folder)
    assert note.names == (first, second)
    assert [fetch.url for fetch in note.fetches] == [first, second]
    for fetch in note.fetches:
        warc = (folder.documents / note.id / fetch.warc).read_bytes()
        assert hashlib.sha256(warc).hexdigest() == fetch.warc_sha256
        assert fetch.url in {
            record.rec_headers.get_header("WARC-Target-URI") for record in ArchiveIterator(io.BytesIO(warc))
        }
    case = sayso.open(folder.path)
    case.build()
    assert list(case.verify()) == []
    (folder.documents / note.id / note.fetches[1].warc).unlink()
    assert any("response-2.warc.gz cannot be read" in line for line in case.verify())


def test_a_report_that_was_handed_in_keeps_what_the_web_answers_later(folder, web):
    page = article("Army takes Harwick", WAR)
    case = sayso.open(folder.path)
    (folder.path.parent / "page.html").write_bytes(page.body)
    case.build(folder.path.parent / "page.html")
    url = web.put("http://herald.test/a", page)
    capture(folder, web, url)
    (note,) = read_notes(folder)
    assert (note.fetched, [fetch.url for fetch in note.fetches]) == (None, [url])


def test_what_a_page_says_its_address_is_does_not_count(folder, web):
    page = article("Army takes Harwick", WAR)
    lie = page.body.replace(b"</head>", b'<link rel="canonical" href="https://other.test/x"></head>')
    url = web.put("http://herald.test/a", Page(body=lie, headers=page.headers))
    capture(folder, web, url)
    assert read_notes(folder)[0].page.url == url


def test_the_same_page_again_is_no_second_document(folder, web):
    """Its server does not know what it sent before, and counts its visitors in a corner of the page."""
    page = article("Army takes Harwick", WAR)
    url = web.put(
        "http://herald.test/a",
        lambda count: Page(
            body=page.body.replace(b"<body>", b"<body><!-- visitor %d -->" % count), headers=page.headers
        ),
    )
    capture(folder, web, url)
    assert capture(folder, web, url).came == Counter({Came.SAME: 1})
    assert len(list(document_ids(folder))) == 1


def test_a_changed_page_is_a_later_version(folder, web):
    url = web.put(
        "http://herald.test/a", lambda count: article("Army takes Harwick", WAR if count < 2 else WAR + " Not so.")
    )
    capture(folder, web, url)
    capture(folder, web, url)
    case = sayso.open(folder.path)
    case.build()
    assert len(case.documents()) == 2
    assert [copy.kind for copy in case.record.copies] == [CopyKind.VERSION]


def test_an_unchanged_page_is_asked_for_with_its_tag(folder, web):
    page = article("Army takes Harwick", WAR)

    def answer(_count):
        is_known = web.asked[-1][1].get("If-None-Match") == '"7"'
        return Page(status=304) if is_known else Page(body=page.body, headers={**page.headers, "ETag": '"7"'})

    url = web.put("http://herald.test/a", answer)
    assert [capture(folder, web, url).came for _ in range(3)] == [
        Counter({Came.TAKEN: 1}),
        *[Counter({Came.SAME: 1})] * 2,
    ]


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (Page(status=404), "the server answers 404 Not Found"),
        (Page(body=b"%PDF-1.7", headers={"Content-Type": "application/pdf"}), "is application/pdf and no page of text"),
        (Page(body=b"%PDF-1.7", headers={"Content-Type": "text/html"}), "is no text but a PDF; save its text as a .txt file"),
        (Page(body=b" ", headers={"Content-Type": "text/plain"}), "is empty"),
        (Page(body=b"x", headers={"Content-Type": "application/octet-stream"}),
         "is application/octet-stream and no page of text"),
        (Page(body=b"x"), "is application/octet-stream and no page of text"),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_in_is_a_problem_of_the_case(folder, web, page, reason):
    url = web.put("http://herald.test/a", page)
    captured = capture(folder, web, url)
    assert [problem.reason for problem in captured.problems] == [reason]
    assert [(found.stage, found.file, found.reason) for found in read_refusals(folder)] == [("capture", url, reason)]
    assert list(document_ids(folder)) == []


def test_a_problem_is_gone_when_the_page_has_come(folder, web):
    url = web.put("http://herald.test/a", lambda count: Page(status=404) if count < 2 else article("Harwick", WAR))
    capture(folder, web, url)
    capture(folder, web, url)
    assert read_refusals(folder) == ()


@pytest.mark.parametrize(
    ("body", "charset"),
    [
        ("Café Harwick".encode("cp1252"), "windows-1252"),
        ("Café Harwick".encode(), "windows-1252"),
        ("Café Harwick".encode("cp1252"), "no-such-charset"),
        ("Café Harwick".encode("cp1252"), "utf-8"),
        ("Café Harwick".encode("cp1252"), "rot13"),
        ("\ufeffCafé Harwick".encode("utf-16"), "utf-8"),
    ],
)
def test_letters_are_read_right_whatever_the_server_says_of_them(folder, web, body, charset):
    paragraph = "The café said that it would stay open. "
    encoding = "utf-16" if body[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8" if b"\xc3" in body else "cp1252"
    html = f"<html><body><article><h1>Café Harwick</h1><p>{paragraph * 8}</p></article></body></html>".encode(encoding)
    url = web.put("http://herald.test/a", Page(body=html, headers={"Content-Type": f"text/html; charset={charset}"}))
    capture(folder, web, url)
    (note,) = read_notes(folder)
    assert "Café Harwick" in read_capture(folder, note).text


def test_a_page_that_broke_off_is_kept_in_part_and_said(folder, web):
    page = article("Army takes Harwick", WAR)
    url = web.put("http://herald.test/a", Page(body=page.body, headers=page.headers, length=9_999))
    captured = capture(folder, web, url)
    assert read_notes(folder)[0].completeness == "partial"
    assert [problem.reason for problem in captured.problems] == [
        "the connection broke off; what had come by then was taken in"
    ]


def feed(*urls):
    items = "".join(f"<item><title>x</title><link>{url}</link></item>" for url in urls)
    body = f'<rss version="2.0"><channel><title>Herald</title>{items}</channel></rss>'
    return Page(body=body.encode(), headers={"Content-Type": "application/rss+xml"})


def test_all_sitemaps_that_are_wished_are_read_and_of_those_they_name_no_more_than_there_is_room_for(folder, web):
    head = b'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    named = [web.put(f"http://herald.test/named{number}.xml", Page(status=404)) for number in range(3)]
    index = head + b"".join(f"<sitemap><loc>{one}</loc></sitemap>".encode() for one in named) + b"</sitemapindex>"
    wished = [web.put(f"http://herald.test/{number}.xml", Page(body=index)) for number in range(501)]
    capture(folder, web, sitemaps=tuple(wished))
    assert all(web.count(f"/{number}.xml") for number in range(501))
    assert not any(web.count(f"/named{number}.xml") for number in range(3))


def test_feeds_and_sitemaps_of_sitemaps_name_the_pages(folder, web):
    urls = [web.put(f"http://herald.test/{name}", article(f"Harwick {name}", f"{WAR} ({name})")) for name in "abc"]
    space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    inner = web.put(
        "http://herald.test/map1.xml", Page(body=f"<urlset {space}><url><loc>{urls[2]}</loc></url></urlset>".encode())
    )
    loop = f"<sitemap><loc>http://herald.test:{web.port}/map.xml</loc></sitemap><sitemap><loc>{inner}</loc></sitemap>"
    outer = web.put("http://herald.test/map.xml", Page(body=f"<sitemapindex {space}>{loop}</sitemapindex>".encode()))
    news = web.put("http://herald.test/feed", feed(urls[0], urls[1], urls[0]))
    captured = capture(folder, web, feeds=(news,), sitemaps=(outer,))
    assert captured.came == Counter({Came.TAKEN: 3, Came.LISTING: 3})
    assert sorted(note.page.url for note in read_notes(folder)) == urls


def test_a_run_asks_for_no_more_pages_than_there_is_room_for_and_says_so(folder, web):
    urls = [web.put(f"http://herald.test/{name}", article(f"Harwick {name}", f"{WAR} ({name})")) for name in "abcd"]
    feeds = tuple(web.put(f"http://herald.test/{name}", feed(*pages)) for name, pages in [("1", urls[:3]), ("2", urls)])
    captured = capture_pages(folder, Wish(feeds=feeds), Options(by="Ana"), web.terms(pages=2))
    assert sorted(note.page.url for note in read_notes(folder)) == urls[:2]
    assert [(problem.file, problem.reason) for problem in captured.problems] == [
        (feeds[0], "pages left out: 1; a run asks for 2"),
        (feeds[1], "pages left out: 2; a run asks for 2"),
    ]


def test_what_is_no_feed_is_said(folder, web):
    url = web.put("http://herald.test/feed", article("Harwick", WAR))
    assert [problem.reason for problem in capture(folder, web, feeds=(url,)).problems] == ["is no feed and no sitemap"]


def test_nothing_wished_is_a_mistake(folder, web):
    with pytest.raises(InputError, match="nothing to fetch"):
        capture(folder, web)


def test_a_feed_is_watched_round_after_round(folder, web):
    urls = [
        web.put(f"http://herald.test/{number}", article(f"Part {number}", f"{WAR} ({number})")) for number in range(3)
    ]
    news = web.put("http://herald.test/feed", lambda count: feed(*urls[:count]))
    folder.settings.write_text(f'[capture]\nfeeds = ["{news}"]\n')
    rounds = list(islice(watch_feeds(folder, timedelta(minutes=15), Options(), web.terms()), 3))
    assert [found.came[Came.TAKEN] for found in rounds] == [1, 1, 1]
    assert [found.rested for found in rounds] == [0, 1, 2], "what came a moment ago is not asked for again"
    assert web.waits.count(900.0) == 2


def test_without_a_feed_there_is_nothing_to_watch(folder, web):
    with pytest.raises(InputError, match="names no feed"):
        next(watch_feeds(folder, timedelta(minutes=15), Options(), web.terms()))


def test_the_settings_set_the_terms(folder):
    folder.settings.write_text(
        '[capture]\ncontact = "desk@example.org"\ndelay = 3\nlargest_mb = 2.5\nseconds = 9\nhosts = 2\nallow_hosts = ["a"]\n'
    )
    terms = read_terms(read_settings(folder).capture)
    assert (terms.delay, terms.largest, terms.seconds, terms.hosts) == (3.0, 2_500_000, 9.0, 2)
    assert terms.open_hosts == {"a"}
    assert terms.agent.startswith("sayso/")
    assert "(+desk@example.org)" in terms.agent


@pytest.mark.parametrize(
    "line",
    ["delay = -1", "hosts = 0", "seconds = 0", 'feeds = "x"', "delays = 1", "largest_mb = 0", 'contact = "Überblick"',
     'contact = ""', 'contact = "a)"', 'contact = "a\\nHost: b"'],
)  # fmt: skip
def test_settings_that_make_no_sense_are_named(folder, line):
    folder.settings.write_text(f"[capture]\n{line}\n")
    with pytest.raises(SettingsError, match=r"capture\.?" + line.split()[0]):
        read_settings(folder)


KILLED = """
import os, signal
from sayso.capture import Terms
from sayso.case import Options
from sayso.case.captures import Wish, capture_pages
from sayso.store import open_folder

def tell(step):
    if step.done == {after}:
        os.kill(os.getpid(), signal.SIGKILL)

terms = Terms(agent="sayso/test", open_hosts=frozenset({{"herald.test"}}), sleep=lambda seconds: None,
              resolve=lambda host, port: ("127.0.0.1",))
capture_pages(open_folder({case!r}), Wish(pages={pages!r}), Options(tell=tell), terms)
"""


@pytest.mark.parametrize("after", [1, 4])
def test_a_run_that_was_killed_loses_no_page_and_goes_on(folder, web, after):
    urls = tuple(
        web.put(f"http://herald.test/{number}", article(f"Part {number}", f"{WAR} ({number})")) for number in range(6)
    )
    program = KILLED.format(after=after, case=str(folder.path), pages=urls)
    ended = subprocess.run([sys.executable, "-c", program], check=False)
    assert ended.returncode == -signal.SIGKILL
    kept = [note.names[0] for note in read_notes(folder)]
    assert sorted(kept) == sorted(urls[:after])
    captured = capture(folder, web, *urls)
    assert captured.came == Counter({Came.TAKEN: 6 - after})
    assert captured.rested == after
    assert sorted(note.names[0] for note in read_notes(folder)) == sorted(urls)
