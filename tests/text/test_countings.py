import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.claims import ClaimFigure
from sayso.model.kinds import Bound, Measure, Scope
from sayso.model.spans import Span
from sayso.text.countings import read_countings, write_countings


def figure(low, high, bound, **more) -> ClaimFigure:
    usual = {"what": Measure.FATALITIES, "of_whom": None, "scope": Scope.INCIDENT}
    return ClaimFigure(span=Span(0, 1), low=low, high=high, bound=bound, **{**usual, **more})


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("fatalities 12", [(12, 12, Bound.EXACT, None)]),
        ("injured at least 1,200 of men and boys", [(1200, None, Bound.AT_LEAST, "men and boys")]),
        ("displaced at most 30", [(None, 30, Bound.AT_MOST, None)]),
        ("evacuated 800 to 1,000 of civilians, cumulative", [(800, 1000, Bound.RANGE, "civilians")]),
        ("fighters about 40; residents 200, state", [(40, 40, Bound.ABOUT, None), (200, 200, Bound.EXACT, None)]),
        ("fatalities vague 24", [(24, None, Bound.VAGUE, None)]),
        ("fatalities vague 24 to 99", [(24, 99, Bound.VAGUE, None)]),
        ("", []),
    ],
)
def test_numbers_are_read_as_a_person_writes_them_down(written: str, found):
    assert [(one.low, one.high, one.bound, one.of_whom) for one in read_countings(written)] == found


@pytest.mark.parametrize(
    "written",
    [
        "12",
        "dead 12",
        "fatalities",
        "fatalities twelve",
        "fatalities 15 to 12",
        "fatalities 12 x",
        f"fatalities {10**400}",
    ],
)
def test_what_is_no_number_of_anything_is_not_guessed(written: str):
    assert read_countings(written) is None


ends = st.integers(0, 2_000_000)
words = st.text("abc ,;'\u0627\u0644", min_size=1, max_size=12).filter(lambda text: text.strip(" ,;"))
bounded = st.one_of(
    st.builds(lambda one: figure(one, one, Bound.EXACT), ends),
    st.builds(lambda one: figure(one, None, Bound.AT_LEAST, what=Measure.INJURED), ends),
    st.builds(lambda one: figure(None, one, Bound.AT_MOST, scope=Scope.CUMULATIVE), ends),
    st.builds(lambda one, more: figure(one, one + more, Bound.RANGE), ends, st.integers(1, 99)),
    st.builds(lambda one, more: figure(one, one + more, Bound.AT_LEAST), ends, st.integers(1, 99)),
    st.builds(lambda one: figure(one + 0.5, one + 0.5, Bound.EXACT), ends),
    st.builds(lambda one, whom: figure(one, one, Bound.ABOUT, of_whom=whom), ends, words),
)


@given(st.lists(bounded, max_size=3))
def test_what_is_written_down_is_read_again(figures):
    read = read_countings(write_countings(figures))
    assert [(one.what, one.low, one.high, one.bound, one.scope) for one in read] == [
        (one.what, one.low, one.high, one.bound, one.scope) for one in figures
    ]
