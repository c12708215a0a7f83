import pytest

from sayso.model.spans import Span
from sayso.passages.words import describe_word, find_words

LOOKS = [
    ("Vell", ("", "vell", "", "Xx", "")),
    ("“Left!!!”", ('"', "left", '!!"', "Xx", "")),
    ("U.N.", ("", "u.n", ".", "X.", "any")),
    ("Gen.", ("", "gen", ".", "Xx", "name")),
    ("J.", ("", "j", ".", "X", "initial")),
    ("Art.", ("", "art", ".", "Xx", "number")),
    ("2,118", ("", "0,000", "", "9", "")),
    ("(3rd)", ("(", "0rd", ")", "9x", "")),
    ("ana@vell.example", ("", "ana@vell.example", "", "@", "")),
    ("—", ("-", "", "", "_", "")),
]


@pytest.mark.parametrize(("run", "look"), LOOKS)
def test_a_word_is_told_by_its_marks_letters_and_kind(run, look):
    assert tuple(describe_word(run)) == look


def test_words_know_where_they_stand():
    text = "Before. The dam\nbroke."
    words = find_words(text, Span(8, len(text)))
    assert [text[word.start : word.end] for word in words] == ["The", "dam", "broke."]
