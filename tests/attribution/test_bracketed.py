"""Who stands in brackets behind a count or a paragraph?"""

import pytest

_BEFORE = "The mill was shelled on Monday in the town of Belgor.\n\n"
_AFTER = "\n\nThe road is open."
FOUND = [
    ("Reports range from 12 dead (medics) to more than 30 (activists).", "12 dead", ["medics"]),
    ("Reports range from 12 dead (medics) to more than 30 (activists).", "30", ["activists"]),
    (f"{_BEFORE}Bread was short. The bridge lies in the north. (Corvel){_AFTER}", "The bridge", ["Corvel"]),
    (
        f"{_BEFORE}The road was cut, the union said. Bread is short. (Corvel){_AFTER}",
        "The road was",
        ["Corvel", "union"],
    ),
]
NOBODYS = [
    ("The shelling killed 12 people (doctors) in the town of Belgor.", "12 people"),
    ("Reports range from 12 dead (civilians) to more than 30.", "12 dead"),
    (f"{_BEFORE}Smoke is seen above the bridge. (Handout){_AFTER}", "Smoke"),
    (f"{_BEFORE}The bridge lies in the north. (Corvel)", "The bridge"),
    (f"{_BEFORE}The bridge lies in the north (Corvel).{_AFTER}", "The bridge"),
]


@pytest.mark.parametrize(("text", "words", "names"), FOUND)
def test_brackets_name_who_counts_or_reports(hear, text, words, names):
    assert hear(text).chain(words) == names


@pytest.mark.parametrize(("text", "words"), NOBODYS)
def test_other_brackets_name_nobody(hear, text, words):
    assert hear(text).chain(words) == []
