import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.passages.gaps import could_end, describe_gap, read_setting
from sayso.passages.words import describe_word

GAPS = [
    ("left.", "The", True),
    ("left", "The", True),
    ("left", "the", False),
    ("left;", "the", True),
    ("3", "April", False),
    ("left”", "Vell", False),
    ("[UN]", "Council", False),
]


@pytest.mark.parametrize(("before", "after", "is_possible"), GAPS)
def test_a_sentence_could_end_after_a_mark_or_before_a_capital(before, after, is_possible):
    assert could_end(describe_word(before), describe_word(after)) is is_possible


@given(st.lists(st.text(st.characters(exclude_categories=["Z", "C"]), min_size=1, max_size=8), min_size=2, max_size=12))
def test_every_gap_is_described_by_as_many_clues(runs):
    setting = read_setting([describe_word(run) for run in runs])
    assert len({len(list(describe_gap(setting, at))) for at in range(1, len(runs))}) == 1


def test_clues_tell_what_the_paragraph_does_elsewhere():
    careful = read_setting([describe_word(run) for run in ["It", "fell.", "The", "town", "burned."]])
    careless = read_setting([describe_word(run) for run in ["it", "fell.", "the", "town", "burned."]])
    assert (careful.manner, careless.manner) == ("careful0", "careless0")
