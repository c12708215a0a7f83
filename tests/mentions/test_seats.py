"""Which places are the seats of units under arms?"""

import pytest

# text, words a reader would mark as the seat, its name
SEATS = [
    ("Rebels stormed the headquarters of the 7th Armoured Brigade on Friday.", "the headquarters of the 7th Armoured Brigade", "headquarters of the 7th Armoured Brigade"),
    ("Shells hit the 7th Brigade base near Orlesh.", "the 7th Brigade base", "7th Brigade base"),
    ("Rockets fell on the 7th Brigade's barracks.", "the 7th Brigade's barracks", "7th Brigade barracks"),
    ("They entered the base of the army's 7th Brigade.", "the base of the army's 7th Brigade", "base of the 7th Brigade"),
    ("Shells hit the 7th Brigade base. Rebels entered the compound at dawn.", "the compound", "7th Brigade base"),
    ("Shells hit the 7th Brigade barracks and the Dunmere air base. The base burned.", "The base", "Dunmere air base"),
    ("Shells hit the 7th Armoured Brigade base. Rockets hit the 7th Brigade barracks.", "the 7th Brigade barracks", "7th Armoured Brigade base"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "name"), SEATS, ids=[row[0] for row in SEATS])
def test_the_seat_of_a_unit_is_a_place(read, text, words, name):
    places = read(text).mentions.toponyms
    assert next(place.name for place in places if place.span.read(text) == words) == name


NONE = [
    ("Rebels entered the base at dawn.", "no unit is named"),
    ("The 7th Brigade left its base.", "its name stands apart"),
    ("The compound burned. Later shells hit the 7th Brigade base.", "it was not named yet"),
    ("Shells hit the 7th Brigade base. Families fled the camp.", "a camp may be another"),
    ("Shells hit the 7th Brigade base. Rebels took the base commander.", "a word before another"),
    ("Shells hit the 7th Brigade base and the 9th Brigade base. The base burned.", "two are named"),
]


@pytest.mark.parametrize(("text", "why"), NONE, ids=[row[1] for row in NONE])
def test_words_that_mean_no_seat_that_was_named_are_none(read, text, why):
    found = [place.span.read(text) for place in read(text).mentions.toponyms]
    assert not {"the base", "its base", "The compound", "the camp", "The base"} & set(found), why
