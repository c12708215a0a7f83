"""Do the adapters of the measures of tolls, incidents and event types read sayso's own record?"""

import pytest

from bench import acled_types, incidents, tolls
from sayso.lexicons.acled import read_event_types
from sayso.syntax import load_syntax


@pytest.fixture(scope="module")
def syntax():
    return load_syntax()


def make_toll(title, text):
    return {"id": "t", "title": title, "text": f"{title}. {text}"}


TOLLS = (
    (
        make_toll("Air raid kills 14 in Idlib", "Russian warplanes bombed a market in Idlib on Friday and killed 14 people."),
        {"deaths": 14, "civilians": 14, "noncivilians": 0, "governorate": "idlib", "cause": "shelling",
         "actor": "syrian government or russian troops"},
    ),
    (
        make_toll("Car bomb in Homs", "A car bomb killed 9 soldiers and 2 shopkeepers in Homs on Monday."),
        {"deaths": 11, "civilians": 2, "noncivilians": 9, "governorate": "homs", "cause": "explosion"},
    ),
    (
        make_toll("Army kills 12 terrorists in Hama", "The Syrian army killed 12 terrorists in Hama on Monday."),
        {"deaths": 12, "civilians": 0, "noncivilians": 12, "governorate": "hama"},
    ),
    (
        make_toll("Raids kill dozens in Aleppo", "Warplanes killed dozens of shoppers in the city of Aleppo, a monitor said, "
                  "including at least 29 in one street. Mortars killed 2 people in Damascus."),
        {"deaths": 29, "governorate": "aleppo"},
    ),
    (
        make_toll("Raids kill 10 soldiers", "Raids near the Golan Heights killed at least 10 soldiers on Monday."),
        {"deaths": 10, "governorate": "quneitra"},
    ),
    (
        make_toll("Fighters lose 7", "The fighters said 7 of theirs had died. They came to Syria's Afrin in May."),
        {"deaths": 7, "governorate": "aleppo"},
    ),
)  # fmt: skip


@pytest.mark.parametrize(("row", "wanted"), TOLLS)
def test_the_headline_toll_is_that_of_the_record(syntax, row, wanted):
    found = tolls.predict(row, syntax)
    assert {key: found[key] for key in wanted} == wanted


INCIDENTS = (
    ("Gunmen killed a trader and wounded 3 others in Belgor on Monday.", (1, 3, "2020-03-02"), "Belgor"),
    ("A mine killed 7 people, 2 of them soldiers, near Tarnova.", (5, None, "2020-03-04"), "Tarnova"),
)


@pytest.mark.parametrize(("text", "wanted", "place"), INCIDENTS)
def test_an_incident_is_that_of_the_record(syntax, text, wanted, place):
    found = incidents.predict({"doc_id": "i", "text": text, "report_dates": ["2020-03-04"]}, syntax)
    assert (found["killed"], found["injured"], found["date"]) == wanted
    assert place in found["places"]


def test_the_type_of_a_snippet_is_the_narrowest_that_its_claims_report(syntax):
    row = {"doc_id": "a", "text": "A suicide bomber struck a bakery in Kasta. Soldiers clashed with rebels nearby."}
    assert acled_types.predict(row, syntax) == {"doc_id": "a", "label": "SUIC_BOMB"}


def test_every_type_but_the_rest_has_a_label():
    assert set(acled_types.LABELS) == set(read_event_types()) - {"Other"}
    assert set(acled_types.NARROW) | set(acled_types.WIDE) <= set(acled_types.LABELS)
