import pytest

from sayso.claims import find_claims
from sayso.model.kinds import Measure

ASKED = "How many people were killed in Tarnova?"

# What follows the question, who says which words, and the numbers of dead that are read.
ANSWERS = (
    ("The army says 34.", (("army", "says", "34"),), [34]),
    ("It depends. The army says 34. Medics speak of 12.", (("army", "says", "34"), ("Medics", "speak", "12")), [34, 12]),
    ("The mayor said: Fewer than you think. Maybe a dozen.",
     (("mayor", "said", "Fewer than you think. Maybe a dozen."),), [12]),
    ("The army says it sent 34 trucks.", (("army", "says", "it sent 34 trucks"),), []),
    ("How many houses burnt? The army says 34.", (("army", "says", "34"),), []),
)  # fmt: skip


@pytest.mark.parametrize(("words", "said", "numbers"), ANSWERS, ids=[row[0] for row in ANSWERS])
def test_a_bare_number_answers_the_question_before_it(read_whole, attribute, words, said, numbers):
    claims = find_claims(attribute(read_whole(f"{ASKED} {words}"), *((*one, "asserts") for one in said)))
    again = [claim for claim in claims if claim.frame == "count_again"]
    assert [claim.figures[0].low for claim in again] == numbers
    assert all(claim.figures[0].what is Measure.FATALITIES for claim in again)


def test_a_question_itself_says_nothing(read):
    assert find_claims(read(ASKED)) == ()
