import pytest

from sayso.claims import find_claims


@pytest.mark.parametrize(
    "word", ["took part in the talks", "took time", "lost the match", "entered the race", "held the team together"]
)
def test_common_words_with_other_objects_report_nothing(read, word):
    assert not [c for c in find_claims(read(f"The mayor {word}.")) if c.kind == "control_change"]


@pytest.mark.parametrize(
    "text", ["The officer is in close contact with rebels in Selmar.", "The rebels have advanced rifles."]
)
def test_an_adjective_is_not_read_as_the_verb_it_looks_like(read, text):
    assert not [c for c in find_claims(read(text)) if c.kind == "advance"]


# What words of one register mean in another: the text, the kinds of its claims.
REGISTERS = (
    ("The town fell on Monday.", ["control_change"]),
    ("The tower fell on Monday.", ["control_change"]),
    ("The town fell on hard times.", []),
    ("The missile had come in from the sea.", ["shelling"]),
    ("The platoon beat back four assaults.", ["clash"]),
    ("The guards marched two brothers out of their house.", ["violence_against_civilians"]),
    ("No captive was ill-treated.", ["violence_against_civilians"]),
    ("Buses drew fire.", ["clash"]),
    ("The minister drew fire from critics.", []),
    ("The republic quit the pact.", ["agreement"]),
    ("The airline has lost two jets.", []),
)


@pytest.mark.parametrize(("text", "kinds"), REGISTERS)
def test_a_word_is_read_as_its_neighbours_mean_it(read, text, kinds):
    assert [claim.kind for claim in find_claims(read(text))] == kinds


def test_a_past_form_that_the_parse_takes_for_a_noun_is_read_as_a_verb(read):
    assert [c.kind for c in find_claims(read("The army retook Tarnova on Monday."))] == ["control_change"]


def test_a_hyphen_parts_no_word_of_a_row(read):
    assert [c.frame for c in find_claims(read("Observers heard small-arms fire near the port."))] == ["gunfire"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The chief was stopped at the gate and decapitated.", ["siege", "violence_against_civilians"]),
        ("The gunmen burned down Orlesh College.", ["destruction"]),
        ("Nine hundred people were given cash.", ["aid"]),
        ("Army delegates have agreed to reopen the road.", ["agreement"]),
    ],
)
def test_what_is_done_is_read_to_its_end(read, text, kinds):
    assert [claim.kind for claim in find_claims(read(text))] == kinds
