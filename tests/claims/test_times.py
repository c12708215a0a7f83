import pytest

from sayso.claims import find_claims

# Text, words of the time expression of the last claim (None: none), the rule, the tense.
CASES = (
    ("The army shelled Tarnova on Monday.", "Monday", "claims.own_timex", "past"),
    ("Rebels seized the port on Monday and shelled Belgor.", "Monday", "claims.shared_timex", "past"),
    ("Rebels hold Tarnova.", None, "claims.document_day", "present"),
    ("The army will seize Tarnova.", None, "claims.no_time", "future"),
    ("The mayor visited the recently captured town.", None, "claims.no_time", "past"),
    ("The mayor visited the besieged town.", None, "claims.document_day", "past"),
    ("Villagers fled after rebels had seized Tarnova.", None, "claims.no_time", "past"),
)


@pytest.mark.parametrize(("text", "words", "rule", "tense"), CASES)
def test_the_time_is_the_one_that_hangs_on_the_predicate(read, text, words, rule, tense):
    claim = find_claims(read(text))[-1]
    found = claim.timex.span.read(text) if claim.timex else None
    assert (found, claim.time_rule, claim.tense) == (words, rule, tense)


def test_a_time_on_the_word_of_saying_dates_the_saying(read, attribute):
    text = "The mayor said on Monday that rebels had seized the port."
    layers = attribute(read(text), ("mayor", "said", "rebels had seized the port", "asserts"))
    (claim,) = find_claims(layers)
    assert claim.timex is None
