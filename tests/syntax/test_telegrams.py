"""Is what lists tell without an auxiliary read as what was done?"""

import pytest
from syntax.parsed import parse


@pytest.mark.parametrize(
    ("text", "noun", "verb"),
    [
        ("Two schools destroyed.", "schools", "destroyed"),
        ("1,900 blankets handed out.", "blankets", "handed"),
        ("61 major operations performed.", "operations", "performed"),
    ],
)
def test_the_counted_subject_of_a_bare_participle_undergoes_it(syntax, text, noun, verb):
    parsed = parse(syntax, text)
    token, head = parsed.words.index(noun), parsed.words.index(verb)
    assert (parsed.heads[token], parsed.relations[token], parsed.tags[head]) == (head, "nsubj:pass", "VBN")


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Rebels attacked.", "Rebels"),
        ("Two houses burned.", "houses"),
        ("Soldiers seized the mill.", "Soldiers"),
        ("Troops seized ground east of Selmar.", "Troops"),
        ("The rebels released, and the army held, dozens.", "rebels"),
    ],
)
def test_whoever_does_something_stays_the_one_who_does_it(syntax, text, noun):
    parsed = parse(syntax, text)
    assert parsed.relations[parsed.words.index(noun)] == "nsubj"
