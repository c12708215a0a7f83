"""Are reports of outlets that nobody names told apart on the pages that show voices?"""

import re

import pytest
from web.conftest import SETTINGS, Browser, build, open_browser

from sayso.web import Desk

REPORTS = {
    "one.txt": "4 May 2021\n\nThe army captured the whole village of Harwick on Monday. The fall of Harwick ended a siege. 12 people died there.\n",
    "two.txt": "8 May 2021\n\nRebels captured the village of Harwick on Friday. 30 people died there on Friday.\n",
    "three.txt": "9 May 2021\n\nRebels captured the village of Harwick on Saturday. 41 people died there on Saturday.\n",
}


@pytest.fixture(scope="module")
def window(tmp_path_factory) -> Browser:
    return open_browser(Desk(build(tmp_path_factory.mktemp("unnamed"), REPORTS, SETTINGS)))


def test_each_has_a_strip_of_its_own(window: Browser):
    strips = window.page("/control").split('<div class="strip"')[1:]
    names = [re.search(r"<h3><bdi>(.*?)</bdi>", strip)[1] for strip in strips]
    assert sorted(names) == [f"unnamed outlet ({name})" for name in sorted(REPORTS)]


def test_each_has_a_mark_of_its_own_in_the_chart(window: Browser):
    chart = re.search(r"<figcaption>.*?</figcaption>", window.page("/figures"), re.DOTALL)
    assert {f"unnamed outlet ({name})" for name in REPORTS} == set(re.findall(r"<bdi>(.*?)</bdi>", chart[0]))
