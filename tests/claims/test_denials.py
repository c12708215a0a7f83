import pytest

from sayso.claims import find_claims
from sayso.model.kinds import ClaimKind, Stance

TEXT = "Rebels said they had seized Tarnova. The minister rejected the report."
SAYINGS = (
    ("Rebels", "said", "they had seized Tarnova", "asserts"),
    ("minister", "rejected", "the report", "denies"),
)


def test_a_bare_denial_answers_the_claim_before_it(read, attribute):
    first, denial = find_claims(attribute(read(TEXT), *SAYINGS))
    assert (denial.kind, denial.stance, denial.frame) == (ClaimKind.CONTROL_CHANGE, Stance.DENIES, "denial")
    assert denial.span.read(TEXT) == "rejected the report"
    assert denial.toponyms == first.toponyms != ()
    assert denial.derived.note == first.span.read(TEXT)


def test_a_denial_with_nothing_before_it_makes_no_claim(read, attribute):
    text = "The minister rejected the report."
    assert find_claims(attribute(read(text), SAYINGS[1])) == ()


FAR = (
    "Rebels said they had seized Tarnova. Rebels said they had captured Tarnova. Medics said that six men died. "
    "Rain fell. The minister doubted the claim."
)
FAR_SAYINGS = (
    ("Rebels", "said", "they had seized Tarnova", "asserts"),
    ("Medics", "said", "that six men died", "asserts"),
    ("minister", "doubted", "the claim", "doubts"),
)


def test_the_claim_is_what_the_report_tells_most_when_nobody_spoke_just_before(read, attribute):
    denial = find_claims(attribute(read(FAR), *FAR_SAYINGS))[-1]
    assert (denial.kind, denial.stance) == (ClaimKind.CONTROL_CHANGE, Stance.DOUBTS)


CHARGED = (
    "Medics said soldiers had shelled Tarnova. The envoy said the union condemned the attack. The minister denied "
    "the allegations."
)
CHARGED_SAYINGS = (
    ("Medics", "said", "soldiers had shelled Tarnova", "asserts"),
    ("envoy", "said", "the union condemned the attack", "asserts"),
    ("minister", "denied", "the allegations", "denies"),
)


def test_allegations_that_are_denied_are_of_harm_and_not_of_words_about_it(read, attribute):
    denial = find_claims(attribute(read(CHARGED), *CHARGED_SAYINGS))[-1]
    assert (denial.kind, denial.stance) == (ClaimKind.SHELLING, Stance.DENIES)


# What somebody says right after a capture was announced, the cue and his words of it, and how they answer that.
ANSWERS = (
    ('"Lies," the rebels answered.', ("answered", '"Lies,"'), Stance.DENIES),
    ("The rebels say that it has not.", ("say", "it has not"), Stance.DENIES),
    ("The rebels said that this was untrue.", ("said", "this was untrue"), Stance.DENIES),
    ("That is not true, the rebels said.", ("said", "That is not true"), Stance.DENIES),
    ("The rebels call it a fairy tale.", ("call", "it a fairy tale"), Stance.DENIES),
    ("The rebels say the opposite.", ("say", "the opposite"), Stance.DENIES),
    ("The rebels called the film staged.", ("called", "the film staged"), Stance.DENIES),
    (
        '"Lies. Let them come and see us," the rebels said.',
        ("said", '"Lies. Let them come and see us,"'),
        Stance.DENIES,
    ),
    ("The rebels say the number is exaggerated.", ("say", "the number is exaggerated"), Stance.DOUBTS),
    ("Not so, say the rebels.", ("say", "Not so"), Stance.DENIES),
    ("The rebels said this was wrong.", ("said", "this was wrong"), None),
    ("The rebels said the claim was absurd.", ("said", "the claim was absurd"), Stance.DENIES),
    ("The rebels said it was absurd.", ("said", "it was absurd"), None),
    ("The rebels said it should not be so.", ("said", "it should not be so"), None),
    ("The rebels said they had nothing.", ("said", "they had nothing"), None),
    ("The rebels said they never had this.", ("said", "they never had this"), None),
    ("The rebels said they never did that.", ("said", "they never did that"), Stance.DENIES),
    ("The rebels said they did not.", ("said", "they did not"), Stance.DENIES),
    ("The rebels called the video a fabrication.", ("called", "the video a fabrication"), Stance.DENIES),
    ("The rebels say the claim is hard to believe.", ("say", "the claim is hard to believe"), Stance.DOUBTS),
    ("The rebels say the road is wrong.", ("say", "the road is wrong"), None),
    ("The rebels say they are not afraid.", ("say", "they are not afraid"), None),
    ("The rebels say that this is no lie.", ("say", "this is no lie"), None),
    ("The rebels say that this is true.", ("say", "this is true"), None),
    ("The rebels called the election a farce.", ("called", "the election a farce"), None),
    ("The rebels say they do not know.", ("say", "they do not know"), None),
)
CAPTURE = ("army", "stated", "it had captured Tarnova", "asserts")


@pytest.mark.parametrize(("answer", "said", "stance"), ANSWERS, ids=[row[0] for row in ANSWERS])
def test_somebodys_own_words_can_reject_what_was_just_said(read, attribute, answer, said, stance):
    text = f"The army stated it had captured Tarnova. {answer}"
    claims = find_claims(attribute(read(text), CAPTURE, ("rebels", *said, "asserts")))
    assert [claim.stance for claim in claims[1:]] == ([stance] if stance else [])


def test_words_that_reject_answer_only_what_stands_right_before_them(read, attribute):
    text = "The army stated it had captured Tarnova. Rain fell. Roads were wet. The rebels say that it has not."
    assert len(find_claims(attribute(read(text), CAPTURE, ("rebels", "say", "it has not", "asserts")))) == 1


# What is rejected after a capture was announced, and whether that answers the announcement.
OBJECTS = (
    ("rejected the report", True),
    ("rejected it", True),
    ("denied having been there", True),
    ("denied being in the area", True),
    ("denied having seen the soldiers", False),
    ("rejected the defence minister", False),
    ("rejected the budget", False),
    ("rejected the new border", False),
    ("rejected it as propaganda", True),
    ("calls it a massacre", False),
)


@pytest.mark.parametrize(("words", "is_answer"), OBJECTS)
def test_only_what_was_said_can_be_denied(read, attribute, words, is_answer):
    text = f"The army stated it had captured Tarnova. The envoy {words}."
    cue, content = words.split(" ", 1)
    claims = find_claims(attribute(read(text), CAPTURE, ("envoy", cue, content, "denies")))
    assert (len(claims) == 2) == is_answer


def test_of_what_a_sentence_tells_the_first_is_denied(read, attribute):
    text = "The army stated it had captured Tarnova and shelled Selmar to clear a road. The rebels rejected it."
    sayings = (
        ("army", "stated", "it had captured Tarnova and shelled Selmar to clear a road", "asserts"),
        ("rebels", "rejected", "it.", "denies"),
    )
    denial = find_claims(attribute(read(text), *sayings))[-1]
    assert (denial.kind, denial.stance) == (ClaimKind.CONTROL_CHANGE, Stance.DENIES)


def test_a_statement_that_is_dismissed_is_the_first_thing_its_source_said(read, attribute):
    text = (
        "Rebels said they had seized Tarnova. Rebels put the army's dead at 30. The minister dismissed the statement."
    )
    sayings = (
        ("Rebels", "said", "they had seized Tarnova", "asserts"),
        ("Rebels", "put", "the army's dead at 30", "asserts"),
        ("minister", "dismissed", "the statement", "denies"),
    )
    assert find_claims(attribute(read(text), *sayings))[-1].kind is ClaimKind.CONTROL_CHANGE


def test_a_sentence_that_says_what_it_denies_denies_it_once(read, attribute):
    text = "The army denied that it had shelled Tarnova, dismissing the reports as talk."
    sayings = (
        ("army", "denied", "that it had shelled Tarnova", "denies"),
        ("army", "dismissing", "the reports as talk", "denies"),
    )
    rebels = ("Rebels", "said", "the army shelled Belgor", "asserts")
    claims = find_claims(attribute(read(f"Rebels said the army shelled Belgor. {text}"), rebels, *sayings))
    assert [claim.stance for claim in claims] == [Stance.ASSERTS, Stance.DENIES]
