import pytest

# Text whose commas are lost, and its places with what holds each.
RUNS = [
    ("Eight people were killed in Damascus Aleppo on Monday.", [("Damascus", None), ("Aleppo", None)]),
    ("Blasts hit Tartous Homs. Tartous burned.", [("Tartous", None), ("Homs", None), ("Tartous", None)]),
    (
        "Fifty people died in Hasakeh Aleppo Idlib Deir ez-Zor.",
        [("Hasakeh", None), ("Aleppo", None), ("Idlib", None), ("Deir ez-Zor", None)],
    ),
    ("Planes bombed the city of Tabqa Syria.", [("Tabqa", "Syria"), ("Syria", None)]),
    ("Shells fell in Mosul Iraq on Sunday.", [("Mosul", "Iraq"), ("Iraq", None)]),
]
WHOLE = ["Guinea Bissau", "Congo Brazzaville", "Mexico City", "San Salvador"]


@pytest.mark.parametrize(("text", "found"), RUNS, ids=[text for text, _ in RUNS])
def test_a_run_of_known_places_is_a_list_that_has_lost_its_commas(read, text, found):
    places = read(text).mentions.toponyms
    assert [(p.name, None if p.within is None else places[p.within].name) for p in places] == found


@pytest.mark.parametrize("name", WHOLE)
def test_a_name_that_a_table_holds_is_one(read, name):
    assert [place.name for place in read(f"Fighting broke out in {name} on Monday.").mentions.toponyms] == [name]


@pytest.mark.parametrize("text", ["Paris Jackson said the town had fallen.", "Jackson Lagos was shot dead."])
def test_a_person_called_like_two_towns_is_no_place(read, text):
    assert read(text).mentions.toponyms == ()


@pytest.mark.parametrize("land", ["Syria's", "Syrias"])
def test_what_a_country_owns_by_its_name_and_holds_is_a_place(read, land):
    places = read(f"Fighters burned a lorry in northern {land} Afrin.").mentions.toponyms
    assert [place.name for place in places] == ["Syria", "Afrin"]


def test_barrens_are_a_region(read):
    (place,) = read("Gunmen killed 20 soldiers on Dunmere barrens.").mentions.toponyms
    assert (place.name, place.kind) == ("Dunmere", "region")
