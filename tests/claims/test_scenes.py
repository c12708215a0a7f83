import pytest

from sayso.claims.scenes import Scene

# A sentence, a noun of it and one class it must have.
CASES = (
    ("The rebels seized the granary.", "granary", "place"),
    ("The rebels seized the lighthouse.", "lighthouse", "place"),
    ("A plumber was arrested.", "plumber", "people"),
    ("The wagon burned.", "wagon", "vehicle"),
    ("Soldiers stood on top of the station.", "top", "place"),
)


def find(scene, word):
    return next(t for t, w in enumerate(scene.parse.words) if w == word)


@pytest.mark.parametrize(("text", "word", "name"), CASES)
def test_a_noun_has_its_class_from_the_table_or_the_dictionary_behind_it(read, text, word, name):
    scene = Scene(read(text))
    assert name in scene.classes(find(scene, word))


@pytest.mark.parametrize("word", ["place", "way", "world"])
def test_vague_nouns_stay_unknown(read, word):
    scene = Scene(read(f"The talks took the same {word}."))
    assert scene.is_unknown(find(scene, word))


def test_the_dictionary_speaks_of_no_other_sort_of_word(read):
    scene = Scene(read("They will bus the evacuees to the coast."))
    assert not scene.classes(find(scene, "will"))
