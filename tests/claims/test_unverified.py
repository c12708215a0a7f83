import pytest

from sayso.claims import find_claims
from sayso.model.kinds import ClaimKind, Stance

FIRST = "Rebels seized Tarnova on Monday. "
# What follows the report of a capture, and the words that say it could not be checked.
CASES = (
    ("The report could not be independently verified.", "could not be independently verified"),
    ("The paper could not confirm the report.", "could not confirm the report"),
    ("The monitors have not been able to verify this.", "have not been able to verify this"),
    ("The mission could confirm none of this.", "could confirm none of this"),
    ("The paper was able to verify none of this.", "was able to verify none of this"),
    ("It was not clear who had led them.", "It was not clear who had led them"),
)
SILENT = (
    "The doctor confirmed the report.",
    "The road was not clear of snow.",
    "The bank could not verify the cheque.",
    "The army did not confirm the report.",
)


@pytest.mark.parametrize(("after", "words"), CASES)
def test_what_could_not_be_checked_hedges_the_claim_before_it(read, after, words):
    text = FIRST + after
    first, doubt = find_claims(read(text))
    assert (doubt.frame, doubt.kind, doubt.stance) == ("unverified", ClaimKind.CONTROL_CHANGE, Stance.HEDGES)
    assert doubt.span.read(text) == words
    assert (doubt.toponyms, doubt.chain) == (first.toponyms, ())


@pytest.mark.parametrize("after", SILENT)
def test_other_checking_and_other_clearness_hedge_nothing(read, after):
    assert "unverified" not in {claim.frame for claim in find_claims(read(FIRST + after))}


def test_with_nothing_before_it_there_is_nothing_to_hedge(read):
    assert find_claims(read("The report could not be verified.")) == ()


def test_a_figure_that_could_not_be_confirmed_is_the_last_number_before_it(read):
    text = "Gunmen killed 12 teachers in Kasta. Rebels seized Tarnova. The charity could not confirm the figure."
    assert find_claims(read(text))[-1].kind is ClaimKind.VIOLENCE_AGAINST_CIVILIANS


def test_a_statement_that_could_not_be_verified_is_the_first_claim_its_source_made(read, attribute):
    text = "Rebels said they had seized Tarnova. They killed 12 soldiers. The statement could not be verified."
    sayings = (("Rebels", "said", "they had seized Tarnova. They killed 12 soldiers", "asserts"),)
    assert find_claims(attribute(read(text), *sayings))[-1].kind is ClaimKind.CONTROL_CHANGE


def test_a_place_among_the_words_tells_which_claim_is_meant(read):
    text = "The rebels said they took Orlesh. The army said it shelled Tarnova. Monitors could not verify the claim about Orlesh."
    assert [place.name for place in find_claims(read(text))[-1].toponyms] == ["Orlesh"]
