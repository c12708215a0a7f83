"""Can everybody read the pages: wide and narrow, light and dark, on paper, without scripts, with a screen reader?"""

import pytest
from web.browser.driving import FIND_NAMELESS, IN_BROWSER, MIDDLE, NARROW, RULES, WIDE, base, complain, expect_said

from sayso.outputs.reviews import UNREVIEWED_MARK
from sayso.web.sections import SECTIONS

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = IN_BROWSER
# One page of each kind that has no fixed address, and where a link to it stands.
LINKS = (
    ("/claims", ".claim .words a"),
    ("/disputes", ".dispute h2 a"),
    ("/disputes", 'a[href^="/group/"]'),
    ("/voices", 'td a[href^="/voice/"]'),
    ("/places", 'td a[href^="/place/"]'),
    ("/documents", "a.headline"),
    ("/documents", 'a[href^="/trail/"]'),
    ("/origins", 'a[href^="/compare/"]'),
    ("/queue?why=no+claim", 'a[href*="/add?"]'),
)
MORE = (
    "/help",
    "/search?q=army",
    "/queue?why=no+claim",
    "/changes?since=2019-01-01",
    "/claims?place=Kadrin",
    "/nothing",
)
# What is cut off: text that runs out of a box which hides what does not fit.
FIND_CUT = """
() => [...document.querySelectorAll("#main *")]
  .filter((one) => one.checkVisibility() && one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1)
  .filter((one) => getComputedStyle(one).overflowX === "hidden" && !one.closest("svg"))
  .map((one) => `${one.tagName}.${one.className}: ${one.textContent.trim().slice(0, 40)}`)
"""
# What must be scrolled sideways to be read; the days of a map are one line on a narrow screen.
FIND_SCROLLED = """
() => [...document.querySelectorAll("#main *")]
  .filter((one) => one.checkVisibility() && one.clientWidth && one.scrollWidth > one.clientWidth + 1)
  .filter((one) => ["auto", "scroll"].includes(getComputedStyle(one).overflowX) && !one.matches(".days"))
  .map((one) => `${one.tagName}.${one.className}`)
"""


@pytest.fixture
def page(chromium, served: str):
    """A page of a browser into which axe may be put: our own policy lets no script in but ours."""
    context = chromium.new_context(viewport=WIDE, bypass_csp=True)
    page = context.new_page()
    page.set_default_timeout(15_000)
    page.goto(served)
    yield page
    context.close()


def find_addresses(page) -> list[str]:
    """Return the address of a page of every kind."""
    root, found = base(page), [section.path for section in SECTIONS]
    for address, link in LINKS:
        page.goto(root + address)
        found.append(page.locator(link).first.get_attribute("href"))
    return [*found, *MORE]


def open_all(page, address: str) -> None:
    page.goto(base(page) + address)
    page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")


def complain_of(page, address: str, rules: list[str]) -> list[str]:
    open_all(page, address)
    # At its end the bar below a list lies on nothing.
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    return complain(page, rules)


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_axe_finds_nothing_against_any_page(page, size):
    addresses = find_addresses(page)
    page.set_viewport_size(size)
    assert not {address: found for address in addresses if (found := complain_of(page, address, RULES))}


def test_axe_finds_nothing_against_the_drawer(page):
    page.goto(f"{base(page)}/claims")
    for link in (".claim .words a", ".claim-standing a"):
        page.locator(link).first.click()
        page.get_by_role("dialog").locator(".title").wait_for()
        assert not complain(page, RULES)
        page.keyboard.press("Escape")


def test_axe_finds_no_faint_text_in_the_dark(page):
    page.emulate_media(color_scheme="dark")
    rules = ["wcag2aa", "wcag21aa"]
    assert not {address: found for address in find_addresses(page) if (found := complain_of(page, address, rules))}


def test_no_page_is_cut_or_scrolls_sideways(page):
    for address in find_addresses(page):
        for size in (WIDE, MIDDLE, NARROW):
            page.set_viewport_size(size)
            open_all(page, address)
            assert not page.evaluate(FIND_SCROLLED), (address, size)
            assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, (address, size)
            assert not page.evaluate(FIND_CUT), (address, size)
            assert not page.evaluate(FIND_NAMELESS), address


def test_the_first_screen_of_every_page_shows_something_of_the_case(page):
    addresses = find_addresses(page)
    page.set_viewport_size(NARROW)
    for address in addresses:
        page.goto(base(page) + address)
        words = page.locator("main").evaluate(
            "main => [...main.querySelectorAll('h1, h2, h3, p, td, li, dd, label, figure')]"
            ".filter((one) => one.checkVisibility() && one.getBoundingClientRect().top < innerHeight).length"
        )
        assert words >= 2, address


def test_a_printed_page_says_of_each_row_that_nobody_has_reviewed_it(page):
    root = base(page)
    for address in ("/", "/claims", "/disputes", "/control", "/figures", "/timeline", "/queue"):
        page.goto(root + address)
        assert page.locator(".unreviewed:visible").count() == 0
        page.emulate_media(media="print")
        assert page.locator(".unreviewed:visible").first.inner_text().endswith(UNREVIEWED_MARK), address
        assert UNREVIEWED_MARK in page.locator(".printed").inner_text()
        assert page.locator("button:visible, .sections:visible").count() == 0, address
        page.emulate_media(media="screen")
    page.goto(f"{root}/claims")
    page.locator(".claim").first.focus()
    with page.expect_navigation():
        page.keyboard.press("a")
    page.emulate_media(media="print")
    shown = page.locator(".claim").first
    assert UNREVIEWED_MARK not in shown.inner_text()
    assert "accepted by Ana" in shown.inner_text()


def test_pages_work_without_scripts(chromium, served: str):
    context = chromium.new_context(viewport=NARROW, java_script_enabled=False)
    page = context.new_page()
    page.goto(served)
    page.locator(".lead .words a").first.click()
    playwright.expect(page.locator("h1")).to_contain_text("says")
    page.get_by_role("button", name="Accept").click()
    expect_said(page, "Accepted by Ana")
    page.get_by_role("button", name="Undo").click()
    expect_said(page, "Taken back by Ana")
    context.close()
