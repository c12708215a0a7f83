import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.kinds import Bound, ControlBasis, Extent, Hold, Measure, Scope
from sayso.model.records import ControlRow, FigureRow
from sayso.model.spans import Span
from sayso.text.day_words import say_days
from sayso.text.days import number_days
from sayso.text.scales import WIDTH, find_scale
from sayso.web.ledgers import draw_chart, indent
from sayso.web.markings import Mark, mark_paragraphs
from sayso.web.strips import draw_hold, say_hold, widen
from sayso.web.wordings import say_number, shorten


def hold(holder="government", **more):
    usual = {"extent": Extent.WHOLE, "share": None, "hold": Hold.HELD, "basis": ControlBasis.OBSERVED}
    return ControlRow(place="Ford", date="2021-05-03", voice="a", holder=holder, claims=("c",), **{**usual, **more})


def figure(name, low, high=None, **more):
    usual = {"period": "2021-05-03", "voice": "a", "by_rule": False, "part_of": None}
    return FigureRow(
        id=name, what=Measure.FATALITIES, of_whom=None, low=low, high=high, bound=Bound.EXACT, scope=Scope.INCIDENT,
        place="Ford", words=str(low), claims=("c",), **{**usual, **more},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (hold(), "government holds all of it"),
        (hold(extent=Extent.SHARE, share="90%"), "government holds 90% of it"),
        (hold(extent=Extent.UNSAID), "government holds it"),
        (hold(extent=Extent.PRESENCE), "government is present"),
        (hold("not wholly government"), "government does not hold all of it"),
        (hold("contested", hold=Hold.CONTESTED), "it is contested"),
        (hold(hold=Hold.BESIEGED), "government holds all of it, besieged"),
        (hold(hold=Hold.ENTERED, extent=Extent.PART), "government has entered a part of it"),
    ],
)
def test_control_is_told_in_a_clause(row, said):
    assert say_hold(row) == said


@pytest.mark.parametrize(
    ("row", "mark"),
    [
        (hold("contested", hold=Hold.CONTESTED), "contested"),
        (hold(basis=ControlBasis.PRESUPPOSED), "presupposed"),
        (hold("not wholly government"), "denied"),
        (hold(extent=Extent.UNSAID), "unsaid"),
    ],
)
def test_a_bar_is_marked_by_more_than_its_colour(row, mark):
    assert mark in draw_hold(row, find_scale(["2021-05-03"]), {"government": 1})["marks"].split()


def test_a_bar_is_as_high_as_the_part_that_is_held():
    scale = find_scale(["2021-05-03"])
    heights = [
        draw_hold(row, scale, {})["height"]
        for row in (hold(), hold(extent=Extent.SHARE, share="90%"), hold(extent=Extent.PART))
    ]
    assert heights == sorted(heights, reverse=True)
    assert heights[0] == 26


def test_a_statement_without_a_day_has_no_bar():
    assert draw_hold(hold(), None, {}) is None


def test_one_day_alone_does_not_fill_a_strip():
    scale = widen(find_scale(["2021-05-03"]))
    assert scale.days == 7
    assert draw_hold(hold(), scale, {})["width"] < WIDTH / 6
    assert widen(find_scale(["2021-05-03", "2021-06-03"])).days == 32
    assert widen(None) is None


days = st.dates().map(lambda day: day.isoformat())


@given(st.lists(days, min_size=1, max_size=9), days)
def test_every_day_lies_on_the_drawing(periods, other):
    scale = find_scale(periods)
    for day in (*periods, other):
        run = number_days(day)
        if run is not None and scale is not None:
            bar = scale.place(run)
            assert 0 <= bar.x <= WIDTH - bar.width + 0.11
            assert bar.width > 0


def test_one_long_period_does_not_set_the_scale():
    assert find_scale(["2021-05-03", "2021-05-05", "2020/2022"]).days == 3
    assert find_scale(["../2021"]) is None


def test_parts_stand_below_what_they_are_parts_of():
    rows = [figure("a", 3, part_of="b"), figure("b", 12), figure("c", 1, part_of="a"), figure("d", 4, part_of="gone")]
    assert [(row.id, depth) for row, depth in indent(rows)] == [("b", 0), ("a", 1), ("c", 2), ("d", 0)]


def test_a_number_made_from_a_word_is_never_drawn():
    rows = [figure("a", 3, 3), figure("b", 5, 5, period="2021-05-04"), figure("c", 7, 7, period="2021-05-05")]
    vague = figure("d", 24, period="2021-05-06", by_rule=True)
    assert len(draw_chart([*rows, vague])["points"]) == 3
    assert draw_chart([*rows[:2], vague]) is None


def test_one_incident_counted_again_and_again_is_drawn_by_the_days_on_which_it_was_said():
    rows = [figure("a", 17, 17), figure("b", 29, 29), figure("c", 33, 33)]
    assert draw_chart(rows) is None
    said = {"a": "2021-05-03", "b": "2021-05-05", "c": "2021-05-09"}
    drawn = draw_chart(rows, said)
    assert drawn["is_by_saying"]
    assert [one["x"] for one in drawn["points"]] == sorted(one["x"] for one in drawn["points"])
    other_days = [figure("d", 1, 1), figure("e", 2, 2, period="2021-05-08"), figure("f", 3, 3, period="2021-05-09")]
    assert not draw_chart(other_days, dict.fromkeys("def", "2021-06-01"))["is_by_saying"]


def test_an_open_end_of_a_number_is_drawn_as_one():
    rows = [figure("a", 3, 3), figure("b", 5, period="2021-05-04"), figure("c", None, 9, period="2021-05-05")]
    assert [(one["is_open_up"], one["is_open_down"]) for one in draw_chart(rows)["points"]] == [
        (False, False), (True, False), (False, True),
    ]  # fmt: skip


texts = st.text(alphabet="ab \n\u2028\r<\u202e", max_size=40)


@given(texts, st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6))
def test_pieces_give_back_the_text_of_every_line(text, spans):
    marks = [Mark(span=Span(min(a, b), max(a, b)), name="claim", about="x") for a, b in spans]
    lines = [line for line in text.splitlines() if line.strip()]
    assert [
        "".join(piece.words for run in line for piece in run.pieces) for line in mark_paragraphs(text, marks)
    ] == lines


def test_the_smallest_claim_is_the_one_that_opens():
    marks = [Mark(span=Span(0, 9), name="claim", about="large"), Mark(span=Span(2, 4), name="claim", about="small")]
    (runs,) = mark_paragraphs("abcdefghi", marks)
    assert [(run.pieces[0].words, run.about) for run in runs] == [("ab", "large"), ("cd", "small"), ("efghi", "large")]


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        (None, ""), ("2021-05-03", "3 May 2021"), ("2021", "2021"), ("2021-05", "May 2021"), ("2021-05-03~", "about 3 May 2021"),
        ("2021-05-03/2021-05-05", "3 to 5 May 2021"), ("2020-12-30/2021-01-02", "30 December 2020 to 2 January 2021"),
        ("../2021-05", "until May 2021"), ("2021-05/..", "from May 2021"), ("2021-22", "2021-22"), ("XXXX-05-03", "XXXX-05-03"),
    ],
)  # fmt: skip
def test_days_are_told_as_one_reads_them(edtf, said):
    assert say_days(edtf) == said


@pytest.mark.parametrize(("value", "said"), [(None, ""), (1200.0, "1,200"), (1.5, "1.5")])
def test_numbers_have_separators(value, said):
    assert say_number(value) == said


def test_long_words_end_in_an_ellipsis():
    assert shorten("a " * 400).endswith("…")
    assert shorten(" a\n b ") == "a b"
