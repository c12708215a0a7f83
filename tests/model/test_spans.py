import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.spans import Span, hull, trim

spans = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda pair: Span(min(pair), max(pair)))


@given(spans, spans)
def test_what_two_spans_share_is_what_both_hold(left, right):
    assert left.shares(right) == len(set(range(*left)) & set(range(*right))) == right.shares(left)


@given(st.lists(spans, min_size=1))
def test_a_hull_holds_every_span(parts):
    assert all(hull(parts).holds(part) for part in parts)


def test_a_hull_of_nothing_is_a_mistake():
    with pytest.raises(ValueError, match="empty"):
        hull([])


@given(st.text(alphabet=" ab\n\xa0🙂", max_size=20))
def test_a_trimmed_span_reads_the_words_alone(text):
    assert trim(Span(0, len(text)), text).read(text) == text.strip()
