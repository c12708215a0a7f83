"""Is a case read and corrected by keyboard alone, in a real browser?"""

import pytest
from web.browser.driving import IN_BROWSER, base, expect_said, focused, press, tab_to

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = IN_BROWSER


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


def test_the_queue_is_worked_off_without_losing_the_place(view):
    view.goto(f"{base(view)}/queue")
    view.keyboard.press("j")
    judged = []
    for key, said in (("a", "Accepted by Ana"), ("r", "Rejected by Ana"), ("a", "Accepted by Ana")):
        judged.append(focused(view))
        press(view, key)
        expect_said(view, said)
    assert len({*judged, focused(view)}) == 4
    assert not view.locator(", ".join(f'[data-claim="{claim}"]' for claim in judged)).count()


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
    expect_said(view, "Edited by Ana: accepted as edited")


def test_words_are_searched_and_help_is_opened_by_keyboard_alone(view):
    view.keyboard.press("/")
    view.keyboard.type("granary")
    press(view, "Enter")
    assert view.locator(".claim").count() > 0
    view.keyboard.press("j")
    press(view, "?")
    assert view.url.endswith("/help")
