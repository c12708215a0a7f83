import pytest

from sayso.claims import find_claims

# What was told before, what was lost, and what the loss is of.
LOSSES = (
    ("A third jet was hit.", "The army has admitted the loss of two.", ["aircraft_lost"]),
    ("The rebels shot down 4 helicopters.", "The army has admitted the loss of 2.", ["aircraft_lost"]),
    ("The rebels wounded 3 soldiers.", "The army has admitted the loss of 2.", ["count_given"]),
    (
        "The rebels shot down 4 helicopters and killed 9 soldiers.",
        "The army has admitted the loss of 2.",
        ["count_given"],
    ),
    ("The weather was fine.", "The army has admitted the loss of 2.", ["count_given"]),
)


@pytest.mark.parametrize(("before", "loss", "rows"), LOSSES)
def test_a_loss_without_a_noun_is_of_what_was_numbered_last(read, before, loss, rows):
    claims = find_claims(read(f"{before} {loss}"))
    assert [c.frame for c in claims if c.span.start > len(before)] == rows


def test_what_was_told_long_before_is_not_recalled(read):
    between = "The road is long. The river is wide. The hills are green."
    text = f"The rebels shot down 4 helicopters. {between} The army has admitted the loss of 2."
    assert "count_given" in {claim.frame for claim in find_claims(read(text))}
