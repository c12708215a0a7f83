import pytest

from sayso.claims import find_claims
from sayso.claims.frames import load_frames
from sayso.lexicons import read_toml
from sayso.lexicons.acled import read_event_types
from sayso.model.kinds import ClaimKind

# The sub-event type, and a sentence whose claim has it.
ROWS = (
    ("Armed clash", "Rebels clashed with the army near Tarnova."),
    ("Government regains territory", "The army recaptured Tarnova on Monday."),
    ("Non-state actor overtakes territory", "Rebels captured Tarnova on Monday."),
    ("Chemical weapon", "A chlorine attack in Belgor killed 6 people."),
    ("Air/drone strike", "Warplanes bombed Belgor on Friday."),
    ("Air/drone strike", "Helicopters dropped barrel bombs on Belgor."),
    ("Suicide bomb", "The suicide bombing in Selmar killed 3 people."),
    ("Shelling/artillery/missile attack", "The army shelled Belgor."),
    ("Remote explosive/landmine/IED", "A roadside bomb exploded in Quira."),
    ("Grenade", "A man threw a grenade into a shop in Kasta."),
    ("Disrupted weapons use", "Sappers defused a bomb in Kasta."),
    ("Disrupted weapons use", "Police seized 12 rifles in Orlesh."),
    ("Peaceful protest", "Students protested in Orlesh."),
    ("Protest with intervention", "Police dispersed a demonstration in Orlesh."),
    ("Protest with intervention", "Police fired tear gas at students in Orlesh."),
    ("Protest with intervention", "Police arrested 40 demonstrators in Orlesh."),
    ("Excessive force against protesters", "Soldiers shot dead 3 protesters in Orlesh."),
    ("Violent demonstration", "Protesters hurled stones at the police in Orlesh."),
    ("Mob violence", "A mob lynched a man in Kasta."),
    ("Sexual violence", "Gunmen raped 3 women in Kasta."),
    ("Attack", "Gunmen killed 3 villagers in Kasta."),
    ("Attack", "4 women were killed when gunmen opened fire on their car in Kasta."),
    ("Abduction/forced disappearance", "Gunmen kidnapped 3 teachers in Kasta."),
    ("Arrests", "Police arrested the mayor of Kasta."),
    ("Agreement", "The rebels and the army signed a ceasefire."),
    ("Headquarters or base established", "The army established a new base near Kasta."),
    ("Change to group/activity", "The army sent reinforcements to Kasta."),
    ("Non-violent transfer of territory", "The army withdrew from Kasta on Monday."),
    ("Looting/property destruction", "Gunmen burned down 3 houses in Kasta."),
)


@pytest.mark.parametrize(("name", "sentence"), ROWS)
def test_a_claim_has_the_type_that_a_coder_would_give_it(read, name, sentence):
    assert name in {claim.sub_event for claim in find_claims(read(sentence))}


@pytest.mark.parametrize("sentence", ["The militia executed 5 captured soldiers.", "Rebels will capture Tarnova."])
def test_people_in_arms_in_somebodys_power_and_what_is_to_come_have_no_type(read, sentence):
    assert {claim.sub_event for claim in find_claims(read(sentence))} == {None}


def test_every_rule_names_types_kinds_and_rows_that_there_are():
    table, types = read_toml("acled"), read_event_types()
    frames = load_frames()
    rows = {
        e.frame.name for words in (frames.verbs, frames.nouns, frames.adjectives) for es in words.values() for e in es
    }
    for rule in table["rule"]:
        assert rule["type"] in types
        assert {ClaimKind(kind) for kind in rule.get("kinds", ())} or rule["frames"]
        assert set(rule.get("frames", ())) <= rows
    assert set(table["kinds"].values()) <= set(types)
    assert {ClaimKind(kind) for kind in table["kinds"]}
