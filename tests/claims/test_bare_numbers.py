"""Which number alone answers what was counted before?"""

import pytest

from sayso.claims import find_claims
from sayso.model.kinds import ClaimKind

ARRESTED = "Police arrested 15 villagers in Tarnova on Monday."
KILLED = "Soldiers shelled Tarnova on Friday, killing 6 villagers."

# The text, the act of saying, its kind, and what it counts.
ANSWERS = [
    (f"{ARRESTED} The lawyers say 40.", ("lawyers", "say", "40", "asserts"), ClaimKind.VIOLENCE_AGAINST_CIVILIANS, ("detained", 40)),
    (f"{KILLED} The governor spoke of 7.", ("governor", "spoke", "7", "asserts"), ClaimKind.VIOLENCE_AGAINST_CIVILIANS, ("fatalities", 7)),
    (f"{KILLED} Rain fell. The governor spoke of 7.", ("governor", "spoke", "7", "asserts"), ClaimKind.VIOLENCE_AGAINST_CIVILIANS, ("fatalities", 7)),
    (f"{KILLED} The list runs to 35 names.", ("list", "runs", "35 names", "asserts"), ClaimKind.VIOLENCE_AGAINST_CIVILIANS, ("fatalities", 35)),
]  # fmt: skip


@pytest.mark.parametrize("row", ANSWERS, ids=[row[1][2] for row in ANSWERS])
def test_a_number_that_is_all_somebody_says_counts_what_was_counted_before(read, attribute, row):
    text, saying, kind, count = row
    *_, first, answer = find_claims(attribute(read(text), saying))
    (figure,) = answer.figures
    assert (answer.kind, figure.what, figure.low) == (kind, *count)
    assert answer.span.read(text) == saying[2]
    assert answer.toponyms == first.toponyms != ()
    assert [source.name for source in answer.chain] == [saying[0]]


OTHERS = [
    ("The governor spoke of 7.", ("governor", "spoke", "7", "asserts")),
    ("Rebels took Tarnova. The governor spoke of 7.", ("governor", "spoke", "7", "asserts")),
    (f"{KILLED} The governor denied 7.", ("governor", "denied", "7", "denies")),
    (f"{KILLED} Rain fell. Snow fell. Hail fell. The governor spoke of 7.", ("governor", "spoke", "7", "asserts")),
]


@pytest.mark.parametrize(("text", "saying"), OTHERS)
def test_a_number_with_nothing_counted_before_it_or_denied_is_no_count(read, attribute, text, saying):
    assert all(claim.frame != "bare_number" for claim in find_claims(attribute(read(text), saying)))


def test_who_owns_up_to_a_number_is_marked(read, attribute):
    text = f"{KILLED} The army admits to 4."
    *_, answer = find_claims(attribute(read(text), ("army", "admits", "4", "asserts")))
    assert (answer.frame, answer.is_admitted) == ("bare_number", True)
