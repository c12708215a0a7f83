from dataclasses import replace

import pytest
from hand_read import Article

from sayso.model.kinds import PlaceKind, Precision
from sayso.model.settings import PlaceEntry, Settings

TABLE = Settings(
    country="Tarim",
    places=(
        PlaceEntry(name="Tarim", kind=PlaceKind.COUNTRY),
        PlaceEntry(name="Rahna", names=("Rahnah",), kind=PlaceKind.CITY, within="Tarim"),
        PlaceEntry(name="Khalid Quarter", names=("Khaldiyeh",), kind=PlaceKind.DISTRICT, within="Rahna", latitude=1.5),
    ),
)


def place(document, name, kind=None, within=None, again=""):
    """One article with a fight at one place; `again` names the place around it."""
    article = Article(document, f"Troops fought in {name}{f' in {again}' if again else ''}.")
    if again:
        article.where(again, kind="city")
    article.where(name, kind=kind, within=within)
    return article.claim("Troops fought", at=[name])


ONE = [
    ("transliterations", ("Khaldiyeh", "district"), ("Al-Khalidiya", "district")),
    ("a kind and none", ("Qalamun", "region"), ("Qalamoun", None)),
    ("a town and a city", ("Selbah", "town"), ("Selba", "city")),
    ("nearly the same letters", ("Masyafet", "town"), ("Masyafut", "town")),
    ("a region with and without its word", ("Tamar Strip", "region"), ("Tamar", "region")),
]
TWO = [
    ("a district and a town", ("Qusour", "district"), ("Qusour", "town")),
    ("a town and a district of other vowels", ("Qusayr", "town"), ("Qussur", "district")),
    ("a province and its city", ("Rahna", "region"), ("Rahna", "city")),
    ("numbers", ("Sector 14", "district"), ("Sector 15", "district")),
    ("two directions", ("East Selba", None), ("West Selba", None)),
]


@pytest.mark.parametrize(("why", "one", "other"), ONE, ids=[row[0] for row in ONE])
def test_spellings_are_one_place(resolve, why, one, other):
    world = resolve([place("a", *one), place("b", *other)])
    assert (why, len(world.places)) == (why, 1)


@pytest.mark.parametrize(("why", "one", "other"), TWO, ids=[row[0] for row in TWO])
def test_names_of_two_places_stay_apart(resolve, why, one, other):
    world = resolve([place("a", *one), place("b", *other)])
    assert (why, len(world.places)) == (why, 2)


def test_names_listed_side_by_side_are_two_places(resolve):
    article = Article("a", "Shells fell on Masyafet and Masyafut.").where("Masyafet").where("Masyafut")
    world = resolve([article.claim("Shells fell", "shelling", ["Masyafet", "Masyafut"])])
    assert world.where("Shells fell") == ["Masyafet", "Masyafut"]


def test_the_most_frequent_spelling_is_the_name_and_the_longest_of_equals(resolve):
    articles = [place("a", "Khaldiyeh"), place("b", "Khalidiya"), place("c", "Khalidiya")]
    assert resolve(articles).where("Troops fought", "a") == ["Khalidiya"]
    assert resolve([*articles[:2], place("d", "Al-Khalidiya")]).where("Troops fought", "a") == ["Al-Khalidiya"]


def test_a_country_is_known_by_any_of_its_names(resolve):
    world = resolve([place("a", "Britain", "country"), place("b", "the UK")])
    assert [(p.key, p.name, p.kind) for p in world.places.values()] == [("GB", "United Kingdom", PlaceKind.COUNTRY)]


def test_the_users_table_names_the_place_and_all_it_knows_of_it(resolve):
    world = resolve([place("a", "Al-Khalidiyeh", "district")], TABLE)
    found = world.places[world.claim("Troops fought").places[0]]
    assert (found.name, found.within, found.latitude) == ("Khalid Quarter", "Rahna", 1.5)


def test_a_name_of_the_table_is_not_a_place_of_another_sort(resolve):
    assert resolve([place("a", "Rahna", "road")], TABLE).places["rahna"].latitude is None
    assert resolve([place("a", "Rahna", "road")], TABLE).places["rahna"].kind is PlaceKind.ROAD


def test_a_district_and_its_city_give_the_district(resolve):
    article = Article("a", "Troops fought in Khaldiyeh in Rahna.").where("Rahna", kind="city")
    article.where("Khaldiyeh", kind="district", within="Rahna")
    world = resolve([article.claim("Troops fought", at=["Khaldiyeh", "Rahna"])])
    assert world.where("Troops fought") == ["Khaldiyeh"]
    assert world.places["khaldiyeh"].within == "Rahna"


def test_an_old_city_is_called_after_the_town_around_it(resolve):
    articles = [
        place("a", "Old City", "district", "Rahna", again="Rahna"),
        place("b", "Old City", "district", "Selba", again="Selba"),
    ]
    names = sorted(p.name for p in resolve(articles).places.values() if p.kind is PlaceKind.DISTRICT)
    assert names == ["Old City of Rahna", "Old City of Selba"]


def test_a_province_is_called_by_its_word(resolve):
    article = Article("a", "Troops fought across Rahna province.").where("Rahna province", "Rahna", "region")
    assert resolve([article.claim("Troops fought", at=["Rahna"])]).where("Troops fought") == ["Rahna province"]


def test_a_name_without_a_sort_is_what_the_case_makes_of_it(resolve):
    plain = place("a", "Rahna")
    towns = [place(name, "Rahna", "city") for name in "bc"]
    region = Article("d", "Troops fought across Rahna province.").where("Rahna province", "Rahna", "region")
    region.claim("Troops fought", at=["Rahna"])
    assert resolve([plain, *towns, region]).where("Troops fought", "a") == ["Rahna"]
    assert resolve([plain, region]).where("Troops fought", "a") == ["Rahna province"]


def test_the_place_shows_the_words_it_was_taken_from(resolve):
    derived = resolve([place("a", "Khaldiyeh")]).claim("Troops fought").place_derived
    assert (derived.value, derived.evidence[0].quote, derived.inputs[0].rule) == (
        "Khaldiyeh",
        "Khaldiyeh",
        "resolution.spellings",
    )


SYRIA = Settings(country="Syria")


def test_a_town_of_the_gazetteer_has_its_point_its_country_and_how_closely_it_is_told(resolve):
    world = resolve([place("a", "Khan Sheikhoun", "town")], SYRIA)
    found = world.places["khan-sheikhoun"]
    assert (found.country, found.precision, found.derived.rule) == ("SY", Precision.TOWN, "resolution.gazetteer")
    assert "Idlib" in found.part_of[-1]
    assert (round(found.latitude, 1), round(found.longitude, 1)) == (35.4, 36.7)


def test_a_town_lies_in_the_province_that_the_case_names(resolve):
    world = resolve([place("a", "Khan Sheikhoun", "town"), place("b", "Idlib", "region")], SYRIA)
    assert world.places["khan-sheikhoun"].within == "Idlib"


OWN_REGION = PlaceEntry(name="Deir Ezzor", names=("Deir ez-Zor",), kind=PlaceKind.REGION, country="SY")


@pytest.mark.parametrize("country", ["SY", None])
def test_a_town_lies_in_the_users_region_that_is_its_division_whatever_the_gazetteer_calls_it(resolve, country):
    own = Settings(country="Syria", places=(replace(OWN_REGION, country=country),))
    found = resolve([place("a", "Mayadeen", "town")], own).places["mayadeen"]
    assert (found.within, found.part_of[-1]) == ("Deir Ezzor", "Deir Ezzor")


def test_a_region_of_the_users_in_another_country_holds_no_town_of_a_division_of_that_name(resolve):
    own = Settings(country="Syria", places=(replace(OWN_REGION, country="IQ"),))
    assert resolve([place("a", "Mayadeen", "town")], own).places["mayadeen"].within is None


def test_a_name_that_a_larger_place_abroad_bears_too_is_the_one_at_home(resolve):
    found = resolve([place("a", "Ras al-Ain", "town")], SYRIA).places["ras-al-ain"]
    assert (found.country, round(found.latitude, 1)) == ("SY", 36.9)


def test_a_place_abroad_is_none_of_that_name_in_a_state_that_the_case_only_names(resolve):
    found = [
        place("a", "Geneva", "town"),
        place("b", "United States", "country"),
        place("c", "United States", "country"),
    ]
    assert resolve(found, SYRIA).places["geneva"].country != "US"


@pytest.mark.parametrize(
    ("one", "other"), [("Kobani", "Ayn al-Arab"), ("Khan Shaykhun", "Khan Sheikhoun"), ("Tabqa", "al-Tabqah")]
)
def test_other_names_of_the_gazetteer_are_one_place(resolve, one, other):
    world = resolve([place("a", one, "town"), place("b", other, "town")], SYRIA)
    assert [set(found.names) for found in world.places.values()] == [{one, other}]


def test_a_village_of_another_country_is_not_meant(resolve):
    found = resolve([place("a", "Beaver", "village")], SYRIA).places["beaver"]
    assert (found.latitude, found.derived.rule) == (None, "resolution.spellings")


def test_a_district_of_the_table_lies_in_its_city_and_has_no_point(resolve):
    world = resolve([place("a", "Baba Amro", "district"), place("b", "Homs", "city")], SYRIA)
    found = world.places["baba-amro"]
    assert (found.within, found.country, found.latitude, found.precision) == ("Homs", "SY", None, Precision.DISTRICT)


def test_a_place_of_the_user_goes_before_the_gazetteer(resolve):
    own = Settings(country="Syria", places=(PlaceEntry(name="Khan Sheikhoun", kind=PlaceKind.TOWN, within="Idlib"),))
    found = resolve([place("a", "Khan Sheikhoun", "town")], own).places["khan-sheikhoun"]
    assert (found.derived.rule, found.latitude) == ("resolution.user_place", None)


@pytest.mark.parametrize("settings", [Settings(), TABLE])
def test_the_area_around_a_town_is_not_the_town(resolve, settings):
    article = Article("d1", "Rebels hold hills around Rahna. Troops hold Rahna.")
    article.where("around Rahna", name="Rahna", kind="other")
    article.claim("Rebels hold hills around Rahna", at=["Rahna"])
    other = Article("d2", "Troops hold the north of Rahna.").where("the north of Rahna", name="Rahna")
    other.claim("Troops hold the north of Rahna", at=["Rahna"])
    world = resolve([article, other], settings)
    assert world.where("Rebels hold hills around Rahna") == ["Rahna area"]
    assert world.where("Troops hold the north of Rahna") == ["Rahna"]
