import pytest

from sayso.syntax.gerunds import find_gerunds

SENTENCES = (
    ("Fighting between two clans broke out .", ["Violence"]),
    ("Ten died in shelling near the river .", ["violence"]),
    ("After months of fighting , they left .", ["violence"]),
    ("The army is shelling the port .", []),
    ("They broke it by shelling the port .", []),
    ("Men were fighting near the port .", []),
    ("Heavy government shelling of the port went on .", ["violence"]),
    ("", []),
)


@pytest.mark.parametrize(("text", "shown"), SENTENCES)
def test_a_word_in_ing_that_is_a_noun_is_told_from_a_verb(text, shown):
    assert [word for _, word in find_gerunds(text.split())] == shown


@pytest.mark.parametrize("text", ["Fighting between the army and rebels killed ten.", "Ten died in shelling near it."])
def test_the_parse_has_the_word_itself_as_a_noun(syntax, text):
    words = text.replace(".", " .").split()
    parse = syntax.parse_words([(words, [True] * len(words))])
    at = next(n for n, word in enumerate(words) if word.casefold() in {"fighting", "shelling"})
    assert (parse.words[at], parse.universal[at], parse.lemmas[at]) == (words[at], "NOUN", words[at].casefold())
