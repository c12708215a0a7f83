import pytest
from hand_read import Article

from sayso.model.derivations import reason
from sayso.model.kinds import PlaceKind, Precision
from sayso.model.settings import PlaceEntry, Settings

# a sentence, a name in it, the place its words set it in, then the place meant, its country and how closely it is told
NAMED = [
    ("Damascus denied the report.", "Damascus", None, ("Damascus", "SY", Precision.TOWN)),
    ("A French envoy left.", "French", None, ("France", "FR", Precision.COUNTRY)),
    ("Shots were heard in Oxford, Ohio.", "Oxford", "Ohio", ("Oxford", "US", Precision.TOWN)),
    ("He lay in Norwich General Hospital.", "Norwich General Hospital", "Norwich", ("Norwich", "GB", Precision.TOWN)),
    ("They fled to Orlesh.", "Orlesh", None, (None, None, None)),
]


@pytest.mark.parametrize(("text", "words", "within", "place"), NAMED, ids=[row[1] for row in NAMED])
def test_a_name_that_no_claim_is_set_at_is_put_on_the_map(resolve, text, words, within, place):
    found = resolve([Article("a", text).named(words, within)]).named(words)
    assert (found.name, found.country, found.precision) == place
    assert (found.latitude is None) == (place[0] is None)
    assert reason(found.derived.rule)


def test_a_name_is_the_place_of_the_case_that_claims_are_set_at(resolve):
    article = Article("a", "Troops fought in Idlib.").where("Idlib").named("Idlib")
    world = resolve([article.claim("Troops fought", at=["Idlib"])], Settings(country="Syria"))
    found = world.named("Idlib")
    assert world.places[found.place].name == found.name
    assert found.latitude == world.places[found.place].latitude


def test_a_place_of_the_user_goes_before_the_gazetteer(resolve):
    table = Settings(places=(PlaceEntry(name="Aleppo", kind=PlaceKind.VILLAGE, country="Norland"),))
    article = Article("a", "Troops fought in Aleppo.").where("Aleppo").named("Aleppo")
    found = resolve([article.claim("Troops fought", at=["Aleppo"])], table).named("Aleppo")
    assert (found.name, found.country, found.latitude) == ("Aleppo", "Norland", None)


def test_the_other_names_of_a_document_tell_which_place_is_meant(resolve):
    here = (
        Article("a", "Talks in Tripoli, not far from Byblos and Beirut.")
        .named("Tripoli")
        .named("Byblos")
        .named("Beirut")
    )
    there = (
        Article("b", "Talks in Tripoli, not far from Misrata and Sirte.")
        .named("Tripoli")
        .named("Misrata")
        .named("Sirte")
    )
    world = resolve([here, there])
    assert [world.named("Tripoli", name).country for name in ("a", "b")] == ["LB", "LY"]
