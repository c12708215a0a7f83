"""Does the page of the map show what its address asks for, and fetch nothing that the case did not ask for?"""

import math
import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from web.conftest import ARTICLES, SETTINGS, Browser, build, open_browser, read_tags

from sayso.errors import SettingsError
from sayso.outputs.map_frames import Frame
from sayso.web import Desk
from sayso.web.tiles import draw_tiles

POINTS = SETTINGS.replace('kind = "village"', 'kind = "village"\nlatitude = 34.7\nlongitude = 36.7')
TILES = "https://tiles.example/{z}/{x}/{y}.png"


@pytest.fixture(scope="module")
def mapped(tmp_path_factory) -> Browser:
    """A case in which one place has a point and the other has none."""
    return open_browser(Desk(build(tmp_path_factory.mktemp("mapped"), ARTICLES, POINTS)))


def sheet(page: str) -> str:
    """Return the wide map of a page."""
    return re.search(r'<svg class="map-wide".*?</svg>', page, re.DOTALL)[0]


def test_a_place_with_a_point_is_drawn_and_one_without_is_listed(mapped: Browser):
    page = mapped.page("/map")
    assert "Harwick" in sheet(page)
    assert "Dunmore" not in sheet(page)
    assert page.index("No point known") < page.index("Dunmore")


def test_the_claims_of_a_chosen_place_stand_beside_the_map_without_a_script(mapped: Browser):
    (link,) = {a["href"] for tag, a in read_tags(sheet(mapped.page("/map"))) if tag == "a"}
    page = mapped.page(link)
    assert "captured the whole village of Harwick" in page
    assert 'class="spot chosen"' in page
    assert "Shells fell" in mapped.page("/map?at=dunmore"), "a place without a point can be chosen as well"


@pytest.mark.parametrize(
    ("address", "holds", "lacks"),
    [
        ("/map?on=2021-05-04", "Harwick", "Dunmore"),
        ("/map?voice=residents", "Dunmore", "Harwick</bdi>"),
        ("/map?voice=residents", "No place with a known point for this day and voice", "map-wide"),
        ("/map?voice=activists&at=Harwick", "Rebels still hold", "captured the whole"),
        ("/map?as_of=2021-05-04&at=Harwick", "captured the whole", "Rebels still hold"),
        ("/map?on=1999", "No place found", "map-wide"),
        ("/map?at=Nowhere", "On this map", 'class="chosen"'),
        ("/map?around=Harwick", "Harwick", "Beyond this map"),
    ],
)
def test_day_voice_and_place_stand_in_the_address(mapped: Browser, address: str, holds: str, lacks: str):
    page = mapped.page(address).partition("<main")[2]
    assert holds in page
    assert lacks not in re.sub(r"<form.*?</form>", "", page, flags=re.DOTALL)


def test_each_sign_has_its_words_beside_the_map(mapped: Browser):
    page = mapped.page("/map")
    letters = set(re.findall(r'text-anchor="middle">(\w)</text>', sheet(page)))
    told = dict(re.findall(r"<li><b>(\w)</b> <bdi>(.*?)</bdi>", page))
    assert letters
    assert letters <= told.keys()


def test_a_map_fetches_nothing_and_its_page_is_as_strict_as_all(mapped: Browser):
    answer = mapped.get("/map")
    assert "<image" not in answer.text
    assert answer.headers["content-security-policy"] == mapped.get("/claims").headers["content-security-policy"]


def test_only_a_setting_lets_tiles_be_fetched_and_only_on_the_map(tmp_path):
    browser = open_browser(Desk(build(tmp_path, ARTICLES, f'map_tiles = "{TILES}"\n{POINTS}')))
    answer = browser.get("/map")
    images = [a["href"] for tag, a in read_tags(answer.text) if tag == "image"]
    assert images
    assert all(re.fullmatch(r"https://tiles\.example/\d+/\d+/\d+\.png", address) for address in images)
    assert "img-src 'self' https://tiles.example;" in answer.headers["content-security-policy"]
    assert "which learns which part of the world" in answer.text
    assert "tiles.example" not in browser.get("/claims").headers["content-security-policy"]


@pytest.mark.parametrize(
    "tiles",
    ["http://tiles.example/{z}/{x}/{y}.png", "https://tiles.example/{z}.png", "https://a b/{z}/{x}/{y}", "javascript:alert(1)",
     "https://a;script-src *//{z}/{x}/{y}", "https://a.example/{z}/{x}/{y}'", "file:///{z}/{x}/{y}"],
)  # fmt: skip
def test_a_setting_that_names_no_tiles_is_an_error(tmp_path, tiles: str):
    with pytest.raises(SettingsError, match="map_tiles"):
        build(tmp_path, ARTICLES, f'map_tiles = "{tiles}"\n{SETTINGS}')


@given(st.floats(-170, 170), st.floats(-70, 70), st.floats(1, 2000))
def test_the_tiles_cover_the_sheet(x: float, y: float, across: float):
    frame = Frame((x, y), across, 960, 600)
    drawn = ET.fromstring(f"<svg>{draw_tiles(frame, TILES)}</svg>")
    boxes = [[float(one.get(name)) for name in ("x", "y", "width", "height")] for one in drawn]
    assert 0 < len(boxes) <= 80
    for px, py in ((480, 300), (2, 2), (958, 598)):
        if abs(x) + math.degrees(across / 6371) < 175:
            assert any(bx - 1 <= px <= bx + w + 1 and by - 1 <= py <= by + h + 1 for bx, by, w, h in boxes)
