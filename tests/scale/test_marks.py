import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.scale.marks import find_twins, mark_text

SENTENCES = (
    "The army said on Monday that it had captured the village of Harwick after two weeks of fighting.",
    "At least 12 people were killed in the market on Sunday, a doctor of the hospital told reporters.",
    "Residents who had fled to Dunmore came back in carts and found most of their houses without roofs.",
    "The governor of the province promised bread and blankets, and said that the road would be open soon.",
    "A teacher who stayed in the village through the winter said that the school had burned in January.",
)
TEXT = "\n\n".join(SENTENCES)
COPIES = [
    ("a menu around it", f"Home\nNews\n\n{TEXT}\n\nRead more", "nearly the same text"),
    ("the name of another site", f"Valley Voice\n\n{TEXT}", "nearly the same text"),
    ("another small word", TEXT.replace("through the winter", "during the winter"), "nearly the same text"),
    ("nothing", TEXT, "the same text"),
]
OTHERS = [
    ("another number of dead", TEXT.replace("12 people", "15 people")),
    ("a number in words", TEXT.replace("two weeks", "three weeks")),
    ("a denial", TEXT.replace("that it had captured", "that it had not captured")),
    ("another place", TEXT.replace("Dunmore", "Selba")),
    ("another deed", TEXT.replace("were killed", "were wounded")),
    (
        "a sentence more",
        f"{TEXT}\n\nThe prime minister, Ada Lovel, will visit the place on Friday and speak to the wounded there.",
    ),
    ("half of it", "\n\n".join(SENTENCES[:2])),
]


def twin(text):
    return find_twins([("first", mark_text(TEXT)), ("second", mark_text(text))]).get("second")


@pytest.mark.parametrize(("text", "how"), [row[1:] for row in COPIES], ids=[row[0] for row in COPIES])
def test_a_copy_differs_in_nothing_that_is_told(text, how):
    assert (twin(text).first, twin(text).how) == ("first", how)


@pytest.mark.parametrize("text", [row[1] for row in OTHERS], ids=[row[0] for row in OTHERS])
def test_a_report_that_tells_something_else_is_read_by_itself(text):
    assert twin(text) is None


def test_a_copy_of_a_copy_is_one_of_the_first():
    marks = [mark_text(text) for text in (TEXT, f"Home\n{TEXT}", f"Home\n{TEXT}")]
    twins = find_twins(zip("abc", marks, strict=True))
    assert [twins[name].first for name in "bc"] == ["a", "a"]


@given(st.text())
def test_any_text_has_a_mark_and_is_its_own_copy(text):
    assert find_twins([("a", mark_text(text)), ("b", mark_text(text))])["b"].first == "a"
