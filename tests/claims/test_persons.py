import pytest

from sayso.claims import find_claims
from sayso.model.kinds import Bound

# The sentence, and the words of those it tells of one by one.
ROWS = (
    ("A baker was killed in Tarnova on Monday.", ["baker"]),
    ("Raiders shot and killed a rich trader in Belgor.", ["trader"]),
    ("Gunmen shot dead a singer and a driver near Selmar.", ["singer", "driver"]),
    ("The murder of a teacher in Quira shocked the town.", ["teacher"]),
    ("He was gunned down outside his house.", ["He"]),
    ("Raiders wounded a nurse on Friday.", ["nurse"]),
    ("4 boys and a woman were killed in Kasta.", ["woman"]),
    ("A clerk and a porter were killed in Selmar.", ["clerk", "porter"]),
    ("The deputy head of Selmar (Old Selmar) was shot dead on Monday.", ["head"]),
    ("Anna Keller, a lawyer, was killed late on Friday in Selmar.", ["Anna"]),
    ("One of the best-known painters was killed by soldiers.", ["One"]),
)
NONE = (
    "Air strikes target Kasta, 15 killed - Morning Echo",
    "More Killed in Army Raid on Kasta",
    "Xinhua was killed in Tarnova.",
    "A village was shelled and nobody was killed.",
    "Soldiers were killed in Tarnova on Monday.",
    "A crowd was killed in Tarnova.",
    "12 villagers were killed in Belgor.",
    "The army captured a village.",
    "No woman was killed in Belgor.",
    "A policeman killed 3 villagers in Kasta.",
    "The flood killed some 100,000people in Kasta.",
)


@pytest.mark.parametrize(("sentence", "words"), ROWS)
def test_a_person_without_a_number_counts_one(read, sentence, words):
    persons = [p for claim in find_claims(read(sentence)) for p in claim.persons]
    assert [p.span.read(sentence) for p in persons] == words
    assert all((p.low, p.high, p.bound, p.by_rule) == (1, 1, Bound.EXACT, True) for p in persons)


def test_a_couple_counts_two(read):
    persons = [p for claim in find_claims(read("A couple was killed in Kasta.")) for p in claim.persons]
    assert [(p.low, p.high) for p in persons] == [(2, 2)]


@pytest.mark.parametrize("sentence", NONE)
def test_bodies_of_people_and_counted_people_are_no_persons(read, sentence):
    assert [p for claim in find_claims(read(sentence)) for p in claim.persons] == []


def test_who_is_said_to_be_hurt_beside_the_dead_is_not_one_of_them(read):
    sentence = "The blast left a boy dead and a woman wounded."
    persons = [p for claim in find_claims(read(sentence)) for p in claim.persons]
    assert [(p.span.read(sentence), p.what) for p in persons] == [("boy", "fatalities"), ("woman", "injured")]
