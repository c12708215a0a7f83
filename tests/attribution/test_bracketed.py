"""Who stands in brackets behind the count that is theirs?"""

import pytest

COUNTS = [
    ("Reports range from 12 dead (medics) to more than 30 (activists).", "12 dead", ["medics"]),
    ("Reports range from 12 dead (medics) to more than 30 (activists).", "30", ["activists"]),
    ("The shelling killed 12 people (doctors) in the town of Belgor.", "12 people", []),
    ("Reports range from 12 dead (civilians) to more than 30.", "12 dead", []),
]


@pytest.mark.parametrize(("text", "words", "names"), COUNTS)
def test_brackets_name_who_counts_and_not_who_is_counted(hear, text, words, names):
    assert hear(text).chain(words) == names
