import pytest

from sayso.claims import find_claims

# Text, the kinds of its claims in reading order.
CASES = (
    ("The capture of Tarnova is a success for the army.", ["control_change"]),
    ("The envoy urged the two camps to reopen peace talks.", ["diplomacy"]),
    ("Warplanes hit and destroyed several trucks.", ["air_strike"]),
    ("An alleged chemical attack killed 20 people in Kasta.", ["violence_against_civilians"] * 2),
    ("Soldiers shelled the besieged city.", ["shelling", "siege"]),
    ("The army launched an offensive against rebels.", ["advance"]),
    ("The advancing soldiers slept in Tarnova.", []),
    ("The mayor praised the outlawed party.", []),
    ("Soldiers took the port without firing a shot.", ["control_change"]),
    ("Volunteers helped the soldiers to repel the attack.", ["clash"]),
    ("Two captives are held by an armed group.", ["violence_against_civilians"]),
    ("Jets bombed the market. The missiles hit a clinic.", ["air_strike", "air_strike"]),
    ("Rebels shelled the market. The missiles hit a clinic.", ["shelling", "shelling"]),
    ("Talks and grain", []),
    ("Raids and rockets", []),
    ("Clashes and raids in Selmar", ["clash"]),
    ("A woman who sat in the last bus was tired.", []),
    ("It was the Rally of the Uplands that won.", []),
    ("A third of them are under 15.", []),
    ("Reporters asked if rebels had captured Tarnova.", []),
    ("Rescuers found nine children in a well.", []),
    ("Mothers kept their children in the basement.", []),
    ("On their human shields see page 19.", []),
    ("The weapons used caused villagers to choke.", ["violence_against_civilians"]),
    ("Planes fired missiles carrying gas.", ["air_strike"]),
    ("Pinpoint pupils are a symptom of poisoning.", []),
    ("Inaction amounts to responsibility for those crimes.", []),
    ("The air strikes on Selmar wounded nine people.", ["air_strike"]),
)


@pytest.mark.parametrize(("text", "kinds"), CASES)
def test_each_proposition_is_one_claim(read, text, kinds):
    assert [claim.kind for claim in find_claims(read(text))] == kinds


def test_words_that_only_say_who_speaks_report_nothing(read, attribute):
    layers = read("According to captured soldiers, the order came from Selmar.")
    said = attribute(layers, ("captured soldiers", "According to", "the order came from Selmar", "asserts"))
    assert find_claims(layers) != ()
    assert find_claims(said) == ()


def test_a_toll_leaves_the_event_it_is_of_a_claim_of_its_own(read):
    claims = find_claims(read("The death toll from an air strike on the market rose to 54."))
    assert [(c.kind, c.span.read("The death toll from an air strike on the market rose to 54.")) for c in claims] == [
        ("air_strike", "The death toll from an air strike on the market rose to 54"),
        ("air_strike", "an air strike on the market"),
    ]


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("the assault on Tarnova", ["advance"]),
        ("the planned assault on Tarnova", []),
        ("an offensive in Tarnova", ["advance"]),
        ("a looming offensive in Tarnova", []),
    ],
)
def test_an_event_that_is_still_to_come_is_not_told_as_one(read, words, kinds):
    assert [claim.kind for claim in find_claims(read(f"Residents watched {words}."))] == kinds


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Residents fear a massacre in Tarnova.", [("forecast", "expects")]),
        ("There are fears of a massacre in Tarnova.", [("forecast", "expects")]),
        ("The army plans an assault on Tarnova.", [("forecast", "expects")]),
        ("Residents brace for a siege of Tarnova.", [("forecast", "expects")]),
        ("Plans for the evacuation of Tarnova were dropped.", [("evacuation", "expects")]),
        ("The army called off an assault on Tarnova.", [("advance", "denies")]),
        ("The army is preparing for an assault on Tarnova.", [("advance", "hedges")]),
        ("Residents fear the siege of Tarnova.", [("siege", "asserts")]),
        ("The risk of shelling keeps people away.", [("forecast", "expects")]),
    ],
)
def test_what_is_only_feared_planned_or_called_for_has_not_happened(read, text, told):
    assert [(claim.kind, claim.stance) for claim in find_claims(read(text))] == told


@pytest.mark.parametrize("text", [
    "Was the bridge blown up by the army?", "Did rebels shell Tarnova?", "Have rebels left Tarnova?", "Were 40 people killed in Tarnova?",
    "The exercise simulated an attack on an airfield.", "There was no immediate word on casualties in Tarnova.",
])  # fmt: skip
def test_who_asks_or_plays_that_it_happened_has_not_said_so(read, text):
    assert find_claims(read(text)) == ()


def test_a_takeover_that_will_be_made_easier_is_still_to_come(read):
    text = "The takeover of Tarnova will be facilitated by the fall of Belgor."
    assert find_claims(read(text))[0].kind == "forecast"


def test_a_capture_that_would_be_something_is_a_forecast(read):
    assert [c.kind for c in find_claims(read("The full recapture of Tarnova would be a gain for the army."))] == [
        "forecast"
    ]
    assert [c.kind for c in find_claims(read("The recapture of Tarnova was a gain for the army."))] == [
        "control_change"
    ]


def test_what_ways_there_are_to_do_is_done(read):
    assert [c.kind for c in find_claims(read("There are paths to smuggle weapons into Tarnova."))] == ["arms"]


def test_an_auxiliary_alone_stands_for_the_verb_before_it(read):
    claims = find_claims(read("Selmar may have fallen, but Tarnova has not."))
    assert [(c.kind, c.stance) for c in claims] == [("control_change", "hedges"), ("control_change", "denies")]
