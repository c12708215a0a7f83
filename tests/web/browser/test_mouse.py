"""Is a case read and corrected with the mouse, in a real browser?"""

import pytest
from web.browser.driving import IN_BROWSER, base, expect_said, focused

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = IN_BROWSER


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
    view.wait_for_url("**/claims?on=2019-03-11**")
    playwright.expect(view.locator(".claim").first).to_be_visible()
    found = view.locator(".claim .who-says").all_inner_texts()
    assert found
    assert all("Karsovian army" in one for one in found)
    view.get_by_label("Search words").first.fill("waterworks")
    view.keyboard.press("Enter")
    playwright.expect(view.locator("h1")).to_have_text("Search")
    assert view.locator(".claim").count() > 0


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
