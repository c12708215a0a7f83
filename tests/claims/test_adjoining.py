import pytest

from sayso.claims import find_claims

# The sentence, and what each of its figures counts.
ROWS = (
    ("The raiders killed 9 monks and injured 10 others.", {9: "fatalities", 10: "injured"}),
    ("2 clerks were killed and 3 officers and a driver injured on Friday.", {2: "fatalities", 3: "injured"}),
    ("The blast killed 15 people and 47 have been wounded.", {15: "fatalities", 47: "injured"}),
    ("6 farmers died and about 500 were displaced by the clashes.", {6: "fatalities", 500: "displaced"}),
    ("At least 11 fishermen died and 12 more are missing.", {11: "fatalities", 12: "other"}),
    ("The raid killed 8 prisoners and hurt 20.", {8: "fatalities", 20: "injured"}),
    ("The militia executed 6 people captured in June.", {6: "fatalities"}),
    ("6 children who were kidnapped in May were shot dead.", {6: "fatalities"}),
    ("2 bombers killed 12 people in Tarnova.", {12: "fatalities"}),
    ("A group of 30 gunmen murdered a judge in Belgor.", {30: "other"}),
    ("31 villagers lost their lives in 6 hamlets.", {31: "fatalities", 6: "other"}),
    ("A gang attacked and killed 28 traders near Selmar.", {28: "fatalities"}),
    ("The blast killed 15 nuns and wounded 50 on Friday.", {15: "fatalities", 50: "injured"}),
    ("5 traders were reportedly killed in Belgor.", {5: "fatalities"}),
    ("40 villagers were feared killed on Monday.", {40: "fatalities"}),
)


@pytest.mark.parametrize(("sentence", "counts"), ROWS)
def test_a_number_counts_what_the_words_beside_it_say(read, sentence, counts):
    found = {f.low: f.what.value for claim in find_claims(read(sentence)) for f in claim.figures}
    assert {low: found.get(low) for low in counts} == counts


def test_a_headline_with_two_counts_is_no_killing_of_the_injured(read):
    text = "18 Villagers Killed 14 Injured in Rocket Attack on Belgor"
    figures = {f.low: f.what.value for claim in find_claims(read(text)) for f in claim.figures}
    assert figures == {18: "fatalities", 14: "injured"}


def test_a_partys_word_for_its_enemy_is_not_told_as_people(read):
    text = "Army Kills 28 Terrorists in Belgor\n\nThe army said so on Monday."
    assert {f.of_whom for claim in find_claims(read(text)) for f in claim.figures} == {None}
