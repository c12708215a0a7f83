from itertools import permutations

from hand_read import Article
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.dating import date_documents
from sayso.model.derivations import reason
from sayso.model.settings import Settings
from sayso.resolution import resolve_claims

PLACES = ["Rahna", "Rahnah", "Al-Rahna", "Selba", "Chad", "Old City", "Tarim Strip", "Tarim"]
SOURCES = ["army", "Omar Salim", "Salim", "Omar Saleem", "activists", "Rahna Rights Watch", "RRW", "N'Djamena"]
KINDS = [None, "city", "region", "district"]
ROWS = st.tuples(
    st.sampled_from(PLACES), st.sampled_from(KINDS), st.sampled_from(SOURCES), st.sampled_from([None, "2019-03-11"])
)


def write(number, row):
    place, kind, name, day = row
    article = Article(f"d{number}", f"Troops fought in {place} on Monday.").where(place, kind=kind).when("on Monday")
    if day:
        article.clue("stated", day)
    return article.claim("Troops fought", at=[place], on="on Monday", chain=((name, "unknown"),)).reading


def resolve(readings):
    found = resolve_claims(readings, date_documents(readings, ()), Settings(), ())
    return found.voices, found.places, {resolved.claim.id: resolved for resolved in found.claims}


@settings(max_examples=60, deadline=None)
@given(st.lists(ROWS, min_size=2, max_size=5), st.randoms(use_true_random=False))
def test_the_order_of_documents_changes_nothing(rows, random):
    readings = [write(number, row) for number, row in enumerate(rows)]
    shuffled = random.sample(readings, len(readings))
    assert resolve(readings) == resolve(shuffled)


def test_claims_come_in_the_order_of_the_documents_given():
    readings = [write(number, ("Rahna", None, "army", "2019-03-11")) for number in range(3)]
    for order in permutations(readings):
        found = resolve_claims(order, date_documents(order, ()), Settings(), ())
        assert [resolved.claim.document for resolved in found.claims] == [reading.document.id for reading in order]


def test_every_key_of_a_claim_is_known():
    readings = [write(number, (place, None, SOURCES[number], None)) for number, place in enumerate(PLACES)]
    voices, places, claims = resolve(readings)
    known_voices, known_places = {voice.key for voice in voices}, {place.key for place in places}
    assert claims
    for resolved in claims.values():
        assert {resolved.voice, *resolved.chain} <= known_voices
        assert set(resolved.places) <= known_places


def test_nothing_comes_of_nothing():
    assert resolve([]) == ((), (), {})


def test_every_reason_of_resolution_can_be_read():
    readings = [write(number, (place, None, SOURCES[number], "2019-03-11")) for number, place in enumerate(PLACES)]
    _, places, claims = resolve(readings)
    found = [derived for claim in claims.values() for derived in (claim.period.derived, *claim.derived) if derived]
    found += [place.derived for place in places if place.derived]
    rules = {derived.rule for derived in found}
    assert rules >= {"resolution.relative_time", "resolution.spellings", "resolution.case_country"}
    assert all(reason(rule) for rule in rules)
