"""Does a map show places as closely as they are told and no closer, with who holds them per whom?"""

import math
import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.outputs import MapWishes, draw_map, export_rows
from sayso.outputs.map_frames import Frame
from sayso.outputs.map_labels import Label, Rect, is_inside, place_labels
from sayso.outputs.map_places import find_spots
from sayso.outputs.map_sheets import lay_out_map
from sayso.outputs.maps import CREDIT
from sayso.outputs.withholding import withhold_ties

SVG = "{http://www.w3.org/2000/svg}"


def place(name, point=(34.7, 36.7), precision="town", claims=("c1",), **more):
    usual = {"within": None, "part_of": [], "country": "SY", "polygon": [], "names": [name]}
    latitude, longitude = point or (None, None)
    row = {"name": name, "latitude": latitude, "longitude": longitude, "precision": precision, "claims": list(claims)}
    return {**usual, **row, **more}


def claim(name, day="2024-05-01", voice="the army", doc="d1"):
    chain = [{"name": voice, "kind": "military"}] if voice else []
    return {"id": name, "doc": doc, "chain": chain, "time": {"edtf": day}}


def control(place, claim="c1", **more):
    usual = {"voice": "the army", "date": "2024-05-01", "holder": "government", "share": None, "state": "held"}
    return {"place": place, "claims": [claim], "basis": "observed", **usual, **more}


def tables(*places, claims=(), control=()):
    documents = [{"id": "d1", "outlet": "Daily", "file": "d1.txt"}, {"id": "d2", "outlet": None, "file": "d2.txt"}]
    return {"places": places, "claims": claims or [claim("c1")], "control": control, "documents": documents}


def words(drawing):
    """Return all lines of text of a drawing."""
    return [text.text or "" for text in ET.fromstring(drawing).iter(f"{SVG}text")]


def classes(drawing, name):
    """Return the elements of a class that lie on the sheet and not in its key."""
    sheet = ET.fromstring(drawing).find(f"{SVG}g")
    return [one for one in sheet.iter() if name in (one.get("class") or "").split()]


SIGNS = [
    ("point", {"dot": 1, "town": 0, "area": 0}),
    ("town", {"dot": 1, "town": 1, "area": 0}),
    ("district", {"dot": 0, "town": 0, "area": 1}),
    ("second_division", {"dot": 0, "town": 0, "area": 1}),
    ("first_division", {"dot": 0, "town": 0, "area": 1}),
    ("region", {"dot": 0, "town": 0, "area": 1}),
    ("country", {"dot": 0, "town": 0, "area": 1}),
]


@pytest.mark.parametrize(("precision", "signs"), SIGNS)
def test_only_a_point_or_a_town_is_drawn_as_one(precision, signs):
    drawing = draw_map(tables(place("Rahna", precision=precision)))
    assert {name: len(classes(drawing, name)) for name in signs} == signs


def test_a_division_and_a_country_are_drawn_by_their_outlines():
    homs = place("Homs", (34.5, 38), "first_division")
    drawing = draw_map(tables(homs, place("Syria", (35, 38), "country")))
    assert [area.tag for area in classes(drawing, "area")] == [f"{SVG}path", f"{SVG}path"]
    assert len({area.get("d") for area in classes(drawing, "area")}) == 2


def test_a_place_with_an_area_of_its_own_is_drawn_as_it():
    corners = [[36.6, 34.6], [36.8, 34.6], [36.8, 34.8]]
    (area,) = classes(draw_map(tables(place("Rahna", None, polygon=corners))), "area")
    assert area.tag == f"{SVG}path"


@pytest.mark.parametrize("point", [None, (91.0, 36.7), (34.7, 181.0), (float("nan"), 36.7)])
def test_a_place_without_a_point_is_named_and_not_drawn(point):
    drawing = draw_map(tables(place("Selba", (34.7, 36.7)), place("Zuhar", point, within="Tarim")))
    sheet = lay_out_map(tables(place("Zuhar", point)), MapWishes())
    assert [spot.name for spot in sheet.unknown] == ["Zuhar"]
    assert "No point known, so not drawn: Zuhar (Tarim)." in words(drawing)
    assert "Zuhar" not in words(drawing)


def test_without_any_point_nothing_is_drawn():
    drawing = draw_map(tables(place("Zuhar", None)))
    assert "no place with a known point" in words(drawing)
    assert CREDIT not in words(drawing)


def test_only_what_may_be_of_the_day_counts():
    places = (
        place("Selba", claims=("c1",)),
        place("Zuhar", (34.9, 36.9), claims=("c2",)),
        place("Orm", claims=("c3",)),
    )
    claims = [claim("c1", "2024-05-01"), claim("c2", "2024-05-02/2024-05-04"), claim("c3", None)]
    assert [spot.name for spot in find_spots(tables(*places, claims=claims), "2024-05-03")] == ["Zuhar"]
    assert len(find_spots(tables(*places, claims=claims))) == 3


@pytest.mark.parametrize(
    ("voice", "found"),
    [("the army", ["Selba"]), ("The Army", ["Selba"]), ("Daily", ["Zuhar"]), ("d2.txt", ["Orm"]), ("x", [])],
)
def test_a_voice_shows_what_it_says_and_an_outlet_goes_by_its_name(voice, found):
    places = (place("Selba"), place("Zuhar", claims=("c2",)), place("Orm", claims=("c3",)))
    claims = [claim("c1"), claim("c2", voice=None), claim("c3", voice="outlet", doc="d2")]
    assert [spot.name for spot in find_spots(tables(*places, claims=claims), voice=voice)] == found


def signs(*rows, day=None):
    claims = [claim(row["claims"][0]) for row in rows]
    made = tables(place("Selba", claims=[row["id"] for row in claims]), claims=claims, control=rows)
    return [(hold.voice, hold.says) for hold in find_spots(made, day)[0].holds]


def test_each_voice_tells_who_holds_a_place_by_its_last_word():
    rows = [
        control("Selba", "c1", date="2024-05-01"),
        control("Selba", "c2", date="2024-05-03", holder="not wholly government"),
        control("Selba", "c3", voice="rebels", holder="opposition", share="90%"),
        control("Selba", "c4", voice="monitor", state="contested"),
    ]
    assert signs(*rows) == [
        ("the army", "government does not hold all of it"),
        ("rebels", "held by opposition (90%)"),
        ("monitor", "contested, government in it"),
    ]


def test_on_a_day_each_voice_tells_who_held_the_place_then():
    rows = [control("Selba", "c1", date="2024-05-01"), control("Selba", "c2", date="2024-05-03", holder="opposition")]
    assert signs(*rows, day="2024-05-01") == [("the army", "held by government")]


def test_two_answers_of_one_voice_on_one_day_are_both_shown():
    rows = [control("Selba", "c1"), control("Selba", "c2", holder="opposition"), control("Selba", "c3", share="most")]
    assert len(signs(*rows)) == 2


LOOKS = [
    ({"state": "contested"}, "contested", "contested"),
    ({"holder": "contested"}, "contested", "contested"),
    ({"holder": "not wholly government"}, "denied", "denied that it holds all"),
    ({"basis": "presupposed"}, "presupposed", "taken for granted"),
]


@pytest.mark.parametrize(("more", "look", "meaning"), LOOKS)
def test_a_sign_that_is_not_plain_is_drawn_and_explained(more, look, meaning):
    drawing = draw_map(tables(place("Selba"), control=[control("Selba", **more)]))
    assert len(classes(drawing, look)) == 1
    assert meaning in words(drawing)


def test_holders_differ_in_shape_and_voices_in_letter():
    rows = [control("Selba", voice=f"voice {n}", holder=f"holder {n}") for n in range(6)]
    found = classes(draw_map(tables(place("Selba"), control=rows)), "sign")
    assert len({sign.find(f"{SVG}path").get("d") for sign in found}) == 6
    assert sorted(sign.find(f"{SVG}text").text for sign in found) == ["A", "B", "C", "D", "E", "F"]


def test_far_places_do_not_shrink_the_rest_and_are_named():
    near = [place(f"Near {n}", (34.5 + n / 20, 36.7), claims=("c1", "c2")) for n in range(5)]
    far = place("Farland", (-30.0, 140.0), claims=("c1",))
    made = tables(*near, far, claims=[claim("c1"), claim("c2")])
    sheet = lay_out_map(made, MapWishes())
    assert [spot.name for spot in sheet.beyond] == ["Farland"]
    assert "Beyond this map: Farland." in words(draw_map(made))
    assert len(lay_out_map(made, MapWishes(around="all")).shown) == 6
    assert "Farland" in {spot.name for spot in lay_out_map(made, MapWishes(around="farland")).shown}


@pytest.mark.parametrize("across", [0.2, 1.7, 24, 100, 999, 8000, 30000])
def test_the_scale_is_a_round_number_of_kilometres(across):
    frame = Frame((36.7, 34.7), across, 960, 620)
    length, told = frame.bar()
    number, unit = told.replace(",", "").split()
    assert re.fullmatch("[125]0*", number)
    assert length <= 240.1
    assert length * frame.km == pytest.approx(float(number) * (1 if unit == "km" else 0.001), rel=0.01)


@given(
    st.lists(st.tuples(st.floats(0, 600), st.floats(0, 400), st.floats(10, 150), st.floats(10, 60)), max_size=25),
    st.lists(st.tuples(st.floats(0, 600), st.floats(0, 400), st.floats(10, 150), st.floats(10, 60)), max_size=4),
)
def test_no_label_covers_another_and_all_lie_on_the_sheet(wanted, taken):
    labels = [Label(mark=(x, y), radius=4, width=w, height=h) for x, y, w, h in wanted]
    obstacles = [Rect(*one) for one in taken]
    found = [rect for rect in place_labels(labels, obstacles, 600, 400) if rect]
    for number, rect in enumerate(found):
        assert rect.x >= 0 <= rect.y
        assert rect.x + rect.width <= 600
        assert rect.y + rect.height <= 400
        assert not any(rect.meets(other) for other in (*found[:number], *obstacles))


def test_the_name_of_an_area_stands_within_it_or_nowhere():
    area = ((100.0, 100.0), (300.0, 100.0), (300.0, 220.0))
    label = Label(mark=(200.0, 160.0), radius=0, width=60, height=16, area=area)
    (first,) = place_labels([label], [], 600, 400)
    (moved,) = place_labels([label], [Rect(150, 140, 100, 40)], 600, 400)
    assert place_labels([label], [Rect(100, 100, 200, 120)], 600, 400) == [None]
    for rect in (first, moved):
        assert is_inside((rect.x + 30, rect.y + 8), area)
    assert first != moved


def test_places_on_one_spot_share_a_mark_and_each_is_named():
    drawing = draw_map(tables(*(place(f"Place {n}") for n in range(6))))
    assert len(classes(drawing, "dot")) == 1
    assert "and 2 more" in words(drawing)


def test_a_line_leads_to_the_words_and_not_to_the_empty_room_beside_the_signs():
    ring = [(34.7 + 0.05 * math.cos(n), 36.7 + 0.05 * math.sin(n)) for n in range(12)]
    places = [place(f"Upper and Lower Harwick {n}", point) for n, point in enumerate(ring)]
    drawing = draw_map(tables(*places, control=[control(one["name"]) for one in places]))
    ends = [tuple(map(float, one.get("d").split("L")[1].split())) for one in classes(drawing, "lead")]
    names = [(float(one.get("x")), float(one.get("y"))) for one in classes(drawing, "name")]
    assert ends
    for x, y in ends:
        assert any(
            (left - 1 <= x and top - 13 <= y <= top + 4) or (left - 1 <= x <= left + 20 and top <= y <= top + 24)
            for left, top in names
        )


def test_words_of_a_report_are_text_and_nothing_else():
    name = '</svg><script>alert("x")</script>\x00'
    drawing = draw_map(
        tables(place(name), control=[control(name, voice=name, holder=name)]), MapWishes(voice=None, day="2024-05-01")
    )
    root = ET.fromstring(drawing)
    assert root.find(f".//{SVG}script") is None
    assert any("<script>" in (text or "") for text in words(drawing))


@pytest.mark.parametrize("width", [390.0, 960.0])
def test_a_record_is_drawn_the_same_each_time(record_of_control, width):
    made = export_rows(withhold_ties(record_of_control))
    wishes = MapWishes(width=width)
    assert draw_map(made, wishes) == draw_map(made, wishes)
    assert "Kadrin" in words(draw_map(made, wishes))
    assert " ".join(words(draw_map(made, wishes))).endswith(CREDIT)
    assert all(row["quote"] and row["claims"] for row in made["places"])
