import pytest

from sayso.syntax.joined import find_joined

SENTENCES = (
    ("in rebel - held Tarnova", [("rebel -", "held")]),
    ("the al - Nasr - run camp", [("al - Nasr -", "run")]),
    ("the camp is army - held .", []),
    ("they held it", []),
    ("a long - lost town", []),
    ("", []),
)


@pytest.mark.parametrize(("text", "found"), SENTENCES)
def test_a_holder_joined_to_a_participle_is_found_before_what_is_held(text, found):
    words = text.split()
    assert [(" ".join(words[first:at]), words[at]) for first, at in find_joined(words)] == found


def test_the_place_behind_stays_the_head_of_its_phrase(syntax):
    words = ["Fierce", "storm", "in", "rebel", "-", "held", "Tarnova", "destroys", "forty", "houses"]
    parse = syntax.parse_words([(words, [True] * len(words))])
    held, place = words.index("held"), words.index("Tarnova")
    assert (parse.heads[held], parse.relations[held], parse.lemmas[held]) == (place, "amod", "hold")
    assert [(parse.heads[at], parse.relations[at]) for at in (held - 2, held - 1)] == [
        (held, "compound"),
        (held, "punct"),
    ]
