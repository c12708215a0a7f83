import pytest

from sayso.claims import find_claims
from sayso.model.kinds import ClaimKind, Measure

TOLD = "Medics stated that 20 people died in Tarnova."
MEDICS = ("Medics", "stated", "20 people died in Tarnova", "asserts")

# What another says right after, with cue and words, and the number that it counts the dead at: None where it is no count.
OTHERS = (
    ("The army says 34.", ("army", "says", "34"), 34),
    ("The army put it at 34.", ("army", "put", "it at 34"), 34),
    ("The army spoke of 34.", ("army", "spoke", "34"), 34),
    ("The army says that it was 34.", ("army", "says", "it was 34"), 34),
    ("The list of the mosque runs to 34 names.", ("mosque", "runs", "34 names"), 34),
    ("The army says it was 34, all of them gunmen.", ("army", "says", "it was 34, all of them gunmen"), 34),
    ("The army spoke of 34, among them a boy.", ("army", "spoke", "34, among them a boy"), 34),
    ("The army says 34 percent.", ("army", "says", "34 percent"), None),
    ("The army says 34 roads.", ("army", "says", "34 roads"), None),
    ("The army says it sent 34.", ("army", "says", "it sent 34"), None),
)


@pytest.mark.parametrize(("words", "said", "number"), OTHERS, ids=[row[0] for row in OTHERS])
def test_a_bare_number_counts_what_was_counted_just_before(read, attribute, words, said, number):
    claims = find_claims(attribute(read(f"{TOLD} {words}"), MEDICS, (*said, "asserts")))
    again = [claim for claim in claims if claim.frame == "count_again"]
    assert [claim.figures[0].low for claim in again] == ([number] if number else [])
    assert all(claim.kind is ClaimKind.TOLL and claim.toponyms == claims[0].toponyms for claim in again)
    assert all(claim.figures[0].what is Measure.FATALITIES and claim.chain[-1].name == said[0] for claim in again)


@pytest.mark.parametrize("between", ["", "Rain fell. Roads were wet. Shops stayed shut. "])
def test_only_a_count_that_stands_near_is_given_again(read, attribute, between):
    text = f"{TOLD} {between}The army says 34."
    claims = find_claims(attribute(read(text), MEDICS, ("army", "says", "34", "asserts")))
    assert [claim.frame for claim in claims[1:]] == ([] if between else ["count_again"])


def test_a_number_with_no_count_before_it_is_no_claim(read, attribute):
    text = "Rebels stated they had seized Tarnova. The army says 34."
    said = (("Rebels", "stated", "they had seized Tarnova", "asserts"), ("army", "says", "34", "asserts"))
    assert [claim.kind for claim in find_claims(attribute(read(text), *said))] == [ClaimKind.CONTROL_CHANGE]


def test_a_number_that_is_guessed_is_hedged(read_whole, attribute):
    said = ("army", "spoke", "perhaps 34", "asserts")
    claims = find_claims(attribute(read_whole(f"{TOLD} The army spoke of perhaps 34."), MEDICS, said))
    assert [claim.stance for claim in claims] == ["asserts", "hedges"]


def test_who_owns_up_to_a_number_is_marked(read, attribute):
    claims = find_claims(attribute(read(f"{TOLD} The army admits to 4."), MEDICS, ("army", "admits", "4", "asserts")))
    assert (claims[-1].frame, claims[-1].is_admitted) == ("count_again", True)
