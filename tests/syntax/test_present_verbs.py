"""Which words in -s are verbs?"""

import pytest

from sayso.syntax.present_verbs import find_present_verbs


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("People flee as the army advances .", ["advances"]),
        ("Families left while the northern militia attacks from the hills .", ["attacks"]),
        ("The army advances were halted as rain fell .", []),
        ("Hospitals are full as the army strikes were stepped up .", []),
        ("The army advances .", []),
        ("They listed abuses such as army raids on villages .", []),
        ("People fled as the army attacks on Arva intensified .", []),
    ],
)
def test_a_word_in_s_behind_a_party_is_a_verb(text, found):
    words = text.split()
    assert [words[at] for at, _ in find_present_verbs(words)] == found
