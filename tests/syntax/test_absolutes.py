"""Is something said of the noun behind "with"?"""

import pytest
from syntax.parsed import parse


@pytest.mark.parametrize(
    ("text", "noun", "relation", "state"),
    [
        ("With the airport in government hands, rebels turned to the port.", "airport", "nsubj", "hands"),
        ("Rebels hold the north, with government forces in control of the port.", "forces", "nsubj", "control"),
        ("With the town under siege, prices doubled.", "town", "nsubj", "siege"),
        ("With the town encircled by the army, rebels asked for talks.", "town", "nsubj:pass", "encircled"),
    ],
)
def test_with_a_noun_and_its_state_are_a_clause(syntax, text, noun, relation, state):
    parsed = parse(syntax, text)
    subject, predicate = parsed.words.index(noun), parsed.words.index(state)
    assert (parsed.heads[subject], parsed.relations[subject]) == (predicate, relation)
    assert parsed.relations[predicate] == "advcl"


def test_who_is_fought_with_is_no_subject(syntax):
    parsed = parse(syntax, "Troops clashed with rebels in control of the port.")
    assert parsed.relations[parsed.words.index("rebels")] == "obl"
