"""What comes of asking for a page, on a small web of our own."""

import gzip
import io
import itertools
import threading
import zlib

import pytest
from capture.asking import fetch, refusal
from small_web import HOME, Page, article, packed
from warcio.archiveiterator import ArchiveIterator

from sayso.capture import fetch_pages
from sayso.capture.addresses import resolve_host
from sayso.model.fetches import Fetched, Unchanged, Wanted


def test_a_page_comes_with_its_address_and_the_headers_of_its_server(web):
    url = web.put("http://herald.test/a", article("The bridge"))
    page = fetch(web, url)[url]
    assert isinstance(page, Fetched)
    assert (page.final_url, page.redirects, page.status, page.is_whole) == (url, (), 200, True)
    assert (page.media_type, page.charset) == ("text/html", "utf-8")
    assert b"The bridge" in page.body


def test_servers_see_who_asks_and_get_no_cookie_back(web):
    page = article("The bridge")
    first = web.put("http://herald.test/a", Page(body=page.body, headers={**page.headers, "Set-Cookie": "who=you"}))
    second = web.put("http://herald.test/b", article("The river"))
    fetch(web, first, second)
    sent = [headers for address, headers in web.asked if not address.endswith("robots.txt")]
    assert len(sent) == 2
    assert {headers["User-Agent"] for headers in sent} == {"sayso/test (+desk@example.org)"}
    assert not any("Cookie" in headers for headers in sent)


def test_what_was_sent_and_received_is_kept_as_a_warc(web):
    url = web.put("http://herald.test/a?page=2", packed(article("The bridge")))
    page = fetch(web, url)[url]
    records = {}
    for record in ArchiveIterator(io.BytesIO(page.warc)):
        body = record.raw_stream.read()
        records[record.rec_type] = (record, body)
    assert list(records) == ["warcinfo", "response", "request"]
    response, raw = records["response"]
    assert response.rec_headers.get_header("WARC-Target-URI") == url
    assert response.rec_headers.get_header("WARC-IP-Address") == HOME
    assert response.http_headers.get_header("Content-Encoding") == "gzip"
    assert gzip.decompress(raw) == page.body
    assert ("Content-Encoding", "gzip") in response.http_headers.headers
    assert records["request"][0].http_headers.get_header("User-Agent").startswith("sayso/test")


def test_a_redirect_is_followed_and_kept(web):
    new = web.put("http://news.test/b", article("The bridge"))
    old = web.put("http://herald.test/a", Page(status=301, headers={"Location": new}))
    page = fetch(web, old)[old]
    assert isinstance(page, Fetched)
    assert (page.final_url, page.redirects) == (new, (old,))
    assert sum(record.rec_type == "response" for record in ArchiveIterator(io.BytesIO(page.warc))) == 2


def test_redirects_come_to_an_end(web):
    url = web.put("http://herald.test/a", Page(status=302, headers={"Location": "/a"}))
    assert refusal(web, url) == "leads on more than 5 times"
    assert web.count("/a") == 6


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("ftp://herald.test/a", "is no http or https address"),
        ("file:///etc/passwd", "is no http or https address"),
        ("javascript:alert(1)", "is no http or https address"),
        ("http://ana:secret@news.test/", "holds a name or password"),
        ("http://[::1", "leads on to what is no web address"),
    ],
)
def test_a_redirect_leads_only_to_the_web(web, location, reason):
    url = web.put("http://herald.test/a", Page(status=302, headers={"Location": location}))
    assert refusal(web, url) == reason


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "herald.test/a", "", "http://", "gopher://herald.test/", "http://[::1", "http://xn--/"],
)
def test_what_is_no_web_address_is_not_asked_for(web, url):
    assert "address" in refusal(web, url)
    assert not web.asked


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.0.0.7", "172.16.3.4", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.251",
     "255.255.255.255", "::1", "fe80::1", "fc00::7", "ff02::1", "::ffff:10.0.0.7", "64:ff9b::a00:7", "2002:a00:7::1",
     "::7f00:1", "fec0::7", "64:ff9b:1::a00:7"],
)  # fmt: skip
def test_no_page_comes_from_an_address_that_is_not_public(web, address):
    web.addresses["inside.test"] = (address,)
    assert "not public" in refusal(web, f"http://inside.test:{web.port}/a")
    assert not web.asked


def test_one_address_that_is_not_public_among_public_ones_is_enough(web):
    web.addresses["inside.test"] = ("93.184.216.34", HOME)
    assert "not public" in refusal(web, f"http://inside.test:{web.port}/a")
    assert not web.asked


@pytest.mark.parametrize("host", ["2130706433", "0x7f000001", "127.1", "0177.0.0.1", "[::1]", "[::ffff:7f00:1]", "0"])
def test_no_way_of_writing_the_own_machine_leads_there(web, host):
    web.put("http://herald.test/a", article("The bridge"))
    reason = refusal(web, f"http://{host}:{web.port}/a", resolve=resolve_host)
    assert "not public" in reason or reason == "is no web address"
    assert not web.asked


def test_a_redirect_does_not_reach_into_the_own_network(web):
    web.addresses["inside.test"] = (HOME,)
    inside = f"http://inside.test:{web.port}/secret"
    url = web.put("http://herald.test/a", Page(status=302, headers={"Location": inside}))
    assert "not public" in refusal(web, url)
    assert web.count("/secret") == 0


def test_a_name_whose_address_changes_is_connected_to_the_address_that_was_checked(web):
    """The second answer of the name server is the own machine: nothing is asked of it."""
    url = web.put("http://herald.test/a", article("The bridge"))
    answers = itertools.chain([("192.0.2.1",)], itertools.repeat((HOME,)))
    asked = []

    def resolve(host, port):
        asked.append((host, port))
        return next(answers)

    assert "not public" in refusal(web, url, resolve=resolve, open_hosts=frozenset())
    assert asked == [("herald.test", web.port)]
    assert not web.asked


def test_every_connection_looks_its_name_up_once(web):
    url = web.put("http://herald.test/a", article("The bridge"))
    asked = []

    def resolve(host, port):
        asked.append(host)
        return web.resolve(host, port)

    fetch(web, url, resolve=resolve)
    assert asked == ["herald.test", "herald.test"], "one for robots.txt, one for the page"


def test_where_one_address_of_a_host_does_not_answer_the_next_is_tried(web):
    url = web.put("http://herald.test/a", article("The bridge"))
    assert isinstance(fetch(web, url, resolve=lambda *_: ("127.0.0.9", HOME))[url], Fetched)


def test_a_body_of_very_many_packed_pieces_is_refused(web):
    body = gzip.compress(b"") * 5_000
    url = web.put("http://herald.test/a", Page(body=body, headers={"Content-Encoding": "gzip"}))
    assert refusal(web, url) == "is not compressed as its server says"


def test_a_host_without_an_address_is_said(web):
    assert refusal(web, "http://nowhere.test/a").startswith("robots.txt of its site cannot be reached")


def _for_ever():
    while True:
        yield b"<p>more and more of it</p>" * 1000


def test_a_page_without_end_is_given_up(web):
    url = web.put("http://herald.test/a", Page(parts=_for_ever, headers={"Content-Type": "text/html"}))
    assert refusal(web, url, largest=2_000_000) == "is larger than 2 MB, more than any article"


def test_a_page_that_drips_is_given_up_when_its_time_is_over(web):
    def drip():
        for _ in range(1000):
            web.now += 5
            yield b"a drop "

    url = web.put("http://herald.test/a", Page(parts=drip, headers={"Content-Type": "text/html"}))
    assert refusal(web, url, seconds=30.0, tries=1) == "took longer than 30 seconds"


def test_a_name_server_that_does_not_answer_is_given_up_when_the_time_is_over(web):
    answers = threading.Event()

    def resolve(_host, _port):
        answers.wait()
        return (HOME,)

    url = web.put("http://herald.test/a", article("The bridge"))
    try:
        assert "took longer than 0.05 seconds" in refusal(web, url, seconds=0.05, tries=1, resolve=resolve)
    finally:
        answers.set()
    assert not web.asked


def test_addresses_that_do_not_answer_share_the_time_of_the_request(web):
    """The clock stands at the end of the time once the name is found: no second address is waited for."""

    def resolve(_host, _port):
        web.now += 40
        return ("192.0.2.1", HOME)

    url = web.put("http://herald.test/a", article("The bridge"))
    assert "took longer than 30 seconds" in refusal(web, url, seconds=30.0, tries=1, resolve=resolve)
    assert not web.asked


@pytest.mark.parametrize("rounds", [1, 2])
def test_a_small_body_that_unpacks_to_a_huge_one_is_given_up(web, rounds):
    body = b"0" * 30_000_000
    for _ in range(rounds):
        body = gzip.compress(body)
    headers = {"Content-Encoding": ", ".join(["gzip"] * rounds), "Content-Type": "text/html"}
    assert len(body) < 40_000
    url = web.put("http://herald.test/a", Page(body=body, headers=headers))
    assert refusal(web, url) == "unpacks to more than 10 MB"


@pytest.mark.parametrize(
    ("encoding", "pack"),
    [
        ("gzip", gzip.compress),
        ("GZIP", gzip.compress),
        ("deflate", zlib.compress),
        ("deflate", lambda body: zlib.compress(body)[2:-4]),
        ("gzip, deflate", lambda body: zlib.compress(gzip.compress(body))),
        ("identity", bytes),
    ],
)
def test_packed_pages_are_unpacked(web, encoding, pack):
    page = article("The bridge")
    url = web.put(
        "http://herald.test/a", Page(body=pack(page.body), headers={**page.headers, "Content-Encoding": encoding})
    )
    assert fetch(web, url)[url].body == page.body


@pytest.mark.parametrize(
    ("encoding", "body"), [("gzip", b"no gzip at all"), ("br", b"whatever"), ("deflate", b"\xff\xff\xff")]
)
def test_a_body_that_is_not_packed_as_its_server_says_is_refused(web, encoding, body):
    url = web.put("http://herald.test/a", Page(body=body, headers={"Content-Encoding": encoding}))
    assert refusal(web, url) == "is not compressed as its server says"


def test_a_page_whose_connection_breaks_is_tried_again_and_then_kept_in_part(web):
    page = article("The bridge")
    url = web.put("http://herald.test/a", Page(body=page.body, headers=page.headers, length=len(page.body) + 100))
    found = fetch(web, url)[url]
    assert isinstance(found, Fetched)
    assert not found.is_whole
    assert found.body == page.body
    assert web.count("/a") == 3


def test_a_page_that_has_not_changed_is_not_sent_again(web):
    def answer(_count):
        sent = web.asked[-1][1]
        is_known = (
            sent.get("If-None-Match") == '"7"' and sent.get("If-Modified-Since") == "Mon, 03 May 2021 10:00:00 GMT"
        )
        return Page(status=304) if is_known else article("The bridge")

    url = web.put("http://herald.test/a", answer)
    wanted = Wanted(url=url, etag='"7"', modified="Mon, 03 May 2021 10:00:00 GMT")
    (found,) = fetch_pages([wanted], web.terms())
    assert isinstance(found, Unchanged)
    assert isinstance(fetch(web, url)[url], Fetched)


def test_a_server_that_calls_a_page_unchanged_which_we_never_had_has_not_sent_it(web):
    url = web.put("http://herald.test/a", Page(status=304))
    assert refusal(web, url) == "the server answers 304 Not Modified"


def test_five_hundred_pages_of_many_sites_all_come(web):
    urls = [web.put(f"http://site{number % 10}.test/{number}", article(f"Part {number}")) for number in range(500)]
    found = fetch(web, *urls, delay=0.0)
    assert set(found) == set(urls)
    assert all(isinstance(page, Fetched) for page in found.values())


def test_whoever_stops_reading_stops_the_fetching(web):
    urls = [web.put(f"http://herald.test/{number}", article(f"Part {number}")) for number in range(200)]
    answers = fetch_pages([Wanted(url=url) for url in urls], web.terms(hosts=1))
    next(answers)
    answers.close()
    assert len(web.asked) < 20
