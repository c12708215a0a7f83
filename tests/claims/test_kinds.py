import pytest

from sayso.claims import find_claims

# Text, the kind of its last claim.
CASES = (
    ("Shelling killed 12 people in Kasta.", "shelling"),
    ("Three farmers were killed in an air strike.", "air_strike"),
    ("Six civilians died in mortar fire.", "shelling"),
    ("The army killed 12 rebels.", "clash"),
    ("Gunmen killed three nurses.", "violence_against_civilians"),
    ("Since March 400 people have died.", "toll"),
    ("Rebels seized the mosque.", "control_change"),
    ("Police seized rifles.", "arms"),
    ("Rebels seized 12 villagers.", "violence_against_civilians"),
    ("Three warplanes bombed Belgor. The attack on the port lasted an hour.", "air_strike"),
    (
        "Shells hit the depot in Selmar. Inspectors found sarin in Tarnova. The attack on the depot lasted an hour.",
        "shelling",
    ),
    ("Soldiers burned down the bandits' hideouts and destroyed their dens.", "clash"),
    ("Inspectors found sarin. The army denied it had used such weapons.", "violence_against_civilians"),
)


@pytest.mark.parametrize(("text", "kind"), CASES)
def test_the_kind_follows_the_means_and_the_sort_of_thing_meant(read, text, kind):
    assert find_claims(read(text))[-1].kind == kind


def test_a_missile_from_an_aircraft_is_an_air_strike(read):
    assert [c.kind for c in find_claims(read("A missile from a helicopter killed a driver."))] == ["air_strike"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The rebels did not retreat tactically from Selmar.", ["characterisation"]),
        ("The rebels did not retreat from Selmar.", ["withdrawal"]),
        ("The council called the withdrawal from Selmar a tactical retreat.", ["withdrawal", "characterisation"]),
    ],
)
def test_what_an_event_is_called_or_how_it_was_not_done_is_no_event(read, text, kinds):
    assert [claim.kind for claim in find_claims(read(text))] == kinds
