import pytest

from sayso.lexicons import read_toml
from sayso.syntax.lemmas import correct_lemma


@pytest.mark.parametrize(
    ("word", "lemma", "universal", "expected"),
    [
        ("told", "told", "VERB", "tell"),
        ("Besieged", "besieged", "VERB", "besiege"),
        ("n’t", "n’t", "PART", "not"),
        ("Homs", "hom", "PROPN", "Homs"),
        ("raped", "rap", "VERB", "rape"),
        ("rapped", "rap", "VERB", "rap"),
        ("bombed", "bomb", "VERB", "bomb"),
        ("was", "was", "AUX", "be"),
        ("are", "are", "VERB", "be"),
        ("bases", "basis", "NOUN", "base"),
        ("Shells", "shell", "NOUN", "shell"),
        ("ran", "", "VERB", "ran"),
        ("gutted", "gutte", "VERB", "gut"),
    ],
)
def test_our_table_corrects_the_model(word, lemma, universal, expected):
    assert correct_lemma(word, lemma, universal) == expected


@pytest.mark.parametrize(("word", "lemma"), sorted(read_toml("lemmas")["verb"].items()))
def test_every_row_of_the_table_is_used(word, lemma):
    assert correct_lemma(word, "wrong", "VERB") == lemma
