import pytest

from sayso.claims import find_claims

# A sentence, the row that must read it, and a like sentence that it must not read.
CASES = (
    ("There was no fuel for the pumps.", "no_supplies", "There was fuel for the pumps."),
    ("The clinic had no medicine.", "no_supplies", "The clinic had medicine."),
    ("Rebel fighters were near every bridge.", "forces_present", "A fighter was near the bridge."),
    ("There was a launcher in the yard.", "existence_of_weapons", "The launcher was new."),
    ("The old town no longer exists.", "nothing_left", "The old town exists."),
    ("Nothing is left of the village.", "nothing_left", "Nothing is left of the day."),
    ("The archive was wiped off the map.", "nothing_left", "The archive was wiped with a cloth."),
    ("The families were homeless.", "homeless", "The homeless families sang."),
    ("The valley is in their hands.", "in_hands", "The letter is in their hands."),
    ("The army has most of the town.", "have_ground", "The army has a new flag."),
    ("Planeloads of flour and blankets were flown in.", "hand_out", "Planeloads of tourists were flown in."),
    ("Soldiers in the old market of Selmar", "forces_pictured", "Cooks in the old market of Selmar"),
    ("The editor is free again.", "on_trial", "The museum is free of charge."),
    ("Officials closed the fuel valves.", "authority_acts", "Officials closed the brass valves."),
    ("Silt and slurry buried the lower village.", "disaster_strikes", "The editor buried the report."),
    ("Hundreds of villagers left the valley.", "walk_out", "A villager left the valley."),
    ("About 900 people have gone back to Belgor.", "go_back", "The minister went back to Belgor."),
    ("The harbour where fighters hold out is small.", "hold_out", "The harbour where cooks hold out a hand is small."),
)  # fmt: skip


@pytest.mark.parametrize(("text", "name", "other"), CASES)
def test_a_row_reads_what_fits_its_conditions_and_nothing_else(read, text, name, other):
    assert name in {claim.frame for claim in find_claims(read(text))}
    assert name not in {claim.frame for claim in find_claims(read(other))}


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("There was no fuel for the pumps.", "asserts"),
        ("There were no soldiers in the school.", "denies"),
        ("The village no longer exists.", "asserts"),
    ],
)
def test_a_negation_that_is_the_news_itself_denies_nothing(read, text, stance):
    assert [claim.stance for claim in find_claims(read(text))] == [stance]


@pytest.mark.parametrize(
    "text",
    [
        "Many readers gather courage from the book.",
        "The team left the field after the match.",
        "He has the whole day.",
        "She moved the chairs to the kitchen.",
        "I think that people should return to the table and talk.",
        "The singer was released from her contract by mail.",
        "The company closed the gap.",
        "If the dam bursts one day, we will write about it.",
    ],
)
def test_everyday_prose_reports_nothing_of_the_ground(read, text):
    kinds = {claim.kind for claim in find_claims(read(text))} - {"forecast"}
    assert not kinds & {"control_state", "control_change", "protest", "displacement", "evacuation", "politics"}


def test_what_a_question_asks_for_is_no_claim(read):
    assert find_claims(read("Have 12 people been killed in Belgor?")) == ()
    assert find_claims(read("Twelve people have been killed in Belgor."))


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("Drivers were made to surrender their phones.", "made_to_do"),
        ("Drivers were made to wait.", None),
        ("No commercial trucks have been able to enter the town.", "nothing_enters"),
    ],
)
def test_what_somebody_is_made_or_able_to_do_counts(read, text, frame):
    assert [claim.frame for claim in find_claims(read(text))] == ([] if frame is None else [frame])


def test_who_makes_an_attempt_acts_in_what_is_attempted(read):
    claims = find_claims(read("The rebels made two attempts to break through near Belgor."))
    assert [(claim.kind, claim.agent.head) for claim in claims] == [("advance", "rebels")]


def test_the_leader_of_a_community_is_no_fighter(read):
    claims = find_claims(read("An indigenous leader was killed in Belgor."))
    assert [claim.kind for claim in claims] == ["violence_against_civilians"]


def test_people_are_there_in_the_present_tense_too(read):
    assert [c.frame for c in find_claims(read("There are 100 rebels in the town."))] == ["existence_of_people"]
