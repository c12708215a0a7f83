import pytest

from tests.intake.articles import LEAD, MORE, describe, pieces

CAPTION = "Men carry sacks in the town of Arva on Monday."
CASES = [
    (f"{CAPTION} (AFP Photo)\n\n{LEAD}", "(AFP Photo)"),
    (f"{CAPTION} (Reuters/Ada Lovel)\n\n{LEAD}", "(Reuters/Ada Lovel)"),
    (f"{CAPTION} (Hill Wire)\n\n{LEAD}", "(Hill Wire)"),
    (f"{CAPTION} Photo courtesy of\xa0Ada Lovel\n\n{LEAD}", "Photo courtesy of\xa0Ada Lovel"),
    (f"{CAPTION} (Radio Dorn and Agencies) {LEAD} {MORE}", "(Radio Dorn and Agencies)"),
]


@pytest.mark.parametrize(("text", "credit"), CASES)
def test_a_caption_is_content_and_its_credit_is_furniture(text, credit):
    assert [span.read(text) for span in describe(text).captions] == [CAPTION]
    assert pieces(text) == [(credit, "photo credit")]


def test_a_line_below_a_picture_counter_is_a_caption():
    text = f"Dam breaks above Arva\n\n{LEAD}\n\n2/7\n{CAPTION}\n\n{MORE}"
    assert [span.read(text) for span in describe(text).captions] == [CAPTION]


def test_a_second_copy_of_a_caption_is_one_too():
    longer = "Men carry sacks filled with sand through the town of Arva on Monday."
    text = f"{longer} (Pool)\n\n{longer}\n\n{LEAD}"
    assert [span.read(text) for span in describe(text).captions] == [longer, longer]


@pytest.mark.parametrize(
    "text", [f"{LEAD} (He was wrong.) {MORE}", "The group (AFP) was there when the dam broke, the mayor said."]
)
def test_other_brackets_are_no_credits(text):
    assert describe(text).captions == ()
    assert pieces(text) == []
