"""Whose are the sentences behind one that only says that somebody tells it?"""

import pytest

# Two or three sentences, the first words of the last of them, and the names of its chain.
OPENED = [
    ("The mayor sees it differently. Herders had burned the mill.", "Herders", ["mayor"]),
    ("The mayor sees the mill. Herders had burned it.", "Herders", []),
    ("The mayor sees it differently. But residents said herders burned the mill.", "herders", ["residents"]),
    ("The mayor denies everything. No herder burned the mill.", "No herder", ["mayor"]),
    ("The mayor denies everything. Herders burned the mill.", "Herders", []),
    ("Olena Marko, 29, texts from Belgor. Herders burned the mill. Rain fell.", "Rain", ["Olena Marko"]),
    ("The mayor sees it differently. Herders had burned the mill. Rain fell.", "Rain", []),
]


@pytest.mark.parametrize(("text", "words", "names"), OPENED, ids=[row[0] for row in OPENED])
def test_a_sentence_that_opens_an_account_gives_its_speaker_what_follows(hear_whole, text, words, names):
    assert hear_whole(text).chain(words) == names
