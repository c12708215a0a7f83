import csv
import json
from dataclasses import replace

import pytest
from hand_made import Case, control, figure

from sayso.lexicons import read_csv, read_toml
from sayso.lexicons.acled import read_event_types
from sayso.model.kinds import Precision
from sayso.outputs.sheets import write_acled, write_ucdp
from sayso.outputs.sheets.parties import find_code, join_codes

ARMY, REBELS = "government forces", "rebels"


def make_record(*claims, **events):
    """Return the record of claims made by hand, each with the type of ACLED's of its kind; places lie in Syria."""
    case = Case()
    types = {}
    for number, (document, words, kind, more) in enumerate(claims, 1):
        sub_type = more.pop("type", read_toml("acled")["kinds"].get(kind))
        types[case.claim(document, words, kind, more.pop("voice", None), **more)] = (sub_type, number)
    record = case.record()
    typed = (replace(one, claim=replace(one.claim, sub_event=types[one.claim.id][0])) for one in record.claims)
    places = (
        replace(place, country="SY", latitude=34.7, longitude=36.7, precision=Precision.TOWN, part_of=("Tarim",))
        for place in record.places
    )
    return replace(record, claims=tuple(typed), places=tuple(places), **events)


def say(words, kind="clash", document="d1", **more):
    return (document, words, kind, {"agents": (ARMY,), "targets": (REBELS,), "by": "stated", **more})


def read(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def code(published, record, folder, write=write_acled):
    """Return the rows of each file of a sheet."""
    return {path.stem: read(path) for path in write(published(record), folder) if path.suffix == ".csv"}


@pytest.mark.parametrize(("form", "write"), [("acled", write_acled), ("ucdp", write_ucdp)])
def test_a_sheet_has_exactly_its_columns_in_order(published, tmp_path, form, write):
    write(published(make_record(say("troops fought rebels"))), tmp_path)
    header = (tmp_path / f"{form}.csv").read_text("utf-8").splitlines()[0]
    assert header.split(",") == read_toml("sheets")[form]["columns"]
    assert len(header.split(",")) == {"acled": 31, "ucdp": 49}[form]


def test_pandas_reads_a_sheet_with_the_right_types(published, tmp_path):
    pandas = pytest.importorskip("pandas")
    record = make_record(
        say("fighting killed 12 soldiers", figures=[figure(12, 12, of_whom="soldiers")]),
        say("troops fought on", day=None, place="Zuhar"),
    )
    write_acled(published(record), tmp_path)
    frame = pandas.read_csv(tmp_path / "acled.csv", parse_dates=["event_date"])
    assert frame["event_date"].dt.year.tolist() == frame["year"].tolist() == [2024]
    for name in ("time_precision", "inter1", "interaction", "iso", "geo_precision", "fatalities"):
        assert pandas.api.types.is_integer_dtype(frame[name]), name
    for name in ("latitude", "longitude"):
        assert pandas.api.types.is_float_dtype(frame[name])
    write_ucdp(published(record), tmp_path)
    frame = pandas.read_csv(tmp_path / "ucdp.csv", parse_dates=["date_start", "date_end"])
    assert (frame["best"].tolist(), frame["priogrid_gid"].dtype.kind) == ([12], "i")
    assert (frame["date_start"] <= frame["date_end"]).all()


def test_claims_on_one_question_are_one_event_with_all_its_claims_beside_it(published, tmp_path):
    record = make_record(say("troops fought rebels"), say("the fighting went on", document="d2", voice="activists"))
    sheet = code(published, record, tmp_path)
    (event,) = sheet["acled"]
    assert {row["event_id_cnty"] for row in sheet["claims"]} == {event["event_id_cnty"]}
    assert {row["id"] for row in sheet["claims"]} == {one.claim.id for one in record.claims}
    assert "activists" in event["notes"]
    assert "origin" in event["notes"]


TIMES = [
    ({"day": "2024-05-02", "by": "stated"}, "1", "1"),
    ({"day": "2024-05-02", "by": "relative"}, "1", "1"),
    ({"day": "2024-05-02", "by": "document"}, "2", "2"),
    ({"day": "2024-05-02", "by": "event"}, "2", "2"),
    ({"day": "2024-05-02~", "by": "stated"}, "2", "2"),
    ({"day": "2024-05-01/2024-05-04", "by": "stated"}, "2", "2"),
    ({"day": "2024-04-29/2024-05-05", "by": "stated"}, "2", "3"),
    ({"day": "2024-05", "by": "stated"}, "3", "4"),
]


@pytest.mark.parametrize(("time", "acled", "ucdp"), TIMES)
def test_a_day_is_exact_only_where_words_tell_it(published, tmp_path, time, acled, ucdp):
    record = make_record(say("3 soldiers died in fighting", figures=[figure(3, 3, of_whom="soldiers")], **time))
    assert [row["time_precision"] for row in code(published, record, tmp_path)["acled"]] == [acled]
    assert [row["date_prec"] for row in code(published, record, tmp_path, write_ucdp)["ucdp"]] == [ucdp]


def test_events_that_are_one_have_the_day_that_somebody_tells(published, tmp_path):
    record = make_record(
        say("troops advanced", "advance", by="document", type="Armed clash"),
        say("troops fought rebels", document="d2", by="stated"),
    )
    (event,) = code(published, record, tmp_path)["acled"]
    assert event["time_precision"] == "1"


DEATHS = [
    ([], ""),
    ([figure(5, None, bound="at_least")], "5"),
    ([figure(None, 50, bound="at_most")], ""),
    ([figure(10, 20, bound="range")], "10"),
    ([figure(900, 900, scope="cumulative")], ""),
    ([figure(7, 7, what="injured")], ""),
]


@pytest.mark.parametrize(("figures", "shown"), DEATHS)
def test_deaths_are_the_lowest_number_given_and_never_a_default(published, tmp_path, figures, shown):
    (event,) = code(published, make_record(say("troops fought rebels", figures=figures)), tmp_path)["acled"]
    assert event["fatalities"] == shown


def test_numbers_that_differ_stand_in_the_notes_with_their_voices(published, tmp_path):
    record = make_record(
        say("fighting killed 5 people", voice="activists", figures=[figure(5, 5)]),
        say("the fighting left 9 dead", document="d2", voice="the Monitor", figures=[figure(9, 9)]),
    )
    (event,) = code(published, record, tmp_path)["acled"]
    assert event["fatalities"] == "5"
    assert "Deaths are given differently" in event["notes"]
    assert "activists" in event["notes"]
    assert "the Monitor" in event["notes"]


UNCODED = [
    (say("the truce holds", "diplomacy"), "no event of its own"),
    (say("troops may fight rebels", basis="conditional"), "taken for granted or put under a condition"),
    (say("no fighting took place", stance="denies"), "only denied or doubted"),
    (say("fighting was expected", stance="expects"), "only hedged or expected"),
    (say("troops fought rebels for months", day="2023/2024"), "no time closer than a month"),
    (say("troops fought rebels", place=None), "no place closer than a country"),
    (
        say("gunmen killed a number of terrorists", "violence_against_civilians", targets=()),
        "no civilian type is theirs",
    ),
    (say("20 soldiers were executed", "violence_against_civilians", targets=()), "no civilian type is theirs"),
]


@pytest.mark.parametrize(("claim", "reason"), UNCODED)
def test_what_is_no_event_is_listed_with_the_reason(published, tmp_path, claim, reason):
    sheet = code(published, make_record(claim), tmp_path)
    assert sheet["acled"] == []
    assert [reason in row["reason"] for row in sheet["uncoded"]] == [True]


def test_a_disputed_change_of_control_is_undecided_with_its_sides(published, tmp_path):
    held = {"control": control("whole"), "holder": "government", "type": "Government regains territory"}
    record = make_record(
        say("the army took the town", "control_change", voice="state agency", **held),
        say(
            "the army did not take the town",
            "control_change",
            document="d2",
            voice="activists",
            stance="denies",
            **held,
        ),
    )
    sheet = code(published, record, tmp_path)
    assert sheet["acled"] == []
    assert len(sheet["undecided"]) == 2
    assert {words in row["words"] for row in sheet["undecided"] for words in ("state agency", "activists")} == {
        True,
        False,
    }


def test_an_undisputed_change_of_control_takes_its_type_from_who_gains_the_ground(published, tmp_path):
    gained = {"control": control("whole"), "holder": "government", "type": "Non-state actor overtakes territory"}
    (event,) = code(published, make_record(say("the army took the town", "control_change", **gained)), tmp_path)[
        "acled"
    ]
    assert event["sub_event_type"] == "Government regains territory"


def test_the_size_of_a_number_that_is_withheld_counts_no_dead(published, tmp_path):
    words = "Nuri Salim, 34, said that fighting killed 150 people"
    record = make_record(say(words, voice="Nuri Salim", figures=[figure(150, 150)]))
    (event,) = code(published, record, tmp_path)["acled"]
    assert (event["fatalities"], "150" in event["notes"]) == ("", False)
    assert not code(published, record, tmp_path, write_ucdp)["ucdp"]


def test_an_event_without_known_parties_or_deaths_has_no_row_of_ucdp(published, tmp_path):
    alone = say(
        "shells killed 4 civilians",
        "shelling",
        agents=(),
        targets=("civilians",),
        figures=[figure(4, 4, of_whom="civilians")],
    )
    sheet = code(published, make_record(alone, say("troops fought rebels", place="Selba")), tmp_path, write_ucdp)
    assert sheet["ucdp"] == []
    assert {row["reason"] for row in sheet["uncoded"]} == {
        "no voice whose words are shown gives a number of dead for it",
        "the reports do not name two parties, or one and civilians",
    }


def test_the_policy_is_named_beside_the_sheet(published, tmp_path):
    write_acled(published(make_record(say("troops fought rebels"))), tmp_path)
    about = json.loads((tmp_path / "manifest.json").read_text("utf-8"))
    assert about["policy"] == "conservative"
    assert any("default" in line for line in about["rules"])


PARTIES = [
    ("Syrian government forces", "SY", 1),
    ("Russian army", "SY", 8),
    ("rebels", "SY", 2),
    ("Hezbollah", "SY", 8),
    ("Free Syrian Army", "SY", 2),
    ("civilians", "SY", 7),
    ("protesters", "SY", 6),
    ("The Lost Column", "SY", None),
    (None, "SY", None),
]


@pytest.mark.parametrize(("party", "country", "number"), PARTIES)
def test_a_party_has_the_code_that_the_tables_give_it(party, country, number):
    assert find_code(party, country, "Syria") == number


@pytest.mark.parametrize(
    ("first", "second", "number"), [(2, 1, 12), (1, 1, 11), (1, None, 10), (None, 1, None), (7, 8, 78)]
)
def test_an_interaction_is_both_codes_the_lower_first(first, second, number):
    assert join_codes(first, second) == number


def test_every_type_has_a_disorder_type_and_every_country_its_codes():
    table = read_toml("sheets")["disorder"]
    assert all(sub in table or event in table for sub, event in read_event_types().items())
    assert {row["code"] for row in read_csv("country_codes")} == {row["code"] for row in read_csv("countries")}
    assert {row["region"] for row in read_csv("country_codes")} <= set(read_toml("sheets")["regions"])
