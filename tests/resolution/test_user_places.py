import re

import pytest
from hand_read import Article
from hypothesis import example, given
from hypothesis import strategies as st

from sayso.model.kinds import PlaceKind
from sayso.model.settings import PlaceEntry, Settings
from sayso.resolution.user_places import Finder, add_user_places
from sayso.text.memories import Memory

TABLE = Settings(
    places=(
        PlaceEntry(name="Norland", kind=PlaceKind.COUNTRY),
        PlaceEntry(name="Tarim Province", names=("Tarim",), kind=PlaceKind.REGION),
        PlaceEntry(name="Rahna", names=("Rahnah",), kind=PlaceKind.CITY, within="Tarim Province"),
        PlaceEntry(name="Selba", kind=PlaceKind.DISTRICT, within="Rahna"),
        PlaceEntry(name="weavers' quarter", kind=PlaceKind.DISTRICT, within="Selba"),
        PlaceEntry(name="Selba granary", names=("the granary",), kind=PlaceKind.BUILDING, within="Selba"),
        PlaceEntry(name="Marl Bridge", kind=PlaceKind.OTHER, within="Rahna"),
        PlaceEntry(name="Zuhar", kind=PlaceKind.TOWN, within="Tarim Province"),
    )
)


# A text, the words of a claim on it, and the places that the claim has.
TEXTS = [
    ("Troops took the granary on Monday.", "Troops took the granary", ["Selba granary"]),
    (
        "Shells fell on the weavers' quarter of Rahna.",
        "Shells fell on the weavers' quarter of Rahna",
        ["weavers' quarter"],
    ),
    ("Shells fell on Rahna and Zuhar.", "Shells fell on Rahna and Zuhar", ["Rahna", "Zuhar"]),
    ("Shells fell on Rahnah.", "Shells fell on Rahnah", ["Rahna"]),
    ("Guns fired from Selba, and shells fell on Zuhar.", "shells fell on Zuhar", ["Zuhar"]),
    ("The army holds all of Rahna except Selba.", "holds all of Rahna except Selba", ["Rahna"]),
    ("Selba was quiet. Troops left the district.", "Troops left the district", ["Selba"]),
    ("The Marl Bridge stood. Troops crossed the bridge.", "Troops crossed the bridge", ["Marl Bridge"]),
    ("Selba was quiet. Tarim Province was not. Troops left the region.", "Troops left the region", ["Tarim Province"]),
    ("Tarim Province burned. Troops left the valley, and shells fell on Selba.", "shells fell on Selba", ["Selba"]),
    ("Tarim Province burned. In Selba troops left the valley.", "troops left the valley", ["Selba"]),
    ("RAHNA - Shells fell.", "Shells fell", ["Rahna"]),
    ("Rahna was quiet but for Marl Bridge. Shells fell on the river city.", "Shells fell on the river city", ["Rahna"]),
    ("Zuhar burned. Trucks rolled in from the Rahna road.", "Trucks rolled in", ["Zuhar"]),
    ("Zuhar burned. A nurse from Rahna wept. Shells fell.", "Shells fell", ["Zuhar"]),
    ("Zuhar burned. A farmer from Rahna who lost two sons wept.", "lost two sons", ["Rahna"]),
    ("In Rahna people waited. Guns fired from Selba to Marl Bridge. Shells fell.", "Shells fell", ["Rahna"]),
    (
        "Troops held most of Rahna, including Selba, on Monday.",
        "Troops held most of Rahna, including Selba",
        ["Rahna"],
    ),
    ("In Selba shells fell as far as Zuhar.", "shells fell", ["Zuhar"]),
    ("In Selba people waited. Shells fell.", "Shells fell", ["Selba"]),
    ("Troops hold most of Rahna, including Selba. Shells fell.", "Shells fell", ["Rahna"]),
    ("In Selba people waited. It was arms that Norland had bought. Shells fell.", "Shells fell", ["Selba"]),
    ("The Rahna Times says that shells fell.", "shells fell", []),
    ("Selba was quiet. Norland's ministry denied that shells fell.", "shells fell", ["Selba"]),
    ("Selba was quiet. Across Norland shells fell.", "shells fell", ["Norland"]),
    ("Norland denied that shells fell.", "shells fell", []),
    ("Norland sent tents.", "Norland sent tents", []),
    ("Tents came to Norland.", "Tents came to Norland", ["Norland"]),
    ("Norland's minister resigned.", "Norland's minister resigned", ["Norland"]),
    ("Selba and its weavers' quarter burned. Troops left the district.", "Troops left the district", ["Selba"]),
    ("Rahna waited. In Selba people slept. The city has no water. Shells fell.", "Shells fell", ["Selba"]),
    ("The magranary is a word. Shells fell.", "Shells fell", []),
]


@pytest.mark.parametrize(("text", "words", "names"), TEXTS, ids=[row[0] for row in TEXTS])
def test_the_users_places_are_found_in_the_text(resolve, text, words, names):
    world = resolve([Article("a", text).claim(words, place_rule="claims.no_place")], TABLE)
    assert world.where(words) == names


# What a text goes on to tell behind a site in a city: the kind of the claim, and where it is set.
BEHIND_A_SITE = [
    ("strength", "Rahna"),
    ("siege", "Rahna"),
    ("clash", "Rahna"),
    ("air_strike", "Marl Bridge"),
    ("toll", "Marl Bridge"),
]


@pytest.mark.parametrize(("kind", "place"), BEHIND_A_SITE)
def test_a_text_goes_on_in_the_town_around_a_site_and_with_harm_at_the_site(resolve, kind, place):
    article = Article("a", "Rahna was quiet but for Marl Bridge. Nobody counts them.")
    world = resolve([article.claim("Nobody counts them", kind, place_rule="claims.no_place")], TABLE)
    assert world.where("Nobody counts them") == [place]


# What a text goes on to tell behind the storming of a site: the kind of the claim, its stance, and where it is set.
BEHIND_AN_ATTACK = [
    ("arms", "asserts", "Marl Bridge"),
    ("control_change", "denies", "Marl Bridge"),
    ("siege", "asserts", "Rahna"),
]


@pytest.mark.parametrize(("kind", "stance", "place"), BEHIND_AN_ATTACK)
def test_the_fight_for_a_site_goes_on_at_the_site(resolve, kind, stance, place):
    article = Article("a", "Rahna was quiet. Rebels stormed Marl Bridge. Nobody counts them.")
    article.claim("Rebels stormed Marl Bridge", "clash", place_rule="claims.no_place")
    article.claim("Nobody counts them", kind, place_rule="claims.no_place", stance=stance)
    assert resolve([article], TABLE).where("Nobody counts them") == [place]


# Lines between a place and a claim that names none, and where that is set.
SECTIONS = [
    ("News of the week\nAt Zuhar guns fired.\nPlanes and drones\nShells fell.", []),
    ("News of the week\n- At Zuhar guns fired.\n- Shells fell.", []),
    ("News of Zuhar\nAt Zuhar guns fired.\nPlanes and drones\nShells fell.", ["Zuhar"]),
    ("News of the week\nAt Zuhar guns fired.\nIt was quiet then.\nShells fell.", ["Zuhar"]),
]


@pytest.mark.parametrize(("text", "names"), SECTIONS, ids=[row[0] for row in SECTIONS])
def test_a_section_or_item_of_its_own_is_not_set_where_the_text_was_before(resolve, text, names):
    text += "\nSelba and Rahna and Selba and Rahna."
    world = resolve([Article("a", text).claim("Shells fell", place_rule="claims.no_place")], TABLE)
    assert world.where("Shells fell") == names


def test_a_site_without_a_name_is_in_the_place_where_the_text_is(resolve):
    article = Article("a", "Zuhar burned. Troops left the bus station.").where("bus station")
    article.claim("Troops left the bus station", "withdrawal", ["bus station"])
    assert resolve([article], TABLE).where("Troops left the bus station") == ["Zuhar"]


def test_a_sentence_that_opens_at_a_building_sets_harm_known_before_there(resolve):
    article = Article("a", "Dor burned. At a school in Zuhar, doctors said the dead of the blast were nine.").where(
        "Dor"
    )
    article.claim("the dead of the blast", "explosion", ["Dor"], place_rule="claims.same_event_place")
    assert resolve([article], TABLE).where("the dead of the blast") == ["Zuhar"]


def test_a_site_whose_town_the_text_has_not_named_stays_the_place(resolve):
    article = Article("a", "Marl Bridge was quiet. Nobody counts them.")
    world = resolve([article.claim("Nobody counts them", "strength", place_rule="claims.no_place")], TABLE)
    assert world.where("Nobody counts them") == ["Marl Bridge"]


def test_of_places_in_the_words_the_one_that_reading_chose_is_kept(resolve):
    article = Article("a", "Water from Marl Bridge swept huts away at Zuhar.").where("Zuhar")
    words = "Water from Marl Bridge swept huts away at Zuhar"
    assert resolve([article.claim(words, "destruction", ["Zuhar"])], TABLE).where(words) == ["Zuhar"]


def test_a_building_goes_by_the_noun_of_any_of_its_names(resolve):
    base = PlaceEntry(name="Zuhar barracks", names=("base of the 4th Brigade",), kind=PlaceKind.BUILDING)
    article = Article("a", "Shells hit the base of the 4th Brigade. Rain fell. Troops left the base.")
    world = resolve([article.claim("Troops left the base", place_rule="claims.no_place")], Settings(places=(base,)))
    assert world.where("Troops left the base") == ["Zuhar barracks"]


# Words that speak of an event as known, and where it is set: where they go right on to a place of the table, it is there.
KNOWN_EVENTS = [
    ("Dor burned. Trains stood after the attack on the night train at Zuhar.", "Zuhar"),
    ("Dor burned. Trains stood after the attack, and the mayor of Zuhar wept.", "Dor"),
]


@pytest.mark.parametrize(("text", "name"), KNOWN_EVENTS)
def test_a_place_right_behind_a_known_event_is_where_it_was(resolve, text, name):
    article = Article("a", text).where("Dor")
    article.claim("the attack", "air_strike", ["Dor"], place_rule="claims.same_event_place")
    assert resolve([article], TABLE).where("the attack") == [name]


def test_a_place_that_reading_found_in_the_words_stands_above_one_beside_them(resolve):
    article = Article("a", "In Rahna, troops said shells fell on Dor.").where("Dor")
    assert resolve([article.claim("shells fell on Dor", "shelling", ["Dor"])], TABLE).where("shells fell on Dor") == [
        "Dor"
    ]


def test_a_place_of_the_sentence_stands_above_the_one_the_text_was_last_at(resolve):
    article = Article("a", "Dor was quiet. In Selba shells fell.").where("Dor")
    world = resolve([article.claim("shells fell", "shelling", ["Dor"], place_rule="claims.current_place")], TABLE)
    assert world.where("shells fell") == ["Selba"]


# A text, the words in it that only tell who speaks and where, and where it is set that nobody was hurt.
SPEAKERS = [
    ("Shells fell on Selba. Nobody was hurt, said the prefect of Zuhar.", "the prefect of Zuhar", ["Selba"]),
    ("Selba was quiet. Men met at Zuhar told us that nobody was hurt.", "met at Zuhar", ["Selba"]),
    ("Selba was quiet. The army told reporters in Zuhar that nobody was hurt.", "reporters in Zuhar", ["Selba"]),
    ("The mayor of Zuhar said that nobody was hurt.", "The mayor of Zuhar", []),
]


@pytest.mark.parametrize(("text", "speaking", "names"), SPEAKERS, ids=[row[0] for row in SPEAKERS])
def test_where_somebody_speaks_is_not_where_it_happened(resolve, text, speaking, names):
    words = re.search("(?i)nobody was hurt", text)[0]
    article = Article("a", text).spoken(speaking).claim(words, place_rule="claims.no_place")
    assert resolve([article], TABLE).where(words) == names


def test_the_place_that_reading_chose_beside_a_claim_comes_before_the_first_named(resolve):
    article = Article("a", "Buses left Rahna and came under fire at Zuhar, killing three.").where("Zuhar")
    article.claim("killing three", "shelling", ["Zuhar"], place_rule="claims.sentence_place")
    assert resolve([article], TABLE).where("killing three") == ["Zuhar"]


# A text that names countries, and the one that a whole war is set in: that of the case comes first.
WARS = [
    ("Norland and Sorland are at war. Shells fell on Selba. The war has killed thousands.", ["Norland"]),
    ("Sorland is at war. Sorland mourns. Shells fell on Selba. The war has killed thousands.", ["Sorland"]),
    ("Shells fell on Selba. The war has killed thousands.", []),
]


@pytest.mark.parametrize(("text", "names"), WARS)
def test_a_whole_war_is_set_in_the_country_of_the_case(resolve, text, names):
    article = Article("a", text).claim("The war has killed thousands", "toll", place_rule="claims.general_place")
    entries = (*TABLE.places, PlaceEntry(name="Sorland", kind=PlaceKind.COUNTRY))
    settings = Settings(country="Norland", places=entries)
    assert resolve([article], settings).where("The war has killed thousands") == names


@pytest.mark.parametrize(("kind", "names"), [("politics", []), ("diplomacy", []), ("aid", ["Selba"])])
def test_what_is_decided_or_said_between_states_is_not_set_where_the_text_is(resolve, kind, names):
    article = Article("a", "Selba was quiet. Ministers met again.")
    world = resolve([article.claim("Ministers met again", kind, place_rule="claims.no_place")], TABLE)
    assert world.where("Ministers met again") == names


def test_the_whole_district_is_no_city_that_reading_took_it_for(resolve):
    article = Article("a", "Rahna was quiet but for Selba. Troops took the whole district.").where("Rahna")
    words = "Troops took the whole district"
    claim = article.claim(words, "control_change", ["Rahna"], place_rule="claims.referred_place")
    assert resolve([claim], TABLE).where(words) == ["Selba"]


# What is said last of a strike told at Zuhar, after the text has gone on to Selba: its time, its stance, where it is set.
LATER = [
    ({"time_rule": "claims.known_event"}, ["Zuhar"]),
    ({"stance": "denies"}, ["Zuhar"]),
    ({"time_rule": "claims.document_day"}, ["Selba"]),
]


@pytest.mark.parametrize(("more", "names"), LATER)
def test_harm_spoken_of_as_known_or_denied_is_set_where_the_text_told_of_it(resolve, more, names):
    article = Article("a", "Planes hit Zuhar. In Selba people waited. The army spoke of the strike.")
    article.claim("Planes hit Zuhar", "air_strike")
    article.claim("spoke of the strike", "air_strike", place_rule="claims.no_place", **more)
    assert resolve([article], TABLE).where("spoke of the strike") == names


def test_without_a_table_nothing_changes():
    readings = (Article("a", "Troops took the granary.").claim("Troops took").reading,)
    assert add_user_places(readings, Settings(), Memory()) == readings


@given(
    st.lists(
        st.sampled_from(["Rahna", "the granary", "Selba", "fell", "district", "the", "Zuhar's", "\n", "،", "🏚"]),
        max_size=20,
    )
)
@example(words=["the granary", "fell"])
def test_every_place_found_reads_back_words_of_the_text(words):
    reading = Article("a", " ".join(words)).reading
    found = Finder(TABLE).add(reading).toponyms
    assert found or words != ["the granary", "fell"]
    for toponym in found:
        assert toponym.span.read(reading.document.text).strip()
        assert 0 <= toponym.span.start < toponym.span.end <= len(reading.document.text)
