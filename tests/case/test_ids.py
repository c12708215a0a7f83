import pytest

from sayso.case.ids import find_id
from sayso.errors import UnknownIdError

IDS = ["abc1", "abc2", "abcd", "abcde", "x"]


@pytest.mark.parametrize(("prefix", "found"), [("x", "x"), ("abc1", "abc1"), ("abcd", "abcd"), ("abcde", "abcde")])
def test_a_prefix_that_begins_one_id_means_it_and_a_whole_id_wins(prefix: str, found: str):
    assert find_id(prefix, IDS, "claim") == found


@pytest.mark.parametrize(
    ("prefix", "message"),
    [
        ("q", "no claim has an id that begins with 'q'"),
        ("", "no claim"),
        ("ab", r"begins 4 ids \(abc1, abc2, abcd, abcde\)"),
    ],
)
def test_a_prefix_of_none_or_several_is_refused_with_what_to_do(prefix: str, message: str):
    with pytest.raises(UnknownIdError, match=message):
        find_id(prefix, IDS, "claim")
