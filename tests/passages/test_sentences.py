import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.spans import Span
from sayso.passages.sentences import find_sentences

CASES = [
    ("The bridge fell. Nobody was hurt.", ["The bridge fell.", "Nobody was hurt."]),
    ("Gen. Abel Tarn spoke to Dr. Okoro.", ["Gen. Abel Tarn spoke to Dr. Okoro."]),
    ("It began at 5 a.m. on Monday. By noon it was over.", ["It began at 5 a.m. on Monday.", "By noon it was over."]),
    ("The U.S. envoy left. The U.N. stayed.", ["The U.S. envoy left.", "The U.N. stayed."]),
    ("Troops left the U.S. The convoy went on.", ["Troops left the U.S.", "The convoy went on."]),
    ("Roads closed on Friday.Meanwhile, rain fell.", ["Roads closed on Friday.", "Meanwhile, rain fell."]),
    ("“We hold the hill.” The general smiled.", ["“We hold the hill.”", "The general smiled."]),
    ("“Where are they?” he asked.", ["“Where are they?” he asked."]),
    ("“The town is lost,” she said. “We leave.”", ["“The town is lost,” she said.", "“We leave.”"]),
    (
        "The town is in danger. . . . Our men are at the gate.",
        ["The town is in danger. . . .", "Our men are at the gate."],
    ),
    ("They waited ... and left.", ["They waited ... and left."]),
    ("J. R. Mbeki signed.", ["J. R. Mbeki signed."]),
    ("About 3.5 million fled.", ["About 3.5 million fled."]),
    ("Read www.example.org for more.", ["Read www.example.org for more."]),
    ("No. 4 battery fired.", ["No. 4 battery fired."]),
    ("Town falls to rebels", ["Town falls to rebels"]),
    ("سقطت المدينة. 🙂 Then calm.", ["سقطت المدينة.", "🙂 Then calm."]),
]


@pytest.mark.parametrize(("text", "sentences"), CASES)
def test_sentences_end_where_a_reader_ends_them(text, sentences):
    assert [span.read(text) for span in find_sentences(text, Span(0, len(text)))] == sentences


@given(st.text(alphabet=st.sampled_from('Ab. !?"”“\n\r\t…1é🙂'), max_size=60))
def test_sentences_hold_every_word_in_order_and_never_overlap(text):
    spans = list(find_sentences(text, Span(0, len(text))))
    assert bool(spans) is bool(text.strip())
    assert all(left.end <= right.start for left, right in itertools.pairwise(spans))
    assert "".join("".join(span.read(text).split()) for span in spans) == "".join(text.split())


def test_only_the_given_run_is_cut():
    text = "Before. The dam broke. After."
    assert [s.read(text) for s in find_sentences(text, Span(8, 22))] == ["The dam broke."]
