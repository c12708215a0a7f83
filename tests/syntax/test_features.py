import pytest
import spacy

from sayso.syntax.features import COLUMNS, SEEN_AS, load_words, make_row, read_features


def row(word):
    return dict(zip(COLUMNS, make_row(word, word.lower(), "x").tolist(), strict=True))


def test_a_country_is_known_as_one_only_with_a_capital():
    assert row("Peru")["classes"] != row("peru")["classes"]
    assert row("peru")["classes"] == row("unheardofword")["classes"]


@pytest.mark.parametrize(("word", "like"), [("would", "could"), ("killed", "wounded")])
def test_words_used_alike_share_a_coarse_cluster(word, like):
    assert row(word)["field"] == row(like)["field"]
    assert row(word)["norm"] != row(like)["norm"]


def test_a_word_nobody_knows_has_no_cluster():
    assert "qzxvkj" not in load_words()
    assert row("qzxvkj")["near"] == row("zzqqvv")["near"]


@pytest.mark.parametrize("word", ["retook", "Mine", "sarin"])
def test_a_rare_word_of_the_news_is_seen_as_the_common_one_and_keeps_its_capital(word):
    common = SEEN_AS[word.casefold()]
    shown = common.capitalize() if word.istitle() else common
    rare, plain = (read_features(spacy.blank("en")(form)) for form in (word, shown))
    assert rare.tolist() == plain.tolist()
