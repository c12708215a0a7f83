from web.conftest import open_browser

from bench.web import write_case
from sayso.web import Desk
from sayso.web.sections import SECTIONS


def test_a_made_case_is_current_and_every_page_of_it_answers(tmp_path):
    write_case(tmp_path / "case", 120)
    desk = Desk(tmp_path / "case")
    assert len(desk.look().record.claims) == 120
    assert desk.is_current()
    browser = open_browser(desk)
    assert all("place " in browser.page(path) for path in ("/claims", "/map", "/control"))
    assert all(browser.get(page.path).status_code == 200 for page in SECTIONS)
