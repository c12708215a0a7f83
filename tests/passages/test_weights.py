from sayso.passages.gaps import describe_gap, read_setting
from sayso.passages.weights import MASK, find_keys, weigh
from sayso.passages.words import describe_word


def weigh_gap(text, at):
    return weigh(describe_gap(read_setting([describe_word(run) for run in text.split()]), at))


def test_a_full_stop_before_a_capital_weighs_more_than_a_comma():
    assert (
        weigh_gap("The bridge fell. Then the road went.", 3) > 0 > weigh_gap("The bridge fell, then the road went.", 3)
    )


def test_the_same_clue_at_another_place_is_another_clue():
    first, second = find_keys(["fell.", "fell."])
    assert first != second
    assert max(first, second) <= MASK
