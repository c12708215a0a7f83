import json
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import InputError, SettingsError
from sayso.model.kinds import PlaceKind
from sayso.model.settings import PlaceEntry
from sayso.store import import_places, read_settings
from sayso.store.place_imports import _value
from sayso.store.user_places import find_mistakes

WRONG = [
    ("latitude = 136.3\nlongitude = 35.1", r"136.3.*lie on no map; .*look swapped"),
    ("latitude = 95.0\nlongitude = 190.0", r"lie on no map$"),
    ("latitude = nan\nlongitude = 3.0", r"lie on no map$"),
    ("latitude = 3.0", r"alone; give both or none"),
    ("polygon = [[1.0, 2.0], [2.0, 1.0]]", r"fewer than three corners"),
    ("polygon = [[1.0, 2.0], [2.0, 99.0], [3.0, 3.0]]", r"corner .* lies on no map"),
]


@pytest.mark.parametrize(("lines", "message"), WRONG)
def test_a_place_with_a_wrong_point_is_an_error_that_names_it(folder, lines, message):
    folder.settings.write_text(f'[[places]]\nname = "Torvik"\n{lines}\n')
    with pytest.raises(SettingsError, match=rf"places\[0\] \(Torvik\): .*{message}"):
        read_settings(folder)


def test_coordinates_that_only_swapped_lie_in_the_country_look_swapped():
    place = PlaceEntry(name="Torvik", country="US", latitude=-84.2, longitude=39.7)
    ((number, reason),) = find_mistakes([place])
    assert number == 0
    assert "look swapped" in reason


def test_a_place_named_twice_is_an_error_but_not_a_town_and_its_province():
    town = PlaceEntry(name="Rahna", kind=PlaceKind.CITY, within="Rahna")
    province = PlaceEntry(name="Rahna", kind=PlaceKind.REGION)
    assert list(find_mistakes([town, province])) == []
    assert [number for number, _ in find_mistakes([town, province, town])] == [2]


def test_places_that_lie_in_one_another_are_an_error():
    circle = [
        PlaceEntry(name="A", names=("Alpha",), within="B"),
        PlaceEntry(name="B", within="C"),
        PlaceEntry(name="C", within="Alpha"),
    ]
    ((number, reason),) = find_mistakes(circle)
    assert (number, reason) == (2, "'C' lies in 'Alpha', which lies in 'C'")


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef"))))
def test_no_circle_is_ever_taken(pairs):
    places = [PlaceEntry(name=name, within=within, kind=PlaceKind.OTHER) for name, within in pairs]
    wrong = {number for number, _ in find_mistakes(places)}
    holders = {}
    for number, place in enumerate(places):
        if number not in wrong and place.within != place.name:
            holders.setdefault(place.name, place.within)
    for name in holders:
        seen, above = set(), name
        while above in holders and above not in seen:
            seen.add(above)
            above = holders[above]
        assert above not in seen


GEONAMES = "\t".join(
    ["1", "Torvik", "Torvik", "Torvike,Торвик", "44.5", "26.1", "P", "PPLX", "RO", *[""] * 9, "2020-01-01"]
)
FILES = [
    ("places.csv", "name,names,kind,part_of,lat,lon\nTorvik,Torvike;Torvikk,district,Bukarest,44.5,26.1\n"),
    ("places.txt", GEONAMES + "\n"),
    (
        "places.geojson",
        json.dumps(
            {
                "type": "FeatureCollection",
                "features": [
                    {
                        "type": "Feature",
                        "properties": {"name": "Torvik", "kind": "district", "names": ["Torvike"]},
                        "geometry": {"type": "Point", "coordinates": [26.1, 44.5]},
                    }
                ],
            }
        ),
    ),
]


@pytest.mark.parametrize(("name", "text"), FILES, ids=[row[0] for row in FILES])
def test_places_of_a_file_are_added_behind_what_the_settings_say(folder, tmp_path, name, text):
    folder.settings.write_text('title = "T"  # my own words\n[[places]]\nname = "Ford"')
    (tmp_path / name).write_text(text)
    imported = import_places(folder, tmp_path / name)
    ford, torvik = read_settings(folder).places
    assert (ford.name, torvik.name, torvik.names[0], torvik.kind) == ("Ford", "Torvik", "Torvike", "district")
    assert (torvik.latitude, torvik.longitude) == (44.5, 26.1)
    assert imported.added == (torvik,)
    assert folder.settings.read_text().startswith('title = "T"  # my own words\n')


def test_a_polygon_of_a_file_is_kept(folder, tmp_path):
    ring = [[1.0, 1.0], [2.0, 1.0], [2.0, 2.0], [1.0, 1.0]]
    feature = {"properties": {"name": "Torvik"}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
    (tmp_path / "p.geojson").write_text(json.dumps({"features": [feature]}))
    (place,) = import_places(folder, tmp_path / "p.geojson").added
    assert place.polygon == tuple(map(tuple, ring))


# a row of a CSV file after a good one, and what is said of it
BROKEN = [
    ("Torvik,district,,44.5,26.1", "another place is named 'Torvik'"),
    (",district,,44.5,26.1", "it has no name"),
    ("Orle,hamlet,,44.5,26.1", "kind: invalid enum value 'hamlet'"),
    ("Orle,district,,north,26.1", "latitude 'north' is no number"),
    ("Orle,district,,144.5,26.1", "latitude and longitude look swapped"),
    ("Orle,district", "it has more or fewer cells"),
    ("Orle,district,,44.5,26.1,9,9", "it has more or fewer cells"),
]


@pytest.mark.parametrize(("row", "reason"), BROKEN, ids=[row[1] for row in BROKEN])
def test_a_broken_row_is_named_and_the_others_are_added(folder, tmp_path, row, reason):
    head, good, last = "name,kind,within,latitude,longitude", "Torvik,district,,44.5,26.1", "Last,town,,1,2"
    (tmp_path / "p.csv").write_text("\n".join((head, good, row, last)) + "\n")
    imported = import_places(folder, tmp_path / "p.csv")
    assert [place.name for place in imported.added] == ["Torvik", "Last"]
    ((number, said),) = imported.refused
    assert number == 3
    assert reason in said


BAD_FILES = [
    ("p.xlsx", b"", "ends in .csv"),
    ("p.csv", b"place;kind\n", "no column `name`"),
    ("p.csv", b"\xff\xfe\x00", "cannot be read"),
    ("p.geojson", b"{}", "is no GeoJSON"),
    ("p.geojson", b"[", "is no GeoJSON"),
    ("missing.csv", None, "cannot be read"),
]


@pytest.mark.parametrize(("name", "content", "message"), BAD_FILES, ids=[row[2] + row[0] for row in BAD_FILES])
def test_a_file_that_is_no_table_of_places_is_an_error_and_changes_nothing(folder, tmp_path, name, content, message):
    before = folder.settings.read_bytes()
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError, match=message):
        import_places(folder, tmp_path / name)
    assert folder.settings.read_bytes() == before


def test_places_written_in_one_line_are_told_to_be_written_as_tables(folder, tmp_path):
    folder.settings.write_text('places = [{name = "Ford"}]\n')
    (tmp_path / "p.csv").write_text("name\nTorvik\n")
    with pytest.raises(SettingsError, match=r"write those in it as \[\[places\]\] tables"):
        import_places(folder, tmp_path / "p.csv")


@given(st.text(st.characters(blacklist_categories=["Cs"])))
def test_any_name_is_written_so_that_it_is_read_again(name):
    assert tomllib.loads(f"name = {_value(name)}")["name"] == name
