"""Does every cell of every page open what is behind it?"""

import pytest
from web.browser.driving import IN_BROWSER, base

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = IN_BROWSER


@pytest.mark.parametrize(
    ("address", "cell"),
    [
        ("/", ".lead .words a"),
        ("/", ".held .words a"),
        ("/claims", ".claim .what a"),
        ("/claims", ".claim .where a"),
        ("/claims", ".claim .words a"),
        ("/disputes", ".said .words a"),
        ("/control", ".holds-list .cell"),
        ("/control", ".strip-line a"),
        ("/map", ".signs a"),
        ("/figures", "td.num a"),
        ("/matrix", "td .entry"),
        ("/timeline", ".event .words a"),
        ("/origins", ".said .words a"),
        ("/changes?since=2019-01-01", ".change .words a"),
        ("/queue", ".claim .words a"),
        ("/search?q=army", ".claim .words a"),
    ],
)
def test_a_cell_opens_its_words_its_chain_its_report_and_every_rule_behind_it(view, address: str, cell: str):
    view.goto(base(view) + address)
    view.locator(cell).first.click()
    drawer = view.get_by_role("dialog")
    playwright.expect(drawer.locator(".text.paragraph .m-here").first).to_be_visible()
    playwright.expect(drawer.locator(".crumbs a").first).to_be_visible()
    playwright.expect(drawer.locator(".source .report").first).to_be_visible()
    drawer.locator("summary", has_text="Every rule that led to this").click()
    assert drawer.locator(".tree li .why").count() >= 3
    drawer.get_by_role("button", name="Close").click()
    playwright.expect(drawer).to_be_hidden()
    view.wait_for_url(base(view) + address)


@pytest.mark.parametrize(
    ("address", "cell", "behind"),
    [
        ("/claims", ".claim-standing a", "Where it comes from"),
        ("/documents", 'a[href^="/trail/"]', "Where it comes from"),
    ],
)
def test_how_an_answer_stands_and_the_day_of_a_report_open_where_they_come_from(
    view, address: str, cell: str, behind: str
):
    view.goto(base(view) + address)
    view.locator(cell).first.click()
    playwright.expect(view.get_by_role("dialog").get_by_role("heading", name=behind)).to_be_visible()


def test_the_three_clocks_of_control_are_its_controls(view):
    view.goto(f"{base(view)}/control")
    clocks = view.get_by_role("form", name="Clocks")
    statements = view.locator(".holds-list li")
    everything = statements.count()
    clocks.get_by_label("as published by").fill("2019-03-11")
    clocks.get_by_role("button", name="Show").click()
    view.wait_for_url("**as_of=2019-03-11**")
    playwright.expect(view.locator(".chip")).to_contain_text("published by 2019-03-11")
    by_then = statements.count()
    assert 0 < by_then < everything
    clocks.get_by_label("held on").fill("2019-02-01")
    clocks.get_by_role("button", name="Show").click()
    view.wait_for_url("**on=2019-02-01**")
    assert statements.count() < by_then
    view.goto(f"{base(view)}/control?as_held=2019-01-01")
    playwright.expect(view.locator(".none")).to_contain_text("No statement of control found")


def test_two_reports_stand_side_by_side_with_the_text_they_share_marked_in_both(view):
    view.goto(f"{base(view)}/origins")
    view.locator('a[href^="/compare/"]').first.click()
    playwright.expect(view.locator(".pair article")).to_have_count(2)
    shared = [" ".join(side.locator(".m-shared").all_inner_texts()) for side in view.locator(".pair article").all()]
    assert shared[0]
    assert shared[0] == shared[1]


def test_what_has_no_single_day_has_a_whisker_and_numbers_over_time_a_mark_for_each_voice(view):
    view.goto(f"{base(view)}/timeline")
    assert view.locator(".event .whisker:visible").count() >= 2
    view.goto(f"{base(view)}/figures")
    chart = view.locator(".chart").first
    assert chart.locator(".chart-wide .dot").count() >= 3
    assert chart.locator("figcaption .key").count() >= 2
    assert view.locator(".chart-wide .range").count() >= 1
