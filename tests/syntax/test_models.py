from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from syntax.parsed import parse

from sayso.errors import ModelError
from sayso.syntax import Syntax, load_syntax, models
from sayso.syntax.lemmas import Lemmas
from sayso.syntax.models import load_spacy

TEXT = (
    "Council denies dam warning\n\nThe council, which met on Monday, said that engineers had found no cracks in  the dam. "
    "“We told them twice,” said Ana Quispe.\n\n🙂 Ella dijo nada.\r\n"
)


def test_every_token_reads_back_its_own_word(syntax):
    result = parse(syntax, TEXT)
    assert all(TEXT[a:b] == w for a, b, w in zip(result.starts, result.ends, result.words, strict=True))
    assert not any(word.isspace() for word in result.words)


def test_a_verb_of_saying_keeps_its_subject_over_a_relative_clause(syntax):
    result = parse(syntax, TEXT)
    said = result.words.index("said")
    subjects = [result.words[t] for t, h in enumerate(result.heads) if h == said and result.relations[t] == "nsubj"]
    assert subjects == ["council"]
    assert result.lemmas[said] == "say"


def test_heads_stay_in_their_sentence_and_each_sentence_has_one_root(syntax):
    result = parse(syntax, TEXT)
    for first, last in result.sentences:
        assert all(first <= result.heads[t] < last for t in range(first, last))
        assert sum(result.heads[t] == t for t in range(first, last)) == 1


def test_a_parse_depends_on_nothing_but_its_document(syntax):
    alone = parse(syntax, TEXT)
    parse(syntax, "Rain fell for nine days. Then the dam gave way above the town of Rimayo.")
    assert parse(syntax, TEXT) == alone


def test_a_model_that_knows_enough_words_forgets_those_of_a_document_after_it(syntax, monkeypatch):
    parse(syntax, TEXT)
    monkeypatch.setattr(models, "MOST_WORDS", len(syntax._pipeline.vocab.strings))
    strings = syntax._pipeline.vocab.strings
    known = len(strings)
    met = parse(syntax, "Thrabbok and Quornelis met Vuzzlemayr at the Plimtober gate on Monday.")
    assert "Vuzzlemayr" in met.words
    assert "Vuzzlemayr" not in strings
    assert len(strings) == known


def test_threads_may_parse_with_one_model(syntax):
    alone = parse(syntax, TEXT)
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(lambda _: parse(syntax, TEXT), range(8))) == [alone] * 8


def test_a_document_is_parsed_alike_alone_and_among_a_hundred(syntax):
    texts = [TEXT, *(f"On day {n} the Rimayo council counted {n} houses, and {n} people left." for n in range(99))]
    alone = [parse(load_syntax(), texts[0]), parse(syntax, texts[50])]
    among = [parse(syntax, text) for text in reversed(texts)]
    assert [among[99], among[49]] == alone


@pytest.mark.parametrize(
    "text",
    [
        "the dam and " * 500,
        "\u200b\u0301\ufeff \U0001f642\U0001f642 \ud7ff",
        "\u0645\u0631\u062d\u0628\u0627 said Ana.",
        "a|b said c||d.",
        "((((((((((",
        ". . . . .",
    ],
    ids=["very long", "marks and emoji", "two scripts", "bars", "brackets", "stops"],
)
def test_odd_texts_are_parsed_with_one_root_a_sentence(syntax, text):
    result = parse(syntax, text)
    assert all(text[a:b] == w for a, b, w in zip(result.starts, result.ends, result.words, strict=True))
    assert all(sum(result.heads[t] == t for t in range(first, last)) == 1 for first, last in result.sentences)


@pytest.mark.parametrize(
    ("word", "tag", "universal", "lemma"),
    [
        ("said", "VBD", "VERB", "say"), ("denied", "VBD", "VERB", "deny"), ("spoke", "VBD", "VERB", "speak"),
        ("wrote", "VBD", "VERB", "write"), ("had", "VBD", "AUX", "have"), ("fled", "VBD", "VERB", "flee"),
        ("bring", "VB", "VERB", "bring"), ("loss", "NN", "NOUN", "loss"), ("bodies", "NNS", "NOUN", "body"),
        ("men", "NNS", "NOUN", "man"), ("wives", "NNS", "NOUN", "wife"), ("dying", "VBG", "VERB", "die"),
    ],
)  # fmt: skip
def test_lemmas_of_irregular_forms_are_right(syntax, word, tag, universal, lemma):
    assert Lemmas(syntax._pipeline).find(word, tag, universal) == lemma


def test_words_may_be_given_instead_of_text(syntax):
    result = syntax.parse_words([(["Troops", "left", "."], [True, False, False]), (["Rain", "fell"], [True, False])])
    assert result.sentences == ((0, 3), (3, 5))
    assert result.words == ("Troops", "left", ".", "Rain", "fell")


def test_a_text_without_words_has_an_empty_parse(syntax):
    assert len(parse(syntax, "\n\n")) == 0


def test_an_unknown_pipeline_is_one_clear_error():
    with pytest.raises(ModelError, match="no_such_pipeline"):
        load_syntax("no_such_pipeline")


def test_a_pipeline_without_universal_dependencies_is_one_clear_error(tmp_path):
    load_spacy().blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(ModelError, match="Universal Dependencies"):
        load_syntax(str(tmp_path / "blank"))


def test_the_digest_tells_one_model_from_another(syntax):
    assert isinstance(syntax, Syntax)
    assert len(syntax.digest) == 16


def test_a_mend_that_makes_a_circle_is_left_out(syntax, monkeypatch):
    def circle(parse):
        return replace(parse, heads=(1, 0, *parse.heads[2:]))

    monkeypatch.setattr(models, "MENDS", (circle,))
    heads = parse(syntax, "Rebels left the town.").heads
    assert heads[heads[0]] == heads[0] or heads[:2] != (1, 0)
