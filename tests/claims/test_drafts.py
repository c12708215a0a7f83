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
)


@pytest.mark.parametrize(("text", "kinds"), CASES)
def test_each_proposition_is_one_claim(read, text, kinds):
    assert [claim.kind for claim in find_claims(read(text))] == kinds
