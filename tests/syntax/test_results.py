"""Is a state behind a verb its outcome?"""

import pytest
from syntax.parsed import parse


@pytest.mark.parametrize(
    "text",
    [
        "Leo Varga, who worked for the Dawn newspaper, was shot dead Wednesday night near Arva.",
        "Leo Varga was shot dead Wednesday night near Arva.",
    ],
)
def test_who_is_shot_dead_at_night_is_dead_and_not_the_night(syntax, text):
    parsed = parse(syntax, text)
    state = parsed.words.index("dead")
    assert (parsed.words[parsed.heads[state]], parsed.relations[state]) == ("shot", "xcomp")


def test_a_state_that_describes_a_noun_stays_with_it(syntax):
    parsed = parse(syntax, "Troops carried dead soldiers away on Wednesday night.")
    assert parsed.words[parsed.heads[parsed.words.index("dead")]] == "soldiers"
