from dataclasses import replace

import pytest
from bridge import make_record

from sayso.outputs.known_names import KnownNames, is_holder
from sayso.outputs.name_finders import Form, NameFinder

NAMES = [
    ("Homs", False, True),
    ("Syrian Observatory for Human Rights", False, True),
    ("Ford", False, True),
    ("Ford bridge", False, True),
    ("Hiba Kalvar", False, False),
    ("Colonel Hiba Kalvar", False, False),
    ("President Bashar al-Assad", True, True),
    ("Assad", True, True),
    ("Ahmad Assad", True, False),
    ("Kalvar Brigade", False, True),
    ("Captain Kalvar of the Brigade", False, False),
    ("Monday", False, True),
    ("Abu Jun", False, False),
    ("The Mill", False, True),
    ("Mill", True, False),
    ("Lions of Ford", False, False),
    ("Reuters Sunday", False, True),
    ("Kalvar Sunday", False, False),
    ("EUs", True, True),
    ("KLVs", True, False),
]


@pytest.mark.parametrize(("name", "is_person", "is_public"), NAMES)
def test_a_name_is_public_when_each_of_its_words_is_somebody_elses(name, is_person, is_public):
    record = make_record()
    text = "The bridge and the mill stand."
    known = KnownNames(replace(record, documents=(replace(record.documents[0], text=text), record.documents[1])))
    assert known.is_public(name, is_person=is_person) is is_public


def test_the_parties_of_the_case_are_public():
    assert KnownNames(make_record(), frozenset({"Lions of Ford"})).is_public("Lions of Ford")


FINDER = NameFinder((
    Form(words=("hiba", "kalvar"), means="1"), Form(words=("hibakalvar",), means="1"), Form(words=("rose",), means="2", needs_capital=True),
    Form(words=("hiba", "kalvar", "street"), means=""),
))  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("HIBA  kalvar's", [("HIBA  kalvar", "1")]),
        ("Híba-Kálvar", [("Híba-Kálvar", "1")]),
        ("@HibaKalvar", [("HibaKalvar", "1")]),
        ("prices rose, Rose said", [("Rose", "2")]),
        ("Hiba Kalvar Street", [("Hiba Kalvar Street", "")]),
        ("Kalvar Hiba", []),
    ],
)
def test_a_name_is_found_however_it_is_written(text, found):
    assert [(text[start:end], means) for start, end, means in FINDER.find(text)] == found


@pytest.mark.parametrize(
    ("address", "is_inside"), [("https://x.example/ahibakalvarb", True), ("https://x.example/rose", False)]
)
def test_a_name_is_found_inside_an_address(address, is_inside):
    assert FINDER.is_inside(address) is is_inside


@pytest.mark.parametrize(
    "name",
    ["Rami Abdel Rahman", "Rami Abdulrahman", "Rami Abd al-Rahman", "Mr Nasrallah", "Stéphane Dujarric", "Muqtada al Sadr", "Zabihullah Mujahid", "Ahmed al-Jaabari"],
)  # fmt: skip
def test_who_speaks_in_public_for_a_body_that_everybody_knows_is_public_in_all_usual_spellings(name):
    known = KnownNames(make_record())
    assert known.is_public(name, is_person=True)
    assert is_holder(name)


@pytest.mark.parametrize(
    "name",
    [
        "Rami Kalvar",
        "Abdel Rahman",
        "Hiba Abdel Rahman",
        "Ahmed Nasser",
        "Homs Assad",
        "Paris Kerry",
        "Kerry Paris",
        "Morsi Assad",
    ],
)
def test_who_has_only_a_part_of_such_a_name_is_private(name):
    assert not KnownNames(make_record()).is_public(name, is_person=True)


@pytest.mark.parametrize("name", ["President Assad", "Syrian President Bashar al-Assad", "Syrian Assad"])
def test_an_office_and_the_name_of_his_people_hide_no_holder_of_office(name):
    assert KnownNames(make_record()).is_public(name, is_person=True)
