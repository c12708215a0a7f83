import pytest

from sayso.lexicons.happenings import tell_now

CASES = (
    ("The talks come", True),
    ("the vote  takes\nplace", True),
    ("The talks came", False),
    ("nobody overcome", False),
    ("", False),
)


@pytest.mark.parametrize(("before", "is_now"), CASES)
def test_a_verb_of_happening_in_the_present_tells_of_now(before, is_now):
    assert tell_now(before) is is_now
