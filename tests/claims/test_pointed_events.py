"""What "that attack" means right after an event of another year was told."""

from dataclasses import replace

import pytest

from sayso.claims import find_claims
from sayso.model.documents import DateClue
from sayso.model.mentions import Timex

TOLD = "Planes bombed Tarnova. Gas killed 90 people in Belgor in 2013."
# What is told after an event of 2013, where that is set, and whether it is of then.
AFTER = (
    ("Officials said the army was responsible for that attack.", "Belgor", True),
    ("Officials said the army was responsible for the attack.", "Tarnova", False),
    ("The government blamed it on rebels.", "Belgor", True),
    ("Officials blamed the army for that attack. The government blamed it on rebels.", "Belgor", True),
    ("The dead were buried. Officials said the army was responsible for that attack.", "Tarnova", False),
    ("Shells killed 12 people in Selmar. Officials said the army was responsible for that attack.", "Selmar", False),
)


@pytest.fixture
def read_of_2017(read):
    """Return a function from a text of 2017 to its layers, "2013" in it marked as a year."""

    def layers_of(text):
        layers = read(text)
        token = layers.parse.words.index("2013")
        year = Timex(span=layers.parse.span(token, token + 1), token=token, kind="date", rule="mentions.date", anchor="absolute", value="2013")  # fmt: skip
        figures = tuple(figure for figure in layers.mentions.figures if figure.token != token)
        clue = DateClue(kind="metadata", value="2017-04-04", written="2017-04-04")
        document = replace(layers.document, clues=(clue,))
        return replace(layers, document=document, mentions=replace(layers.mentions, figures=figures, timexes=(year,)))

    return layers_of


@pytest.mark.parametrize(("after", "place", "is_of_then"), AFTER)
def test_that_attack_is_the_one_of_another_year_that_the_sentence_before_told(read_of_2017, after, place, is_of_then):
    claim = find_claims(read_of_2017(f"{TOLD} {after}"))[-1]
    is_of_2013 = claim.timex is not None and claim.timex.value == "2013"
    assert ([p.name for p in claim.toponyms], is_of_2013) == ([place], is_of_then)
