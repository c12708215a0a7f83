from sayso.intake.pages import read_page
from tests.intake.articles import LEAD, MORE

PAGE = f"""<!doctype html><html lang="en-GB"><head><title>Dam breaks above Arva | The Arva Post</title>
<meta property="og:site_name" content="The Arva Post"><meta name="author" content="Ada Lovel">
<meta property="article:published_time" content="2014-03-04T10:00:00Z">
<link rel="canonical" href="https://arvapost.example/dam"></head><body><nav>Home World Sport</nav>
<script>var a = "<p>not this</p>";</script><style>p {{ color: red }}</style>
<article><h1>Dam breaks above Arva</h1><figure><img src="a.jpg"><figcaption>Men carry sacks on Monday.</figcaption></figure>
<p>{LEAD}</p><p>{MORE}</p></article><footer>Imprint</footer></body></html>"""


def test_a_page_gives_its_article_and_its_facts():
    page = read_page(PAGE)
    assert page.text.splitlines() == ["Dam breaks above Arva", "Men carry sacks on Monday.", LEAD, MORE]
    facts = page.facts
    assert (facts.title, facts.outlet, facts.author) == ("Dam breaks above Arva", "The Arva Post", "Ada Lovel")
    assert (facts.published, facts.url, facts.language) == (
        "2014-03-04T10:00:00Z",
        "https://arvapost.example/dam",
        "en-GB",
    )
    assert not page.is_cut


def test_a_headline_that_only_the_metadata_have_is_put_before_the_text():
    page = read_page(PAGE.replace("<h1>Dam breaks above Arva</h1>", ""))
    assert page.text.startswith("Dam breaks above Arva")


def test_linked_data_and_time_elements_date_a_page():
    undated = PAGE.replace('<meta property="article:published_time" content="2014-03-04T10:00:00Z">', "")
    assert read_page(undated).facts.published is None
    linked = undated.replace(
        "<nav>", '<script type="application/ld+json">{"datePublished": "2014-03-05"}</script><nav>'
    )
    assert read_page(linked).facts.published == "2014-03-05"
    assert (
        read_page(undated.replace("<article>", '<article><time datetime="2014-03-06">x</time>')).facts.published
        == "2014-03-06"
    )


def test_script_and_style_soup_is_no_text():
    soup = "<script>x=1</script><style>y</style>" * 2000
    assert read_page(f"<html><body>{soup}<article><p>{LEAD}</p><p>{MORE}</p></article></body></html>").text.split(
        "\n"
    ) == [LEAD, MORE]
    assert read_page(f"<html><body>{soup}</body></html>") is None


def test_a_hundred_thousand_nested_elements_are_cut_off():
    page = read_page(f"<html><body><p>{LEAD} {MORE}</p>{'<div>' * 100_000}deep</body></html>")
    assert page.is_cut
    assert "dawn" in page.text
    assert read_page(f"<html><body>{'<div>' * 100_000}<p>{LEAD}</p></body></html>") is None


def test_what_is_no_page_gives_nothing():
    assert read_page("") is None
    assert read_page("<!-- -->") is None
