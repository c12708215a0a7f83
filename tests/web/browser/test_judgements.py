"""Is every kind of judgement made by keyboard alone, taken back, and shown with whom it contradicts?"""

import pytest
from web.browser.driving import IN_BROWSER, base, expect_said, press, tab_to

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = IN_BROWSER


def decide(view, form: str, marks: int, button: str) -> None:
    """Open a form by its name, mark so many of what it lists, and send it: all with the keyboard."""
    opened = view.locator("details", has=view.locator("summary", has_text=form)).last
    tab_to(view, opened.locator("summary"))
    view.keyboard.press("Enter")
    boxes = opened.locator("input[type=checkbox]")
    for number in range(marks):
        tab_to(view, boxes.nth(number))
        view.keyboard.press("Space")
    tab_to(view, opened.get_by_role("button", name=button))
    press(view, "Enter")


def go_to(view, address: str, link: str) -> None:
    """Go to the first page that a link of another page leads to."""
    view.goto(base(view) + address)
    view.goto(base(view) + view.locator(link).first.get_attribute("href"))


def take_back(view) -> None:
    press(view, "u")
    expect_said(view, "Taken back by Ana")


def test_spellings_of_a_voice_are_parted_and_a_person_is_protected(view):
    go_to(view, "/voices", 'td a[href^="/voice/"]')
    decide(view, "These spellings are not one voice", 2, "Split")
    expect_said(view, "Split by Ana")
    take_back(view)
    go_to(view, "/voices?voice=Odile+Varn", 'td a[href^="/voice/"]')
    decide(view, "This is a private person", 0, "Withhold")
    expect_said(view, "Made private by Ana")
    playwright.expect(view.locator(".title")).to_contain_text("private person")


def test_two_places_are_merged_and_their_spellings_parted(view):
    view.goto(f"{base(view)}/places")
    before = view.locator("tbody tr").count()
    boxes = view.get_by_label("merge ")
    for number in (0, 1):
        tab_to(view, boxes.nth(number))
        view.keyboard.press("Space")
    tab_to(view, view.get_by_role("button", name="Merge the marked places"))
    press(view, "Enter")
    expect_said(view, "Merged by Ana")
    playwright.expect(view.locator("tbody tr")).to_have_count(before - 1)
    take_back(view)
    go_to(view, "/places", 'td a[href^="/place/"]')
    spelling = view.locator("details fieldset label").first.text_content().strip()
    decide(view, "These spellings are not one place", 1, "Split")
    expect_said(view, "Split by Ana")
    view.goto(f"{base(view)}/places")
    playwright.expect(view.get_by_role("link", name=spelling, exact=True)).to_be_visible()


def test_answers_and_origins_are_merged_and_parted_and_an_answer_is_assessed(view):
    go_to(view, "/disputes", 'a[href^="/group/"]')
    address = view.url
    decide(view, "set some apart", 1, "Set apart")
    expect_said(view, "Split by Ana")
    view.goto(address)
    decide(view, "These origins are one", 2, "Merge")
    expect_said(view, "Merged by Ana")
    view.goto(address)
    decide(view, "Another answer says the same", 1, "Merge")
    expect_said(view, "Merged by Ana")
    view.goto(f"{base(view)}/judgements")
    playwright.expect(view.locator("li.line")).to_have_count(3)
    go_to(view, "/origins", ".origin-group h2 a")
    tab_to(view, view.locator("summary", has_text="Assess"))
    view.keyboard.press("Enter")
    tab_to(view, view.get_by_label("Grounds"))
    view.keyboard.type("two photographs")
    tab_to(view, view.get_by_role("button", name="Assess"))
    press(view, "Enter")
    expect_said(view, "Assessed by Ana: two photographs")
    playwright.expect(view.locator(".assessed")).to_contain_text("Assessed by Ana")


def test_a_report_is_read_to_the_end_by_somebody(view):
    view.goto(f"{base(view)}/documents")
    press(view, "j", "Enter")
    decide(view, "Read to the end", 0, "I have read it to the end")
    expect_said(view, "Read to the end by Ana")
    playwright.expect(view.locator(".title")).to_contain_text("read to the end by Ana")


def test_many_claims_of_the_queue_are_judged_at_once_and_taken_back_at_once(view):
    view.goto(f"{base(view)}/queue")
    waiting = view.locator(".queued")
    first = waiting.nth(0).locator("[data-claim]").get_attribute("data-claim")
    tab_to(view, view.get_by_label("mark this claim").nth(0))
    view.keyboard.press("Space")
    tab_to(view, view.get_by_label("mark this claim").nth(1))
    view.keyboard.press("Space")
    tab_to(view, view.get_by_role("button", name="Reject the marked"))
    press(view, "Enter")
    expect_said(view, "Rejected and 1 more by Ana")
    playwright.expect(view.locator(f'[data-claim="{first}"]')).to_have_count(0)
    tab_to(view, view.get_by_role("button", name="Undo"))
    press(view, "Enter")
    expect_said(view, "Taken back and 1 more by Ana")
    playwright.expect(view.locator(f'[data-claim="{first}"]')).to_have_count(1)


def test_two_people_who_contradict_each_other_are_shown_side_by_side(view, chromium, served: str):
    go_to(view, "/claims", ".claim .words a")
    claim = view.url
    view.get_by_label("Reason").first.fill("the words say so")
    view.get_by_role("button", name="Accept").click()
    expect_said(view, "Accepted by Ana: the words say so")
    context = chromium.new_context()
    other = context.new_page()
    other.goto(served)
    other.goto(claim)
    other.locator("summary", has_text="Edit what it says").click()
    edit = other.locator("#edit")
    edit.get_by_label("where").fill("Port Sarrow")
    edit.get_by_label("Reason").fill("it speaks of the port")
    edit.get_by_label("Signed").fill("Bea")
    edit.get_by_role("button", name="Keep the changes").click()
    expect_said(other, "Edited by Bea")
    context.close()
    view.reload()
    playwright.expect(view.locator(".notice", has_text="Two people disagree")).to_contain_text("it speaks of the port")
    cells = view.locator(".facts-table tr", has_text="place").first.locator("td")
    assert cells.all_inner_texts() == ["Kadrin", "as read", "Port Sarrow", "Kadrin"]


def test_an_article_is_pasted_and_another_taken_in_as_a_file_and_arabic_words_run_from_right_to_left(view, tmp_path):
    view.goto(f"{base(view)}/documents")
    tab_to(view, view.locator("summary", has_text="Add an article"))
    view.keyboard.press("Enter")
    tab_to(view, view.get_by_label("Paste its text"))
    view.keyboard.insert_text(
        "قال الجيش إنه سيطر على المدينة.\n\nThe army said on 5 March 2019 that it had shelled Dostrel."
    )
    tab_to(view, view.get_by_label("headline"))
    view.keyboard.insert_text("الجيش يقصف المدينة")
    tab_to(view, view.get_by_role("button", name="Take in"))
    press(view, "Enter")
    title = view.locator("a.headline", has_text="الجيش")
    playwright.expect(title).to_be_visible()
    assert title.evaluate("one => getComputedStyle(one).direction") == "rtl"
    title.click()
    directions = view.locator("#text p").evaluate_all("all => all.map((one) => getComputedStyle(one).direction)")
    assert directions == ["rtl", "ltr"]
    file = tmp_path / "note.txt"
    file.write_text("Hill Post\n\n6 March 2019\n\nRebels shelled Dostrel on Tuesday, police said.\n", "utf-8")
    view.goto(f"{base(view)}/documents")
    view.locator("summary", has_text="Add an article").click()
    view.get_by_label("or choose files").set_input_files(file)
    view.get_by_role("button", name="Take in").click()
    playwright.expect(view.locator("table.rows")).to_contain_text("note.txt")
