"""Who turns down in a few words what others said?"""

import pytest

ANSWERS = [
    ("Tarnova fell on Friday. Not so, say the rebels.", "Not so", ["rebels"]),
    ("Tarnova fell on Friday. The army calls it staged.", "staged", ["army"]),
    ("Tarnova fell on Friday. An analyst called the figure exaggerated.", "the figure", ["analyst"]),
    ('Tarnova fell on Friday. The rebels\' spokesman answered within minutes: "Lies."', "Lies", ["rebels"]),
    ("Tarnova fell on Friday. The rebels scoffed at the announcement.", "the announcement", ["rebels"]),
    ("Not far away stand the rebels.", "Not far", []),
    ("The paper names the rebels without even noting that Tarnova fell.", "Tarnova fell", []),
    ("The rebels came on Monday. Officials call this", "this", []),
    ("The man called Yusuf fled.", "Yusuf", []),
]


@pytest.mark.parametrize(("text", "words", "names"), ANSWERS, ids=[row[1] for row in ANSWERS])
def test_a_short_answer_is_of_who_gives_it(hear, text, words, names):
    assert hear(text).chain(words) == names
