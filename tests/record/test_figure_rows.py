"""How many, according to whom?"""

from hand_made import Case, figure
from hypothesis import given
from hypothesis import strategies as st

DEAD = {"kind": "toll", "voice": "the Monitor"}


def test_the_same_figure_repeated_by_one_voice_is_one_line():
    case = Case()
    first = case.claim("a", "58 dead", figures=[figure(58, 58)], **DEAD)
    second = case.claim("b", "58 people dead", figures=[figure(58, 58)], place="Tarim", **DEAD)
    (row,) = case.record().figures
    assert row.claims == (first, second)
    assert row.place == "Rahna"


def test_lines_of_two_voices_two_numbers_or_two_events_stay_apart():
    case = Case()
    case.claim("a", "58 dead", figures=[figure(58, 58)], **DEAD)
    case.claim("a", "60 dead", figures=[figure(60, 60)], **DEAD)
    case.claim("b", "58 dead too", figures=[figure(58, 58)], kind="toll", voice="activists")
    case.claim("b", "58 dead elsewhere", figures=[figure(58, 58)], place="Zuhar", **DEAD)
    case.claim("b", "58 dead in March", figures=[figure(58, 58)], day="2024-03-01", **DEAD)
    assert len(case.record().figures) == 5


def test_a_part_names_its_whole_and_nothing_is_summed():
    case = Case()
    parts = [figure(58, 58), figure(11, 11, of_whom="children", is_part=True)]
    case.claim("a", "58 dead, including 11 children", figures=parts, **DEAD)
    rows = {row.of_whom: row for row in case.record().figures}
    assert rows["children"].part_of == rows["people"].id
    assert rows["people"].part_of is None
    assert {row.low for row in rows.values()} == {58, 11}


def test_a_count_of_a_part_of_a_town_is_no_line_of_the_town():
    case = Case()
    left = {"what": "residents", "scope": "state"}
    case.claim("a", "800 live there", figures=[figure(800, 800, **left)], kind="strength", voice="activists")
    case.claim(
        "a",
        "800 are left in parts",
        figures=[figure(800, 800, in_part=True, **left)],
        kind="strength",
        voice="activists",
    )
    assert sorted(row.in_part for row in case.record().figures) == [False, True]


def test_a_part_in_a_sentence_of_its_own_finds_its_whole_in_the_document():
    case = Case()
    case.claim("a", "58 dead", figures=[figure(58, 58)], **DEAD)
    case.claim("a", "11 of them children", figures=[figure(11, 11, of_whom="children", is_part=True)], **DEAD)
    rows = {row.of_whom: row for row in case.record().figures}
    assert rows["children"].part_of == rows["people"].id


def test_a_part_that_another_voice_counts_finds_its_whole_at_its_place_and_time():
    case = Case()
    case.claim("a", "150 dead", figures=[figure(150, 150)], **DEAD)
    part = figure(50, None, bound="at_least", is_part=True)
    case.claim("a", "50 of those were shot", figures=[part], **(DEAD | {"voice": "activists"}))
    case.claim(
        "a",
        "20 of the dead elsewhere",
        figures=[figure(20, 20, is_part=True)],
        place="Zuhar",
        **(DEAD | {"voice": "activists"}),
    )
    rows = {row.low: row for row in case.record().figures}
    assert rows[50].part_of == rows[150].id
    assert rows[20].part_of is None


def test_a_part_of_those_counted_counts_the_same_people():
    case = Case()
    case.claim("a", "150 troops dead", figures=[figure(150, 150, of_whom="troops")], **DEAD)
    part = figure(50, None, bound="at_least", of_whom="people", is_part=True)
    case.claim("a", "50 of those were shot", figures=[part], **(DEAD | {"voice": "activists"}))
    rows = {row.low: row for row in case.record().figures}
    assert (rows[50].part_of, rows[50].of_whom) == (rows[150].id, "troops")


def test_a_part_without_a_whole_names_none():
    case = Case()
    case.claim("a", "11 children among them", figures=[figure(11, 11, of_whom="children", is_part=True)], **DEAD)
    assert [row.part_of for row in case.record().figures] == [None]


def test_a_running_count_given_again_weeks_later_is_one_line():
    case = Case()
    count = figure(100000, None, bound="at_least", scope="cumulative")
    case.claim("a", "over 100,000", figures=[count], day="2024-05", **DEAD)
    case.claim("b", "more than 100,000", figures=[count], day="2024-06-20", **DEAD)
    assert len(case.record().figures) == 1


def test_the_words_of_a_number_made_from_a_word_are_kept():
    case = Case()
    case.claim("a", "dozens of dead", figures=[figure(24, None, bound="vague", by_rule=True)], **DEAD)
    assert [(row.words, row.by_rule) for row in case.record().figures] == [("dozens of dead", True)]


def test_denied_figures_have_no_line():
    case = Case()
    case.claim("a", "58 dead", figures=[figure(58, 58)], stance="denies", **DEAD)
    assert case.record().figures == ()


@given(st.lists(st.tuples(st.integers(1, 3), st.sampled_from(["Rahna", "Tarim", "Selba"]), st.booleans()), max_size=8))
def test_every_figure_is_in_exactly_one_line(rows):
    case = Case()
    for number, (low, place, is_part) in enumerate(rows):
        case.claim(f"d{number}", f"count {number}", figures=[figure(low, low, is_part=is_part)], place=place, **DEAD)
    lines = case.record().figures
    assert sorted(claim for line in lines for claim in line.claims) == sorted(f"d{n}-{n + 1}" for n in range(len(rows)))
    assert len({line.id for line in lines}) == len(lines)


def test_what_was_counted_before_is_marked_unless_it_was_told_as_a_count_too():
    case = Case()
    case.claim("a", "58 dead, up from 41", figures=[figure(58, 58), figure(41, 41, is_former=True)], **DEAD)
    assert {row.low: row.is_former for row in case.record().figures} == {58: False, 41: True}
    case.claim("b", "41 dead", figures=[figure(41, 41)], **DEAD)
    assert {row.low: row.is_former for row in case.record().figures} == {58: False, 41: False}
