import json
import math
from dataclasses import replace

import pytest
from bridge import make_record

from sayso.outputs import COLUMNS, export_rows, write_csv, write_geojson, write_jsonl
from sayso.outputs.withholding import withhold_ties


def test_json_lines_hold_the_rows(record, tmp_path):
    write_jsonl(record, tmp_path)
    for table, rows in export_rows(withhold_ties(record)).items():
        lines = (tmp_path / f"{table}.jsonl").read_text("utf-8").splitlines()
        assert [json.loads(line) for line in lines] == rows
    assert {path.stem for path in tmp_path.iterdir()} == {*COLUMNS, "manifest"}


def test_the_same_record_gives_the_same_bytes(record, tmp_path):
    for name in ("one", "two"):
        write_jsonl(record, tmp_path / name)
    one, two = ({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("one", "two"))
    assert one == two != {}


def test_every_claim_is_a_feature_with_its_words(published, record, tmp_path):
    (path,) = write_geojson(published(record), tmp_path)
    collection = json.loads(path.read_text("utf-8"))
    assert collection["type"] == "FeatureCollection"
    features = collection["features"]
    assert (
        {feature["properties"]["id"] for feature in features}
        == {row["id"] for row in published(record).tables["claims"]}
        != set()
    )
    assert all(feature["properties"]["quote"] for feature in features)


def test_points_are_longitude_then_latitude_and_unknown_places_have_none(published, record, tmp_path):
    (path,) = write_geojson(published(record), tmp_path)
    places = {place.name: place for place in record.places}
    shown = [f for f in json.loads(path.read_text("utf-8"))["features"] if f["geometry"]]
    assert shown
    for feature in shown:
        place = places[feature["properties"]["point_of"]]
        assert feature["geometry"]["coordinates"] == [place.longitude, place.latitude]


def test_a_claim_with_two_places_is_two_features_with_ids_of_their_own(published, tmp_path):
    record = make_record()
    mill = replace(record.places[0], key="mill", name="Mill", latitude=2)
    claims = (replace(record.claims[0], places=("ford", "mill")), record.claims[1])
    (path,) = write_geojson(published(replace(record, places=(*record.places, mill), claims=claims)), tmp_path)
    features = json.loads(path.read_text("utf-8"))["features"]
    assert [(feature["id"], feature["properties"]["point_of"]) for feature in features] == [
        ("c0", "Ford"),
        ("c0-2", "Mill"),
        ("c1", "Ford"),
    ]


@pytest.mark.parametrize("latitude", [91.0, -90.5, math.nan, math.inf])
def test_a_place_that_lies_on_no_map_has_no_point(published, tmp_path, latitude):
    record = make_record()
    (path,) = write_geojson(
        published(replace(record, places=(replace(record.places[0], latitude=latitude),))), tmp_path
    )
    features = json.loads(path.read_text("utf-8"))["features"]
    assert [feature["geometry"] for feature in features] == [None, None]


def test_a_place_with_an_area_is_drawn_as_a_closed_polygon(published, tmp_path):
    record = make_record()
    area = replace(record.places[0], polygon=((1.0, 1.0), (2.0, 1.0), (2.0, 2.0)))
    (path,) = write_geojson(published(replace(record, places=(area,))), tmp_path)
    geometry = json.loads(path.read_text("utf-8"))["features"][0]["geometry"]
    ring = [[1.0, 1.0], [2.0, 1.0], [2.0, 2.0], [1.0, 1.0]]
    assert geometry == {"type": "Polygon", "coordinates": [ring]}


def test_every_format_says_what_it_withholds(published, record, tmp_path):
    write_jsonl(record, tmp_path / "jsonl")
    write_csv(published(record), tmp_path / "csv")
    (path,) = write_geojson(published(record), tmp_path)
    told = {form: json.loads((tmp_path / form / "manifest.json").read_text("utf-8")) for form in ("jsonl", "csv")}
    told["geojson"] = json.loads(path.read_text("utf-8"))["manifest"]
    assert "full working format" in told["jsonl"]["use"].casefold()
    assert not any("private" in line for line in told["jsonl"]["withheld"])
    assert all(any("private" in line for line in told[form]["withheld"]) for form in ("csv", "geojson"))
    assert all(about["claims"] == len(record.claims) for about in told.values())
