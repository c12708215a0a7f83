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


# What somebody says, and how it holds to the claim before it.
REJECTIONS = [
    ("That is a lie", "denies"),
    ("That is a complete fabrication", "denies"),
    ("Not so", "denies"),
    ("it is not true", "denies"),
    ("they did not", "denies"),
    ("the video was staged", "denies"),
    ("Lies. They ran", "denies"),
    ("the figure is exaggerated", "doubts"),
    ("the claim is hard to believe", "doubts"),
]


@pytest.mark.parametrize(("words", "stance"), REJECTIONS, ids=[row[0] for row in REJECTIONS])
def test_few_words_turn_down_what_was_said_before_without_a_verb_of_denying(read, attribute, words, stance):
    text = f"Rebels said they had seized Tarnova and shelled Belgor. The minister answered: {words}."
    saying = ("minister", "answered", words, "asserts")
    *_, answer = find_claims(
        attribute(read(text), ("Rebels", "said", "they had seized Tarnova and shelled Belgor", "asserts"), saying)
    )
    assert (answer.kind, answer.stance, answer.frame) == (ClaimKind.CONTROL_CHANGE, Stance(stance), "denial")
    assert words.startswith(answer.span.read(text))


UNLIKE = [
    "That is no lie", "That is true", "The road is wrong", "they are not afraid", "It was a lie that Belgor had bread",
    "The theatre is fine",
]  # fmt: skip


@pytest.mark.parametrize("words", UNLIKE)
def test_other_short_words_turn_down_nothing(read, attribute, words):
    text = f"Rebels said they had seized Tarnova. The minister answered: {words}."
    sayings = (("Rebels", "said", "they had seized Tarnova", "asserts"), ("minister", "answered", words, "asserts"))
    assert all(claim.frame != "denial" for claim in find_claims(attribute(read(text), *sayings)))


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


def test_that_is_a_lie_is_of_the_first_thing_said_in_the_sentence(read, attribute):
    text = (
        'Rebels said they had seized Tarnova and that the army shelled Belgor. "That is a lie," the minister answered.'
    )
    sayings = (
        ("Rebels", "said", "they had seized Tarnova and that the army shelled Belgor", "asserts"),
        ("minister", "answered", "That is a lie", "asserts"),
    )
    assert find_claims(attribute(read(text), *sayings))[-1].kind is ClaimKind.CONTROL_CHANGE
