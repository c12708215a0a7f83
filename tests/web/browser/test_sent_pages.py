"""Do the pages to send open from disk in a real browser, ask for nothing, and can everybody read them?"""

import base64
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from web.browser.driving import FIND_NAMELESS, IN_BROWSER, NARROW, RULES, WIDE, complain

from sayso.case import Leave, open_case

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = IN_BROWSER
# Text that runs out of its box, and boxes of text that lie on each other.
FIND_CUT = """
() => [...document.querySelectorAll("p, li, td, th, h1, h2, h3, h4, span, a, figcaption")]
  .filter((one) => one.checkVisibility() && one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== "inline")
  .map((one) => one.textContent.trim().slice(0, 60))
"""


@pytest.fixture(scope="module")
def pages(demo: Path, tmp_path_factory) -> dict[str, Path]:
    """The briefing and the page to send of the demo case, as files."""
    folder = tmp_path_factory.mktemp("sent")
    case = open_case(demo)
    leave = Leave(unreviewed=True)
    case.write_file(folder / "briefing.html", case.brief("html", leave))
    (bundle,) = case.export("html", folder, leave)
    return {"briefing": folder / "briefing.html", "bundle": bundle}


@pytest.fixture
def opened(chromium):
    """A function that opens a file; what it asks for over a network or complains of fails the test."""
    contexts, asked = [], []

    def open_page(path: Path, **more):
        context = chromium.new_context(viewport=WIDE, **more)
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda one: asked.append(one.url) if not one.url.startswith(("file:", "data:")) else None)
        page.on("console", lambda said: asked.append(said.text) if said.type in {"error", "warning"} else None)
        page.on("pageerror", lambda error: asked.append(str(error)))
        page.goto(path.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not asked


@pytest.mark.parametrize("name", ["briefing", "bundle"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_to_send_can_be_read_wide_and_narrow(opened, pages, name: str, scheme: str):
    page = opened(pages[name], color_scheme=scheme, bypass_csp=True)
    for size in (WIDE, NARROW):
        page.set_viewport_size(size)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, size
        assert not complain(page, RULES)
        assert not page.evaluate(FIND_NAMELESS)
        assert not page.evaluate(FIND_CUT)
        assert page.locator("#short").bounding_box()["y"] < size["height"] / 2


@pytest.mark.parametrize("name", ["briefing", "bundle"])
def test_its_pictures_are_drawn_and_its_fonts_are_its_own(opened, pages, name: str):
    page = opened(pages[name])
    page.locator(".drawn-map img").scroll_into_view_if_needed()
    assert page.evaluate("document.querySelector('.drawn-map img').naturalWidth") > 300
    assert page.evaluate("document.fonts.ready.then((fonts) => [...fonts].every((font) => font.status === 'loaded'))")


def test_a_mark_leads_to_its_note_and_back(opened, pages):
    page = opened(pages["briefing"])
    page.locator("#disputed .ref a").first.click()
    note = page.locator(page.evaluate("location.hash"))
    playwright.expect(note).to_be_in_viewport()
    note.locator(".n").click()
    playwright.expect(page.locator(page.evaluate("location.hash"))).to_be_in_viewport()


def test_claims_are_found_by_voice_place_day_and_words(opened, pages):
    page = opened(pages["bundle"])
    shown = page.locator(".claim:visible")
    everything = shown.count()
    page.locator("[name=voice]").select_option(label="residents")
    residents = shown.count()
    assert 0 < residents < everything
    page.locator("[name=words]").fill("tannery")
    assert 0 < shown.count() < residents
    assert re.match(r"\d+ of \d+ claims", page.locator("output").text_content())
    page.get_by_role("button", name="Show all").click()
    playwright.expect(shown).to_have_count(everything)
    page.locator("[name=since]").fill("2019-03-15")
    assert 0 < shown.count() < everything


def test_the_page_to_send_works_without_scripts(opened, pages):
    page = opened(pages["bundle"], java_script_enabled=False)
    playwright.expect(page.locator("#finder")).to_be_hidden()
    assert page.locator(".claim:visible").count() > 50
    page.locator("nav a", has_text="All claims").click()
    playwright.expect(page.locator("#claims h2")).to_be_in_viewport()


@pytest.mark.parametrize("name", ["briefing", "bundle"])
def test_every_printed_sheet_says_that_it_was_not_reviewed(opened, pages, name: str):
    page = opened(pages[name])
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).page") == "marked"
    assert page.locator(".warning").is_visible()
    assert not page.locator("nav").is_visible()
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_every_picture_of_a_page_to_send_says_that_it_was_not_reviewed(opened, pages):
    page = opened(pages["briefing"])
    pictures = page.locator(".picture figcaption")
    assert pictures.count() > 1
    assert all("Unreviewed machine reading" in words for words in pictures.all_text_contents())
    drawn = page.locator(".drawn-map img").get_attribute("src").partition("base64,")[2]
    assert "Unreviewed machine reading" in base64.b64decode(drawn).decode()


FIREFOX = shutil.which("firefox") or shutil.which("firefox-esr")


@pytest.mark.skipif(FIREFOX is None, reason="there is no Firefox on this machine: apt-get install firefox-esr")
@pytest.mark.parametrize("name", ["briefing", "bundle"])
def test_a_page_to_send_opens_from_disk_in_firefox(pages, tmp_path: Path, name: str):
    image = tmp_path / "page.png"
    command = [str(FIREFOX), "--headless", "--no-remote", "--profile", str(tmp_path), "--window-size=800,600"]
    subprocess.run([*command, f"--screenshot={image}", pages[name].as_uri()], check=True, timeout=120)
    # A page that shows nothing packs into almost none of the bytes of one with words on it.
    assert image.stat().st_size > 20_000
