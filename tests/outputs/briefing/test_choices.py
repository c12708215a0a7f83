"""Are the words of a claim quoted alone only where they say by themselves what their sentence says?"""

import pytest
from outputs.made_rows import claim

from sayso.outputs.briefing.choices import choose_short, choose_words


@pytest.mark.parametrize(
    ("words", "sentence", "is_whole"),
    [
        ("The army took the north bank", "The army took the north bank on Monday.", False),
        ("Heavy fire", "Heavy fire was heard.", True),
        ("bring any food or fuel in", "Drivers said it was not possible to bring any food or fuel in.", True),
        ("the army had entered Rahna", "The spokesman couldn’t say that the army had entered Rahna.", True),
        ("The army would not enter Rahna", "The army would not enter Rahna, he said.", False),
        ("the bridge was mined", "If the bridge was mined, nobody had seen it.", True),
        ("struck the old quarter of Rahna", "Planes struck the old quarter of Rahna.", True),
        ("shelling the old quarter of Rahna", "Guns were shelling the old quarter of Rahna.", True),
        ("is because of other battles there", "That is because of other battles there.", True),
        ("gunmen” had left the north bank", "He said “gunmen” had left the north bank.", True),
    ],
)  # fmt: skip
def test_the_whole_sentence_is_quoted_where_the_words_could_mislead(words, sentence, is_whole):
    row = claim(quote=words, context=sentence)
    assert choose_words(row) == (sentence if is_whole else f"{words} …")


def test_what_nobody_has_reviewed_is_quoted_with_its_whole_sentence():
    row = claim(quote="they saw planes", context="In the days before the truce, they saw planes.", reviewed=None)
    assert choose_words(row) == row["context"]


@pytest.mark.parametrize("reviewed", ["accepted by Ana, 2024-05-04", None])
def test_a_part_of_a_sentence_too_long_to_read_at_once_is_quoted_alone(reviewed):
    words = "shelling the old quarter of Rahna"
    sentence = f"The men in the valley, {'who came over the hills, ' * 12}were {words} when the convoy came."
    row = claim(quote=words, context=sentence, reviewed=reviewed)
    assert choose_words(row) == f"… {words} …"


@pytest.mark.parametrize("stance", ["denies", "doubts", "hedges", "expects"])
def test_what_is_turned_round_is_quoted_whole(stance):
    row = claim(quote="the army took the north bank", context="Few say the army took the north bank.", stance=stance)
    assert choose_words(row) == choose_short(row) == row["context"]


def test_words_in_a_table_are_marked_where_they_are_cut():
    row = claim(quote="the fall of the north bank", context="After the fall of the north bank, Rahna was calm.", basis="presupposed", reviewed=None)  # fmt: skip
    assert choose_short(row) == "… the fall of the north bank …"


def test_words_without_their_sentence_stand_alone():
    assert choose_words(claim(quote="heavy fire", context=None)) == "heavy fire"
