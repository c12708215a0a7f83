"""Do the pages work in a real browser, by mouse and by keyboard, wide and narrow? Skipped where there is none."""

import re
import shutil
from importlib import resources
from pathlib import Path
from threading import Thread

import pytest

import sayso
from sayso.case import Options
from sayso.web import Desk, listen, make_app
from sayso.web.apps import SECTIONS
from sayso.web.servers import load_uvicorn

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine: apt-get install chromium"),
]
WIDE, NARROW = {"width": 1440, "height": 900}, {"width": 390, "height": 844}

# Every text on the page against the colours behind it, by WCAG 2.1: 4.5 for text, 3 for large text.
FIND_FAINT = """
() => {
  const parse = (colour) => (colour.match(/[\\d.]+/g) ?? [0, 0, 0, 0]).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((c) => c / 255)
    .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, n) => sum + c * [0.2126, 0.7152, 0.0722][n], 0);
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] > 0.99) return colour;
    }
    return parse(getComputedStyle(document.documentElement).backgroundColor);
  };
  const faint = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.checkVisibility() || element.closest("svg, option, .hidden, .skip")) continue;
    const style = getComputedStyle(element);
    const [one, other] = [light(parse(style.color)), light(behind(element))].sort((a, b) => b - a);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if ((one + 0.05) / (other + 0.05) < (isLarge ? 3 : 4.5)) faint.push(`${element.className}: ${walker.currentNode.data.trim().slice(0, 40)}`);
  }
  return faint;
}
"""
FIND_NAMELESS = """
() => [...document.querySelectorAll("input:not([type=hidden]), select, textarea, button, a[href], summary")]
  .filter((one) => one.checkVisibility())
  .filter((one) => !(one.labels?.length || one.ariaLabel || one.textContent.trim() || one.value))
  .map((one) => one.outerHTML.slice(0, 90))
"""


@pytest.fixture(scope="module")
def chromium():
    with playwright.sync_playwright() as started:
        launched = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def demo(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("browser")
    with resources.as_file(resources.files("sayso.demo") / "velmora") as shipped:
        case = sayso.create(folder / "case", (shipped / "sayso.toml").read_bytes())
        case.build(shipped / "articles", options=Options(by="Ana"))
    return folder / "case"


@pytest.fixture
def served(demo: Path, tmp_path: Path):
    """The demo case, served; the address holds the token."""
    case = Path(shutil.copytree(demo, tmp_path / "case"))
    listening = listen()
    app = make_app(Desk(case, Options(by="Ana")), listening.gate, "Ana")
    uvicorn = load_uvicorn()
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", ws="none", lifespan="off", loop="asyncio"))
    thread = Thread(target=server.run, kwargs={"sockets": [listening.socket]})
    thread.start()
    yield listening.address
    server.should_exit = True
    thread.join()
    listening.socket.close()


@pytest.fixture
def view(chromium, served: str):
    """A page of a browser on the overview; what it complains of fails the test."""
    context = chromium.new_context(viewport=WIDE, permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.set_default_timeout(15_000)
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(served)
    yield page
    context.close()
    assert not complaints


def base(view) -> str:
    return re.match(r"http://[^/]+", view.url)[0]


def expect_said(view, words: str) -> None:
    playwright.expect(view.get_by_role("status")).to_contain_text(words)


def test_a_case_is_read_and_corrected_with_the_mouse(view):
    assert "token" not in view.url
    view.locator(".lead h3 a").first.click()
    view.wait_for_url("**/dispute/**")
    view.locator(".said .words a").first.click()
    drawer = view.get_by_role("dialog")
    playwright.expect(drawer.get_by_role("heading", name="Read as")).to_be_visible()
    assert "/claim/" in view.url
    drawer.get_by_role("button", name="Copy as footnote").click()
    playwright.expect(drawer.get_by_role("button", name="Copied")).to_be_visible()
    assert "[sayso " in view.evaluate("navigator.clipboard.readText()")
    drawer.get_by_role("button", name="Close").click()
    playwright.expect(drawer).to_be_hidden()
    view.wait_for_url("**/dispute/**")


def test_a_report_is_dated_with_the_mouse(view):
    view.get_by_role("link", name="Problems", exact=True).click()
    view.locator("main .headline").first.click()
    view.get_by_label("It came out on").fill("2019-03-14")
    view.get_by_role("button", name="Set the day").click()
    expect_said(view, "Dated by Ana")
    playwright.expect(view.locator(".title")).to_contain_text("14 March 2019")


def test_two_voices_are_merged_with_the_mouse(view):
    view.get_by_role("link", name="Voices", exact=True).click()
    for name in ("merge Karinform", "merge Karsovian state television"):
        view.get_by_label(name, exact=True).check()
    view.get_by_role("button", name="Merge the marked voices").click()
    expect_said(view, "Merged by Ana")
    playwright.expect(view.get_by_label("merge Karsovian state television", exact=True)).to_have_count(0)
    view.get_by_role("button", name="Undo").click()
    playwright.expect(view.get_by_label("merge Karsovian state television", exact=True)).to_have_count(1)


def test_a_claim_is_rejected_and_added_with_the_mouse(view):
    view.goto(f"{base(view)}/claims?voice=doctors")
    before = view.locator(".claim").count()
    view.locator(".claim .words a").first.click()
    view.get_by_role("dialog").get_by_role("button", name="Reject").click()
    expect_said(view, "Rejected by Ana")
    playwright.expect(view.locator(".claim")).to_have_count(before - 1)
    view.get_by_role("button", name="Undo").click()
    playwright.expect(view.locator(".claim")).to_have_count(before)
    view.locator(".claim .report").first.click()
    view.wait_for_url("**/document/**")
    view.evaluate("""() => {
      const text = document.querySelector("#text p:nth-of-type(5)");
      getSelection().selectAllChildren(text);
    }""")
    view.keyboard.press("n")
    view.wait_for_url("**/add?**")
    view.locator("select[name=kind]").select_option("evacuation")
    view.get_by_role("button", name="Add the claim").click()
    expect_said(view, "Added by Ana")


def test_a_list_is_filtered_by_day_and_voice_and_the_words_are_searched(view):
    view.get_by_role("link", name="Claims", exact=True).click()
    view.locator("summary", has_text="Filter").click()
    view.get_by_label("on", exact=True).fill("2019-03-11")
    view.get_by_label("voice", exact=True).fill("Karsovian army")
    view.get_by_role("button", name="Show").click()
    assert "on=2019-03-11" in view.url
    found = view.locator(".claim .who-says").all_inner_texts()
    assert found
    assert all("Karsovian army" in one for one in found)
    view.get_by_label("Search words").first.fill("waterworks")
    view.keyboard.press("Enter")
    playwright.expect(view.locator("h1")).to_have_text("Search")
    assert view.locator(".claim").count() > 0


def press(view, *keys: str):
    """Press keys; the last one leads to another page."""
    for key in keys[:-1]:
        view.keyboard.press(key)
    with view.expect_navigation():
        view.keyboard.press(keys[-1])


def focused(view) -> str:
    return view.evaluate("document.activeElement.dataset.claim")


def test_words_are_opened_and_copied_by_keyboard_alone(view):
    view.goto(f"{base(view)}/claims")
    for key in ("j", "j", "k"):
        view.keyboard.press(key)
    first = focused(view)
    view.keyboard.press("Enter")
    playwright.expect(view.get_by_role("dialog")).to_be_visible()
    assert view.url.endswith(first)
    view.keyboard.press("c")
    playwright.expect(view.get_by_role("button", name="Copied")).to_be_visible()
    view.keyboard.press("Escape")
    playwright.expect(view.get_by_role("dialog")).to_be_hidden()
    view.wait_for_url("**/claims")
    assert focused(view) == first


def test_a_footnote_is_copied_from_a_list_by_keyboard_alone(view):
    view.goto(f"{base(view)}/claims")
    view.keyboard.press("j")
    claim = focused(view)
    view.keyboard.press("c")
    playwright.expect(view.locator(f"[data-footnote='{claim}']")).to_have_text("Copied")
    assert f"[sayso {claim}, unreviewed machine reading]" in view.evaluate("navigator.clipboard.readText()")


def test_the_claims_of_a_place_open_beside_the_map(view):
    view.goto(f"{base(view)}/map")
    view.locator(".map-wide a.spot", has_text="Marl Bridge").click()
    playwright.expect(view.locator("#place h2")).to_have_text("Marl Bridge")
    assert view.url.endswith("at=Marl+Bridge")
    view.keyboard.press("j")
    assert focused(view)
    view.get_by_role("link", name="All places").click()
    playwright.expect(view.locator(".spots").first).to_be_visible()
    view.locator(".map-wide a.spot", has_text="Marl Bridge").focus()
    view.keyboard.press("Enter")
    playwright.expect(view.locator("#place .said").first).to_be_visible()


def test_claims_are_judged_by_keyboard_alone(view):
    view.goto(f"{base(view)}/claims")
    view.keyboard.press("j")
    first = focused(view)
    press(view, "a")
    expect_said(view, "Accepted by Ana")
    assert focused(view) == first
    press(view, "u")
    expect_said(view, "Taken back by Ana")
    press(view, "j", "r")
    expect_said(view, "Rejected by Ana")
    assert focused(view) != first
    press(view, "u")
    view.keyboard.press("j")
    view.keyboard.press("e")
    playwright.expect(view.get_by_label("who says it (outer › inner)")).to_be_focused()
    view.keyboard.press("ControlOrMeta+a")
    view.keyboard.type("army staff")
    press(view, "Enter")
    expect_said(view, "Edited by Ana")


def tab_to(view, wanted) -> None:
    """Press the tab key until what is wanted has the focus: whoever has no mouse must get there."""
    for _ in range(200):
        if wanted.evaluate("one => one === document.activeElement"):
            return
        view.keyboard.press("Tab")
    raise AssertionError(f"the tab key does not lead to {wanted}")


def test_a_dispute_is_opened_by_keyboard_alone(view):
    tab_to(view, view.get_by_role("link", name="Disputes", exact=True))
    press(view, "Enter")
    press(view, "j", "Enter")
    assert "/dispute/" in view.url


def test_a_report_is_dated_by_keyboard_alone(view):
    view.goto(f"{base(view)}/problems")
    press(view, "j", "Enter")
    tab_to(view, view.get_by_label("It came out on"))
    view.keyboard.type("2019-03-14")
    press(view, "Enter")
    expect_said(view, "Dated by Ana")


def test_two_voices_are_merged_by_keyboard_alone(view):
    view.goto(f"{base(view)}/voices")
    for name in ("merge Karinform", "merge Karsovian state television"):
        tab_to(view, view.get_by_label(name, exact=True))
        view.keyboard.press("Space")
    tab_to(view, view.get_by_role("button", name="Merge the marked voices"))
    press(view, "Enter")
    expect_said(view, "Merged by Ana")


def test_a_claim_is_added_and_a_list_filtered_by_keyboard_alone(view):
    view.goto(f"{base(view)}/documents")
    press(view, "j", "Enter")
    words = view.locator("#text p").nth(5).inner_text()
    view.keyboard.press("n")
    view.keyboard.type(words)
    tab_to(view, view.get_by_role("button", name="Draft it"))
    press(view, "Enter")
    tab_to(view, view.locator("select[name=kind]"))
    view.keyboard.type("evac")
    tab_to(view, view.get_by_role("button", name="Add the claim"))
    press(view, "Enter")
    expect_said(view, "Added by Ana")
    view.goto(f"{base(view)}/claims")
    tab_to(view, view.locator("summary", has_text="Filter"))
    view.keyboard.press("Enter")
    tab_to(view, view.locator(".filters select[name=kind]"))
    view.keyboard.type("evac")
    tab_to(view, view.get_by_role("button", name="Show", exact=True))
    press(view, "Enter")
    assert "kind=evacuation" in view.url
    playwright.expect(view.locator(".claims")).to_contain_text("added by Ana")


def test_the_page_of_a_claim_takes_the_keys_at_once(view):
    view.goto(base(view) + view.locator(".lead .words a").first.get_attribute("href"))
    view.keyboard.press("e")
    view.keyboard.press("ControlOrMeta+a")
    view.keyboard.type("army staff")
    press(view, "Enter")
    expect_said(view, "Edited by Ana")
    press(view, "a")
    expect_said(view, "Accepted by Ana")


def test_words_are_searched_and_help_is_opened_by_keyboard_alone(view):
    view.keyboard.press("/")
    view.keyboard.type("granary")
    press(view, "Enter")
    assert view.locator(".claim").count() > 0
    view.keyboard.press("j")
    press(view, "?")
    assert view.url.endswith("/help")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_can_be_read_wide_and_narrow(chromium, served: str, scheme: str):
    context = chromium.new_context(viewport=WIDE, color_scheme=scheme)
    page = context.new_page()
    page.goto(served)
    root = base(page)
    addresses = [address for address, _ in SECTIONS] + ["/help", "/search?q=army"]
    for found in (".lead h3 a", ".lead .words a", ".said .report", ".answer a, .agreed h3 a"):
        addresses += [page.locator(found).first.get_attribute("href")]
    for address in addresses:
        for size in (WIDE, NARROW):
            page.set_viewport_size(size)
            page.goto(root + address)
            assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, (address, size)
            assert not page.evaluate(FIND_FAINT), address
            assert not page.evaluate(FIND_NAMELESS), address
    context.close()


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
