"""Does nothing that an article or another page brings run in a real browser, and does nobody else get in?"""

import pytest
from web.browser.driving import IN_BROWSER, base

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = IN_BROWSER


@pytest.fixture
def page(chromium, hostile: str):
    """A page on the case of hostile articles; whatever runs, asks for a network or opens a dialogue fails the test."""
    context = chromium.new_context()
    page = context.new_page()
    alarms: list[str] = []
    page.on("dialog", lambda dialog: (alarms.append(dialog.message), dialog.dismiss()))
    page.on("pageerror", lambda error: alarms.append(str(error)))
    page.on("request", lambda one: alarms.append(one.url) if "127.0.0.1" not in one.url else None)
    page.goto(hostile)
    yield page
    context.close()
    assert not alarms


def test_nothing_that_an_article_holds_runs_on_any_page(page):
    root = base(page)
    addresses = [
        "/",
        "/claims",
        "/documents",
        "/disputes",
        "/figures",
        "/origins",
        "/voices",
        "/places",
        "/map",
        "/search?q=army",
    ]
    page.goto(f"{root}/documents")
    addresses += page.locator("a.headline").evaluate_all("all => all.map((one) => one.getAttribute('href'))")
    page.goto(f"{root}/claims")
    addresses += page.locator(".words a").evaluate_all("all => all.map((one) => one.getAttribute('href'))")
    for address in addresses:
        page.goto(root + address)
        assert page.locator("main script, main img, main iframe, [onclick], [onerror], [onload]").count() == 0, address
        assert page.locator('a[href^="javascript:"]').count() == 0, address


def test_the_browser_refuses_every_script_that_is_not_a_file_of_ours(page):
    page.evaluate("""() => {
      const script = document.createElement("script");
      script.textContent = "window.broken = 1";
      const frame = document.createElement("iframe");
      frame.src = "https://evil.example/";
      const picture = document.createElement("img");
      picture.setAttribute("onerror", "window.broken = 2");
      picture.src = "/nothing.png";
      document.body.append(script, picture, frame);
    }""")
    assert page.evaluate("typeof window.broken") == "undefined"


def test_a_form_of_another_page_in_the_same_browser_is_refused(page):
    address = f"{base(page)}/judge"
    other = page.context.new_page()
    other.set_content(
        f'<form method="post" action="{address}"><input name="action" value="undo"><button>Win</button></form>'
    )
    with other.expect_response(address) as answered:
        other.get_by_role("button").click()
    assert answered.value.status == 403


def test_who_has_no_key_sees_nothing(chromium, hostile: str):
    context = chromium.new_context()
    page = context.new_page()
    assert page.goto(hostile.partition("?")[0]).status == 403
    assert "Harwick" not in page.content()
    context.close()


def test_marks_that_turn_text_round_turn_nothing_beyond_their_words(page):
    page.goto(f"{base(page)}/documents")
    page.goto(base(page) + page.locator("a.headline", has_text="alert(1)").first.get_attribute("href"))
    turned = page.locator("#text p", has_text="denied it")
    assert "\u202e" in turned.text_content()
    assert turned.evaluate("one => getComputedStyle(one).unicodeBidi") == "isolate"
    places = page.locator(".margin li").all()
    assert all(one.evaluate("one => getComputedStyle(one).direction") == "ltr" for one in places)
