"""Is what "as well as" adds joined to what it is added to?"""

import pytest
from syntax.parsed import parse


@pytest.mark.parametrize(
    ("text", "noun", "joined"),
    [
        ("The monitor reported clashes in Arva, as well as shelling in nearby Kolm.", "shelling", "clashes"),
        ("Shelling was reported in Arva, as well as raids on nearby Kolm.", "raids", "Shelling"),
        ("The blast wounded six traders, as well as two porters.", "porters", "traders"),
        ("The army shelled Arva, activists said, as well as the village of Kolm.", "village", "Arva"),
    ],
)
def test_what_is_added_is_joined_to_the_object_or_the_subject(syntax, text, noun, joined):
    parsed = parse(syntax, text)
    added = parsed.words.index(noun)
    assert (parsed.words[parsed.heads[added]], parsed.relations[added]) == (joined, "conj")


def test_a_place_that_is_added_to_a_place_stays_a_place(syntax):
    parsed = parse(syntax, "Troops shelled villages in Kolm, as well as in Arva.")
    assert parsed.words[parsed.heads[parsed.words.index("Arva")]] != "villages"
