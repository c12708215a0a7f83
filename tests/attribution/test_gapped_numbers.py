"""Who gives a number by the verb of the one before?"""

import pytest

GIVEN = [
    ("The ministry gave 18 dead, the hospital 34, the United Nations 26.", "18 dead", ["ministry"]),
    ("The ministry gave 18 dead, the hospital 34, the United Nations 26.", "34", ["hospital"]),
    ("The ministry gave 18 dead, the hospital 34, the United Nations 26.", "26", ["United Nations"]),
    ("Medics spoke of at least 12 dead, residents of the town said they had fled.", "12 dead", ["medics"]),
    ("The hospital said it had treated 18 men, women 12 and children 9.", "9", ["hospital"]),
    ("The army said it killed 40 fighters, the navy 12, and that the port was calm.", "the port", ["army"]),
    ("The governor spoke of nine dead and 34 injured.", "34 injured", ["governor"]),
    ("The ministry said it had lost 12 posts, Highway 14 and the two bridges.", "14", ["ministry"]),
]


@pytest.mark.parametrize(("text", "words", "names"), GIVEN, ids=[row[1] for row in GIVEN])
def test_a_source_and_a_number_need_no_verb_of_their_own(hear, text, words, names):
    assert hear(text).chain(words) == names
