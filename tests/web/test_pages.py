import re

import pytest
from web.conftest import HOSTILE, Browser, build, open_browser, read_tags

import sayso
from sayso.web import Desk
from sayso.web.pages import STATIC, address_static
from sayso.web.sections import PAGES, SECTIONS, Page

HEAVIEST = 1_500_000


def links(page: str) -> set[str]:
    found = {attributes.get("href", "") for tag, attributes in read_tags(page) if tag == "a"}
    return {address.partition("#")[0] for address in found} - {""}


@pytest.mark.parametrize("section", SECTIONS, ids=[section.title for section in SECTIONS])
def test_every_section_has_a_page_that_names_it(browser: Browser, section: Page):
    page = browser.page(section.path)
    assert "The valley" in page
    assert re.search(rf'aria-current="page">{section.title}<', page)
    assert page.count("<h1") == 1
    assert re.search(
        r'<footer class="foot"><p>3 documents; \d+ of \d+ sentences gave a claim; 0 of \d+ claims reviewed;', page
    )


def crawl(browser: Browser, most: int) -> dict[str, str]:
    waiting, seen = ["/"], {}
    while waiting and len(seen) < most:
        address = waiting.pop(0)
        if address in seen:
            continue
        seen[address] = browser.page(address)
        waiting.extend(sorted(links(seen[address]) - seen.keys()))
    return seen


def test_every_link_leads_to_a_page_of_ours(browser: Browser):
    pages = crawl(browser, most=150)
    kinds = {address.split("/")[1].partition("?")[0] for address in pages}
    assert {"claim", "group", "dispute", "voice", "place", "document", "claims", "trail"} <= kinds
    assert all(len(page.encode()) < HEAVIEST for page in pages.values())


@pytest.mark.parametrize(
    ("address", "holds"),
    [
        ("/claims?place=Harwick", "captured the whole village of Harwick"),
        ("/claims?voice=the army", "captured the whole village of Harwick"),
        ("/claims?kind=shelling", "Shells fell"),
        ("/control?place=Harwick", "most of the village"),
        ("/timeline?since=2021-05&place=Harwick", "Army captures Harwick"),
        ("/figures", "At least 12"),
        ("/search?q=shells", '<mark class="found">Shells</mark> fell'),
        ("/queue?why=disputed", "captured"),
        ("/problems", "undated.txt"),
        ("/disputes", "Harwick"),
    ],
)
def test_a_page_holds_what_its_address_asks_for(browser: Browser, address: str, holds: str):
    assert holds in browser.page(address)


@pytest.mark.parametrize(
    ("address", "lacks"),
    [
        ("/claims?place=Dunmore", "whole village of Harwick"),
        ("/claims?as_of=2021-05-04", "Activists denied"),
        ("/claims?on=2013", 'class="claim"'),
        ("/search?q=elephant", 'class="claim"'),
        ("/claims?standing=agreed_by_opposed", 'class="claim"'),
    ],
)
def test_a_page_leaves_out_what_is_not_asked_for(browser: Browser, address: str, lacks: str):
    assert lacks not in browser.page(address)


def test_a_report_shows_the_places_that_it_names(browser: Browser):
    page = browser.page("/documents")
    (report,) = {address for address in links(page) if "Dunmore" in browser.page(address) and "/document/" in address}
    assert "1 place named" in browser.page(report)


def test_filters_stay_in_the_links_to_further_pages(browser: Browser):
    page = browser.page("/claims?place=Harwick")
    assert "/claims?place=Harwick&amp;sort=day" in page


@pytest.mark.parametrize(
    "address", ["/claims?on=never", "/claims?kind=wedding", "/claims?min_origins=x", "/claims?since=2021-13-45"]
)
def test_a_filter_that_makes_no_sense_is_told_in_words(browser: Browser, address: str):
    answer = browser.get(address)
    assert answer.status_code == 400
    assert "Traceback" not in answer.text
    assert "Back</a>" in answer.text


@pytest.mark.parametrize("page", ["x", "-1", "0", "99999999", "٣", "1e9"])
def test_any_number_of_a_page_is_a_page(browser: Browser, page: str):
    browser.page(f"/claims?page={page}")


@pytest.mark.parametrize("words", ['"', "'; DROP TABLE claims", "* OR *", "NEAR(", "é", "a" * 300, "\u202e"])
def test_any_words_can_be_searched(browser: Browser, words: str):
    assert browser.get("/search", params={"q": words}).status_code == 200


@pytest.mark.parametrize("kind", ["claim", "group", "dispute", "voice", "place", "document", "trail"])
@pytest.mark.parametrize("name", ["zz", "%3Cscript%3E", "a" * 200])
def test_what_is_not_there_is_not_found(browser: Browser, kind: str, name: str):
    answer = browser.get(f"/{kind}/{name}")
    assert answer.status_code == 404
    assert "<script>" not in answer.text


def test_the_drawer_is_the_page_of_a_claim_without_its_frame(browser: Browser):
    address = next(one for one in links(browser.page("/claims")) if one.startswith("/claim/"))
    whole, part = browser.page(address), browser.page(f"{address}?part=drawer")
    assert "<h1>" in part
    assert "Every rule that led to this" in part
    assert len(part) < len(whole)
    assert 'aria-label="Sections"' not in part


def test_a_hostile_article_stays_words(tmp_path):
    browser = open_browser(Desk(build(tmp_path, HOSTILE)))
    pages = crawl(browser, most=80)
    assert any("&lt;script&gt;" in page for page in pages.values())
    assert any("{{ 7*7 }}" in page for page in pages.values())
    for address, page in pages.items():
        for tag, attributes in read_tags(page):
            assert tag not in {"img", "iframe", "object", "embed", "base", "style", "b onclick"}, address
            assert tag != "script" or attributes["src"].startswith("/static/")
            assert not any(name.startswith("on") or name == "style" for name in attributes), (address, tag, attributes)
            goes = [attributes[name] for name in ("href", "src", "action", "formaction") if name in attributes]
            assert all(one.startswith(("/", "#")) and not one.startswith("//") for one in goes), (address, goes)


def test_marks_that_turn_text_round_stay_within_their_words(tmp_path):
    browser = open_browser(Desk(build(tmp_path, HOSTILE)))
    for address, page in crawl(browser, most=40).items():
        body = page[page.index("<main") :]
        for match in re.finditer("[\u202a-\u202e\u2066-\u2069]", body):
            before = body[: match.start()]
            tag = max(
                before.rfind('dir="auto"'),
                before.rfind("<bdi"),
                before.rfind("<option"),
                before.rfind("value="),
                before.rfind("<textarea"),
                before.rfind("aria-label"),
            )
            assert tag >= 0, address


@pytest.mark.parametrize("name", STATIC)
def test_every_file_of_ours_is_sent_and_has_no_address_elsewhere(browser: Browser, name: str):
    answer = browser.get(address_static(name))
    assert answer.status_code == 200
    if name.endswith((".css", ".js")):
        assert "http:" not in answer.text
        assert "https:" not in answer.text


def test_an_error_of_ours_shows_no_trace(desk: Desk, monkeypatch):
    def fail(_desk, _query):
        raise RuntimeError("a secret of the machine")

    broken = Page(path="/", title="Broken", template="help.html", select=fail)
    monkeypatch.setattr("sayso.web.apps.PAGES", (broken,))
    answer = open_browser(desk).get("/")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "Traceback" not in answer.text


def test_a_record_that_another_program_wrote_is_shown(window: Browser, folder):
    assert "later.txt" not in window.page("/documents")
    (folder.parent / "later.txt").write_text(
        "Marlow Post\n\n6 May 2021\n\nThree people were killed in Harwick, police said.\n"
    )
    sayso.open(folder).build(folder.parent / "later.txt")
    assert "later.txt" in window.page("/documents")


def test_settings_that_changed_are_told_and_the_record_is_made_again(window: Browser, folder):
    settings = folder / "sayso.toml"
    settings.write_text(settings.read_text().replace("The valley", "Another valley"))
    assert "have changed since this record was made" in window.page("/")
    assert window.post("/rebuild", back="/").status_code == 303
    page = window.page("/")
    assert "Another valley" in page
    assert "have changed" not in page


def test_there_is_a_page_for_each_thing_of_the_record():
    assert {page.template for page in PAGES} >= {
        f"{name}.html" for name in ("claim", "document", "compare", "voice", "place")
    }
