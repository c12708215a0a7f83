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
    ("In Selba people waited. Shells fell.", "Shells fell", ["Selba"]),
    ("In Selba people waited. It was arms that Norland had bought. Shells fell.", "Shells fell", ["Selba"]),
    ("The Rahna Times says that shells fell.", "shells fell", []),
    ("Selba was quiet. Norland's ministry denied that shells fell.", "shells fell", ["Selba"]),
    ("Selba was quiet. Across Norland shells fell.", "shells fell", ["Norland"]),
    ("Norland denied that shells fell.", "shells fell", []),
    ("The magranary is a word. Shells fell.", "Shells fell", []),
]


@pytest.mark.parametrize(("text", "words", "names"), TEXTS, ids=[row[0] for row in TEXTS])
def test_the_users_places_are_found_in_the_text(resolve, text, words, names):
    world = resolve([Article("a", text).claim(words, place_rule="claims.no_place")], TABLE)
    assert world.where(words) == names


# What a text goes on to tell behind a site in a city: the kind of the claim, and where it is set.
BEHIND_A_SITE = [("strength", "Rahna"), ("clash", "Rahna"), ("air_strike", "Marl Bridge"), ("toll", "Marl Bridge")]


@pytest.mark.parametrize(("kind", "place"), BEHIND_A_SITE)
def test_a_text_goes_on_in_the_town_around_a_site_and_with_harm_at_the_site(resolve, kind, place):
    article = Article("a", "Rahna was quiet but for Marl Bridge. Nobody counts them.")
    world = resolve([article.claim("Nobody counts them", kind, place_rule="claims.no_place")], TABLE)
    assert world.where("Nobody counts them") == [place]


def test_a_site_whose_town_the_text_has_not_named_stays_the_place(resolve):
    article = Article("a", "Marl Bridge was quiet. Nobody counts them.")
    world = resolve([article.claim("Nobody counts them", "strength", place_rule="claims.no_place")], TABLE)
    assert world.where("Nobody counts them") == ["Marl Bridge"]


def test_of_places_in_the_words_the_one_that_reading_chose_is_kept(resolve):
    article = Article("a", "Water from Marl Bridge swept huts away at Zuhar.").where("Zuhar")
    words = "Water from Marl Bridge swept huts away at Zuhar"
    assert resolve([article.claim(words, "destruction", ["Zuhar"])], TABLE).where(words) == ["Zuhar"]


def test_a_place_that_reading_found_in_the_words_stands_above_one_beside_them(resolve):
    article = Article("a", "In Rahna, troops said shells fell on Dor.").where("Dor")
    assert resolve([article.claim("shells fell on Dor", "shelling", ["Dor"])], TABLE).where("shells fell on Dor") == [
        "Dor"
    ]


def test_a_place_of_the_sentence_stands_above_the_one_the_text_was_last_at(resolve):
    article = Article("a", "Dor was quiet. In Selba shells fell.").where("Dor")
    world = resolve([article.claim("shells fell", "shelling", ["Dor"], place_rule="claims.current_place")], TABLE)
    assert world.where("shells fell") == ["Selba"]


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
