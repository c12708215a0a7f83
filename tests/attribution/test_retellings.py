"""Which sentences go on with what a person tells, where the page narrates in the present?"""

import pytest

TOLD = [
    ("Mara Iven says that she stayed. The mill was burnt down.", "The mill", ["Mara Iven"]),
    ("The shells fell for an hour, Mara Iven says. The mill was burnt down.", "The mill", ["Mara Iven"]),
    (
        "The shells fell for an hour, a farmer says. Two of his sons died. His house was burnt down.",
        "His house",
        ["farmer"],
    ),
    ("A farmer recounts that shells fell for an hour. Fever has killed ten people since.", "Fever", ["farmer"]),
]
NARRATED = [
    ("Mara Iven says that the army won. The mill was burnt down.", "The mill"),
    ("The army won, the minister says. The mill was burnt down.", "The mill"),
    ("The shells fell for an hour, Mara Iven says. On Monday the mill was burnt down.", "the mill"),
    ("The shells fell for an hour, Mara Iven said. The mill was burnt down.", "The mill"),
    ("The shells fell for an hour, Mara Iven says.\n\nThe mill was burnt down.", "The mill"),
    ("The shells fell for an hour, Mara Iven tells Radio Korro. The mill was burnt down.", "The mill"),
    ("The shells fell for an hour, the army says. The mill was burnt down.", "The mill"),
    ("The shells fell for an hour, a farmer says. He keeps a list. Two men died.", "Two men"),
    ("The shells fell for an hour, a farmer says. But the mill was burnt down before.", "the mill"),
    ("What Mara Iven says of the mill changed. The mill was burnt down.", "The mill"),
]


@pytest.mark.parametrize(("text", "words", "names"), TOLD)
def test_a_person_goes_on_telling_in_the_past(hear, text, words, names):
    assert hear(text).chain(words) == names


@pytest.mark.parametrize(("text", "words"), NARRATED)
def test_what_the_page_itself_may_tell_is_nobodys(hear, text, words):
    assert hear(text).chain(words) == []
