import json

from sayso.outputs import COLUMNS, export_rows, write_geojson, write_jsonl


def test_json_lines_hold_the_rows(record, tmp_path):
    write_jsonl(record, tmp_path)
    for table, rows in export_rows(record).items():
        lines = (tmp_path / f"{table}.jsonl").read_text("utf-8").splitlines()
        assert [json.loads(line) for line in lines] == rows
    assert {path.stem for path in tmp_path.iterdir()} == set(COLUMNS)


def test_the_same_record_gives_the_same_bytes(record, tmp_path):
    for name in ("one", "two"):
        write_jsonl(record, tmp_path / name)
    one, two = ({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("one", "two"))
    assert one == two != {}


def test_every_claim_is_a_feature_with_its_words(record, tmp_path):
    (path,) = write_geojson(record, tmp_path)
    collection = json.loads(path.read_text("utf-8"))
    assert collection["type"] == "FeatureCollection"
    features = collection["features"]
    assert {feature["id"] for feature in features} == {row["id"] for row in export_rows(record)["claims"]} != set()
    assert all(feature["properties"]["quote"] for feature in features)


def test_points_are_longitude_then_latitude_and_unknown_places_have_none(record, tmp_path):
    (path,) = write_geojson(record, tmp_path)
    places = {place.name: place for place in record.places}
    shown = [f for f in json.loads(path.read_text("utf-8"))["features"] if f["geometry"]]
    assert shown
    for feature in shown:
        place = places[feature["properties"]["point_of"]]
        assert feature["geometry"]["coordinates"] == [place.longitude, place.latitude]
