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
    ("Army trucks had been seen.", []),
    ("Six armoured cars arrived from the capital.", []),
    ("The appeal has been met.", []),
    ("No one has been brought to trial.", []),
    ("Our men laid hands on rifles.", []),
    ("A ship with flour has docked in Tarnova.", ["aid"]),
    ("Crowds poured into Liberation Square.", ["protest"]),
    ("The Movement's men withdrew from the port.", ["withdrawal"]),
    ("The other side employed mortars.", ["shelling"]),
    ("1,900 blankets handed out.", ["aid"]),
    ("The soldiers dissolved Congress.", ["politics"]),
    ("Long columns of families snaked across the border.", ["displacement"]),
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


# The last words of two sentences: what "one" or "many" of those just told of did or underwent, and the kind of it.
MEANT_BEFORE = (
    ("The plane dropped its bombs. One landed in the market.", "air_strike"),
    ("The villagers fled. Many have waded to the town.", "displacement"),
    ("Two buses left the town. One was hit on the road.", "violence_against_civilians"),
)


@pytest.mark.parametrize(("text", "kind"), MEANT_BEFORE)
def test_one_or_many_of_those_just_told_of_stand_for_them(read, text, kind):
    last = find_claims(read(text))[-1]
    assert (last.kind, last.span.start > text.index(".")) == (kind, True)


def test_one_of_other_things_is_no_bomb(read):
    text = "The plane dropped its bombs. One of the pilots landed in the market."
    assert [c.span.start < text.index("One") for c in find_claims(read(text))] == [True]


def test_an_ending_that_doubles_a_consonant_does_not_hide_the_verb(read):
    assert [c.kind for c in find_claims(read("The school was gutted in May."))] == ["destruction"]


@pytest.mark.parametrize(
    "text", ["He is one of 80 people to have lost their lives.", "It was the last town to be shelled."]
)
def test_an_infinitive_that_tells_of_something_past_has_come_about(read, text):
    assert {c.stance for c in find_claims(read(text))} == {"asserts"}


@pytest.mark.parametrize(
    ("text", "kind"), [("Troops beat off the assault.", "clash"), ("Looters carted off the generator.", "destruction")]
)
def test_what_stands_behind_a_particle_is_what_the_verb_takes(read, text, kind):
    assert [c.kind for c in find_claims(read(text))] == [kind]


def test_a_passive_keeps_what_is_denied_to_somebody(read):
    assert [c.kind for c in find_claims(read("They were denied insulin."))] == ["siege"]


def test_a_relative_clause_does_not_complete_a_verb(read):
    text = "The spokesman said that it had taken place where the junta held sway."
    assert [c.kind for c in find_claims(read(text))] == ["control_state"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Gunmen with machetes killed nine in a raid on a camp.", "violence_against_civilians"),
        ("Jets killed nine in a raid on a camp.", "air_strike"),
    ],
)
def test_a_raid_is_of_the_sort_of_those_who_do_it(read, text, kind):
    assert find_claims(read(text))[0].kind == kind
