"""How is the history of control drawn?"""

from xml.etree import ElementTree as ET

import pytest
from hand_made import Case, control
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.kinds import Extent
from sayso.outputs import draw_control, export_rows
from sayso.outputs.holders import colour_rows, measure_hold, number_holders
from sayso.outputs.map_sheets import MapWishes, lay_out_map
from sayso.outputs.strips import find_strips

SVG = "{http://www.w3.org/2000/svg}"
HELD = {"kind": "control_state", "holder": "government", "by": "stated"}


def two_days(**more):
    case = Case()
    case.claim("a", "they hold it", voice="the army", day="2024-05-01", control=control("whole"), **HELD)
    case.claim(
        "b", "they hold it now", voice="the army", day="2024-05-09", **(HELD | {"control": control("whole")} | more)
    )
    return case.record()


def bars(record):
    """Return the attributes of all bars with a tooltip, in the order they are drawn."""
    drawing = ET.fromstring(draw_control(export_rows(record)))
    return [bar.attrib for bar in drawing.iter(f"{SVG}rect") if bar.find(f"{SVG}title") is not None]


def test_between_two_statements_runs_a_thin_line():
    drawing = ET.fromstring(draw_control(export_rows(two_days())))
    assert len([line for line in drawing.iter(f"{SVG}line") if line.get("class") == "said"]) == 1
    assert len(bars(two_days())) == 2


LOOKS = [
    ("contested", {"control": control("whole", "contested")}, ("fill", "url(#contested)")),
    ("denied", {"stance": "denies"}, ("fill", "none")),
    ("taken for granted", {"basis": "presupposed"}, ("stroke-dasharray", "3 2")),
]


@pytest.mark.parametrize(("more", "look"), [row[1:] for row in LOOKS], ids=[row[0] for row in LOOKS])
def test_uncertainty_is_drawn(more, look):
    assert look in [pair for bar in bars(two_days(**more)) for pair in bar.items()]


def test_each_voice_and_extent_has_a_strip_of_its_own():
    case = Case()
    for name, (voice, extent) in enumerate([("the army", "whole"), ("the army", "part"), ("activists", "most")]):
        case.claim(f"d{name}", "they hold it", voice=voice, day="2024-05-01", control=control(extent), **HELD)
    strips = find_strips(export_rows(case.record()))["Rahna"]
    assert [(strip.voice, strip.extent) for strip in strips] == [
        ("activists", "most"), ("the army", "part"), ("the army", "whole")]  # fmt: skip


def test_a_part_is_lower_than_the_whole():
    case = Case()
    case.claim("a", "a corner", voice="the army", day="2024-05-01", control=control("part"), **HELD)
    case.claim("b", "all of it", voice="activists", day="2024-05-01", control=control("whole"), **HELD)
    heights = {bar["height"] for bar in bars(case.record())}
    assert len(heights) == 2


def test_without_a_statement_nothing_is_drawn():
    assert "no statement of control found in 1 document<" in draw_control(export_rows(early()))


def early():
    case = Case()
    case.claim("a", "a clash")
    return case.record()


@given(st.text(max_size=30), st.sampled_from(["2024-05-01", "2024-05", "2024", "../2024-05-01", "2024-05-01/..", None]))
def test_any_words_and_days_give_a_drawing_that_can_be_read(words, day):
    case = Case()
    case.claim("a", f"x{words}", voice="the army", day=day, **HELD)
    drawing = draw_control(export_rows(case.record()))
    assert ET.fromstring(drawing).tag == f"{SVG}svg"


def test_a_long_legend_goes_on_in_further_lines():
    case = Case()
    for number in range(30):
        held = HELD | {"holder": f"the Brigade of Valley {number}"}
        case.claim(f"d{number}", "they hold it", voice="the army", day="2024-05-01", control=control("whole"), **held)
    drawing = ET.fromstring(draw_control(export_rows(case.record())))
    keys = [one for one in drawing.findall(f"{SVG}rect") if one.get("width") == "10"]
    assert len(keys) == 30
    assert max(float(one.get("x")) for one in keys) < 960 - 150
    places = [float(one.get("y")) for one in drawing.findall(f"{SVG}text") if one.get("class") == "place"]
    assert min(places) > max(float(one.get("y")) for one in keys) + 10


@given(
    st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 9)),
    st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 9)),
    st.sets(st.sampled_from("abcxyz")),
)
def test_a_side_has_the_same_colour_on_every_drawing_and_no_other_holder_has_it(one, other, sides):
    found, again = number_holders(one, sides), number_holders(other, sides)
    assert len(set(found.values())) == len(found)
    assert all(number > 0 for number in found.values())
    assert all(found[side] == again[side] for side in sides & one.keys() & other.keys())


def test_what_no_person_has_reviewed_is_marked_on_the_drawing():
    tables = export_rows(two_days())
    assert "Unreviewed machine reading" in draw_control(tables)
    reviewed = [row | {"reviewed": "by Ana, 2024-05-04"} for row in tables["control"]]
    assert "nreviewed" not in draw_control({**tables, "control": reviewed})


@given(
    st.lists(st.sampled_from(["a", "b", "not wholly b", "c", "contested"]), max_size=20),
    st.sets(st.sampled_from("abxyz")),
)
def test_a_holder_has_one_colour_on_strips_and_maps(holders, sides):
    place = {"name": "Rahna", "within": None, "part_of": [], "country": None, "precision": "town", "longitude": 36.0, "latitude": 34.0, "polygon": None, "names": [], "claims": ["c"]}  # fmt: skip
    control = [
        {"place": "Rahna", "date": f"2024-05-{day:02}", "voice": f"v{day}", "holder": holder, "share": None, "state": "held", "basis": "observed", "claims": ["c"]}
        for day, holder in enumerate(holders, 1)
    ]  # fmt: skip
    claim = {"id": "c", "doc": "d", "chain": [], "time": {"edtf": None}}
    tables = {"places": [place], "control": control, "claims": [claim], "documents": [{"id": "d"}], "voices": [{"side": side} for side in sides]}  # fmt: skip
    colours = colour_rows(tables)
    assert lay_out_map(tables, MapWishes()).holders == colours
    assert lay_out_map(tables, MapWishes(day="2024-05-02")).holders.items() <= colours.items()


@pytest.mark.parametrize(
    ("extent", "share", "height"),
    [("whole", None, 1.0), ("share", "90%", 0.9), ("share", "1%", 0.1), ("part", "²%", 0.5), ("unsaid", None, 0.6)],
)
def test_a_bar_is_as_high_as_the_part_of_the_place_that_is_said_to_be_held(extent, share, height):
    assert measure_hold(extent, share) == height


def test_every_extent_has_a_height():
    assert all(0 < measure_hold(extent.value, None) <= 1 for extent in Extent)
