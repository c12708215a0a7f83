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
