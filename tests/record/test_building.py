"""What is the record of a case?"""

import random

from hand_made import Case, figure
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.documents import Problem
from sayso.model.settings import Settings
from sayso.record import Joined, build_record


@given(seed=st.integers(0, 10_000))
def test_the_record_does_not_depend_on_the_order_of_documents(seed):
    chance = random.Random(seed)
    case = Case()
    for number in range(8):
        name = case.document(f"d{number % 4}", published=f"2024-05-0{number % 4 + 1}")
        figures = [figure(number, number)] if number % 2 else ()
        case.claim(name, f"statement {number}", chance.choice(["toll", "control_change"]), figures=figures)
    rows = list(zip(case.readings(), case.dates(), ["h1", "h2", "h3", "h4"], strict=True))
    linked, resolution = case.link(), case.resolution()

    def build(given):
        readings, dates, held = zip(*given, strict=True)
        return build_record(
            Joined(readings=readings, dates=dates, held=held, resolution=resolution, linked=linked, settings=Settings())
        )

    first = build(rows)
    chance.shuffle(rows)
    assert build(rows) == first


def test_the_record_holds_problems_title_and_unplaced_judgements():
    case = Case()
    case.claim("a", "fighting in town", "clash")
    problem = Problem(stage="intake", reason="empty file", file="x.txt")
    record = build_record(
        Joined(
            readings=case.readings(),
            dates=case.dates(),
            held=["h"],
            resolution=case.resolution(),
            linked=case.link(),
            settings=Settings(title="Rahna, May"),
            problems=[problem],
        )
    )
    assert (record.title, record.problems, record.unplaced) == ("Rahna, May", (problem,), ())
    assert record.held == ("h",)


def test_an_empty_case_has_an_empty_record():
    record = Case().record()
    assert (record.documents, record.claims, record.groups, record.control, record.figures) == ((), (), (), (), ())
