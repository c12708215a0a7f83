import pytest

from sayso.claims import find_claims

# Text, stance of the first claim, its kind.
CLAUSES = (
    ("Rebels seized the port.", "asserts", "control_change"),
    ("The town has not fallen.", "denies", "control_change"),
    ("No villagers were killed.", "denies", "violence_against_civilians"),
    ("Troops may have entered the village.", "hedges", "advance"),
    ("Rebels reportedly seized the port.", "hedges", "control_change"),
    ("We doubt that all of the port has fallen.", "doubts", "control_change"),
    (
        '"We doubt that all of the port has fallen," Ivo Lenz, head of the union, told reporters.',
        "doubts",
        "control_change",
    ),
    ("The army will recapture the port.", "expects", "forecast"),
    ("Rebels plan to seize the port.", "expects", "forecast"),
    ("The army tried to seize the port.", "asserts", "advance"),
    ("Rebels failed to capture the port.", "denies", "control_change"),
    ("An alleged chemical attack on the village followed.", "hedges", "violence_against_civilians"),
    ("The dead bore the signs of a chemical attack on the village.", "hedges", "violence_against_civilians"),
    ("A sign of a chemical attack on the village was found.", "hedges", "violence_against_civilians"),
    ("The victims of a chemical attack on the village were found.", "asserts", "violence_against_civilians"),
    ("Rebels appear to have seized the port.", "hedges", "control_change"),
    ("The army not only shelled the town.", "asserts", "shelling"),
    ("The fighting had not stopped.", "asserts", "clash"),
    ("We doubt that rebels have seized the port.", "doubts", "control_change"),
    ("An earlier version of this story said that rebels had seized the port.", "denies", "control_change"),
    ("The latest version of the plan said that rebels had seized the port.", "asserts", "control_change"),
    ("We assess with moderate confidence that rebels have seized the port.", "hedges", "control_change"),
    ("We assess with high confidence that rebels have seized the port.", "asserts", "control_change"),
    ("The militia claims to have taken Tarnova.", "asserts", "control_change"),
    ("Rebels have likely seized the port.", "hedges", "control_change"),
    ("Talks on a truce are to resume in Belgor.", "expects", "diplomacy"),
    ("The president is to visit Belgor.", "expects", "politics"),
    ("Correction: An earlier version of this story said that rebels had seized the port.", "denies", "control_change"),
    ("We withdraw the statement that rebels had seized the port.", "denies", "control_change"),
    ("The mayor dismissed rumours that rebels had seized the port.", "denies", "control_change"),
    ("The army no longer holds the port.", "denies", "control_state"),
    ("The port remains outside army control.", "denies", "control_state"),
    ("The port is out of the reach of the rebels.", "denies", "control_state"),
    ("The port is not beyond the army's control.", "asserts", "control_state"),
    ("No more than 90 families left the town.", "asserts", "displacement"),
    ("Rebels nearly took the port.", "asserts", "advance"),
    ("The mayor was almost killed by a sniper.", "denies", "violence_against_civilians"),
    ("The army came close to losing the port.", "denies", "control_change"),
    ("The army is on the verge of taking the port.", "expects", "forecast"),
    ("Soldiers stopped short of entering the village.", "denies", "advance"),
    ("Until the army retakes the port, no ship will sail.", "expects", "forecast"),
    ("The army demanded that the rebels leave the port.", "expects", "forecast"),
    ("The rebels must have fled the port.", "hedges", "withdrawal"),
    ("The recapture of the port is a matter of days.", "expects", "forecast"),
    ("Villagers feared being massacred.", "expects", "forecast"),
    ("Rebels most likely seized the port and shelled the village.", "hedges", "control_change"),
    ("The mayor spread rumours that rebels had seized the port.", "asserts", "control_change"),
    ("The militia was nowhere near the port.", "denies", "strength"),
    ("The envoys saw no evidence of a massacre in Tarnova.", "denies", "violence_against_civilians"),
    ("The envoys did not find any sign of a massacre in Tarnova.", "denies", "violence_against_civilians"),
    ("There is no evidence that rebels shelled the port.", "denies", "shelling"),
    ("The envoys found evidence of a massacre in Tarnova.", "asserts", "violence_against_civilians"),
    ("Villagers will stay if the army stops shelling the port.", "hedges", "shelling"),
    ("It is known that not one villager was touched.", "denies", "violence_against_civilians"),
    ("The peacekeepers have not been let past the bridge.", "asserts", "siege"),
    ("CORRECTION. On Friday we wrote that shells destroyed the mill.", "denies", "shelling"),
    ("Correction\nAn entry published here said that rebels had seized the port.", "denies", "control_change"),
    ("On Friday we wrote that rebels had seized the port.", "asserts", "control_change"),
    ("The peace talks in Belgor have been called off.", "asserts", "diplomacy"),
    ("The strike on Tarnova was called off.", "denies", "air_strike"),
    ("The army has yet to seize the port.", "denies", "control_change"),
    ("Four bodies have yet to be identified.", "asserts", "toll"),
)


@pytest.mark.parametrize(("text", "stance", "kind"), CLAUSES)
def test_the_words_of_the_clause_give_the_stance(read, text, stance, kind):
    claim = find_claims(read(text))[0]
    assert (claim.stance, claim.kind) == (stance, kind)


@pytest.mark.parametrize(
    "case",
    [
        ("denied", "denies", "rebels had seized the port", "denies"),
        ("doubted", "doubts", "rebels had seized the port", "doubts"),
        ("denied", "denies", "rebels had not seized the port", "asserts"),
        ("hoped", "expects", "rebels had seized the port", "expects"),
    ],
)
def test_the_cue_and_the_clause_make_the_stance_together(read, attribute, case):
    cue, stance, content, expected = case
    text = f"The mayor {cue} that {content}."
    layers = attribute(read(text), ("mayor", cue, content, stance))
    assert [claim.stance for claim in find_claims(layers)] == [expected]


def test_a_purpose_is_no_report(read):
    assert not [c for c in find_claims(read("The minister flew home to seize the port.")) if c.kind == "control_change"]


@pytest.mark.parametrize(
    "text",
    [
        "The army was ordered to stop shelling the port.",
        "The rebels must withdraw from the port.",
        "Who holds the port?",
        "It is not known who holds the port.",
        "It was a pretext for accusing the army of shelling the port.",
        "Attacks on journalists are unacceptable.",
        "Raids on civilian barges constitute war crimes.",
        "They want a pretext for new air strikes on the port.",
    ],
)
def test_what_is_only_ordered_or_asked_makes_no_claim(read, text):
    assert not find_claims(read(text))


def test_what_a_second_verb_denies_is_denied(read):
    claims = find_claims(read("The group took the town and denies having killed women."))
    assert [(c.kind, c.stance) for c in claims] == [
        ("control_change", "asserts"),
        ("violence_against_civilians", "denies"),
    ]


def test_a_question_behind_a_label_claims_nothing(read):
    assert find_claims(read("FACT CHECK: Did rebels seize the only hospital?")) == ()


def test_what_made_a_thing_stop_took_place(read):
    claims = find_claims(read("The pump stopped when a shell hit the station."))
    assert [(c.kind, c.stance) for c in claims if c.kind == "shelling"] == [("shelling", "asserts")]


def test_whether_there_is_something_is_only_asked(read):
    assert find_claims(read("Is there damage in the port?")) == ()
