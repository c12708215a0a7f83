"""Who stands before a colon that opens what he says?"""

import pytest

FOUND = [
    ("14:20 - Corvel reports: The army shelled the mill. Rebels fled to the north.", "Rebels", ["Corvel"]),
    ("Corvel reports: rebels fled to the north.", "rebels", ["Corvel"]),
    (
        'From the Belgor Farmers\' Committee page, our translation: "The soldiers are in the mill. We have the bridge."',
        "We have",
        ["Belgor Farmers' Committee"],
    ),
]
NOBODYS = [
    ("14:20 - Tarnova fighting reports: the army shelled the mill.", "the army"),
    ('From the first page: "The soldiers are in the mill and the rebels have the bridge."', "the rebels"),
]


@pytest.mark.parametrize(("text", "words", "names"), FOUND)
def test_whoever_opens_an_entry_says_what_follows(hear, text, words, names):
    assert hear(text).chain(words) == names


@pytest.mark.parametrize(("text", "words"), NOBODYS)
def test_other_words_before_a_colon_are_nobody(hear, text, words):
    assert hear(text).chain(words) == []
