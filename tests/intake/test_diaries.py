from sayso.intake.layouts import read_layout
from sayso.intake.publishers import load_publishers

PROSE = "The staff of the field office in Rahna kept a diary of what they saw and heard from their windows that week."


def marked(*lines):
    layout = read_layout("\n\n".join(lines), load_publishers(()))
    return [layout.lines[number].head for number in layout.marked]


def test_days_that_head_the_parts_of_a_diary_are_no_furniture():
    assert marked(PROSE, "4 May 2021", PROSE, "Wednesday, 5 May 2021", PROSE) == []


def test_one_date_between_the_articles_lines_is_the_pages_own():
    assert marked(PROSE, "4 May 2021", PROSE) == ["4 May 2021"]


def test_a_date_with_a_label_is_the_pages_own():
    assert marked(PROSE, "Published 4 May 2021", PROSE, "Updated 5 May 2021", PROSE) == [
        "Published 4 May 2021",
        "Updated 5 May 2021",
    ]
