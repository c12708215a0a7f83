"""Which pages do feeds, sitemaps and lists name?"""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.capture import Listing, read_feed, read_list, read_sitemap

BASE = "https://herald.test/news/feed.xml"
RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Herald</title>
<item><title>A</title><link>https://herald.test/a</link></item>
<item><title>B</title><link>/b#comments</link></item>
<item><title>A again</title><link>https://herald.test/a</link></item>
<item><title>No link</title></item></channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Herald</title>
<entry><title>A</title><link rel="alternate" href="https://herald.test/a"/></entry>
<entry><title>B</title><link rel="alternate" href="../b"/></entry></feed>"""
MAP = """<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc> https://herald.test/a </loc><lastmod>2021-05-03</lastmod></url><url><loc>https://herald.test/b</loc></url>
<url><lastmod>2021</lastmod></url></urlset>"""
INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://herald.test/map1.xml</loc></sitemap><sitemap><loc>/map2.xml</loc></sitemap></sitemapindex>"""
PAGES = ("https://herald.test/a", "https://herald.test/b")


@pytest.mark.parametrize("feed", [RSS, ATOM])
def test_a_feed_names_its_pages_once_each(feed):
    assert read_feed(feed.encode(), BASE) == Listing(pages=PAGES)


@pytest.mark.parametrize("body", [b"", b"<html><body>no feed</body></html>", b"\x00\xff", b"file:///etc/passwd"])
def test_what_is_no_feed_is_none(body):
    assert read_feed(body, BASE) is None


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_a_sitemap_names_its_pages(pack):
    assert read_sitemap(pack(MAP.encode()), BASE) == Listing(pages=PAGES)


def test_a_sitemap_may_be_a_plain_list():
    assert read_sitemap("\n".join(PAGES).encode(), BASE) == Listing(pages=PAGES)


def test_a_sitemap_of_sitemaps_names_those():
    found = read_sitemap(INDEX.encode(), BASE)
    assert found == Listing(sitemaps=("https://herald.test/map1.xml", "https://herald.test/map2.xml"))


@pytest.mark.parametrize("body", [b"", b"<urlset", b"<html/>", b"words and words", b"\x1f\x8bnot gzip"])
def test_what_is_no_sitemap_is_none(body):
    assert read_sitemap(body, BASE) is None


def test_entities_of_a_sitemap_neither_swell_nor_reach_outside():
    swelling = '<!ENTITY a "lol">' + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(8))
    body = f'<!DOCTYPE urlset [{swelling}<!ENTITY file SYSTEM "file:///etc/hostname">]>' + MAP.split("?>", 1)[
        1
    ].replace("https://herald.test/b", "https://herald.test/&i;&file;")
    found = read_sitemap(body.encode(), BASE)
    assert found is None or all(len(page) < 100 for page in found.pages)


def test_a_packed_sitemap_that_swells_is_none():
    assert read_sitemap(gzip.compress(b" " * 60_000_000), BASE) is None


def test_a_list_has_an_address_a_line():
    text = "# the bridge\nhttps://herald.test/a\n\n  https://herald.test/b  \nhttps://herald.test/a\n"
    assert read_list(text) == Listing(pages=PAGES)


@given(body=st.binary(max_size=400))
def test_no_bytes_are_too_strange_to_be_a_feed_or_sitemap(body):
    for read in (read_feed, read_sitemap):
        found = read(body, BASE)
        assert found is None or isinstance(found, Listing)
