"""To which clause does a relative pronoun before a saying belong?"""

import pytest
from syntax.parsed import parse


@pytest.mark.parametrize(
    ("text", "verb", "relation", "noun"),
    [
        ("Rebels shelled Arva, which the army said it captured on Sunday.", "captured", "obj", "Arva"),
        ("Residents of Arva, which officials said had been looted, fled.", "looted", "nsubj:pass", "Residents"),
        (
            "Twelve people, who medics said were killed in a raid, were buried in Arva.",
            "killed",
            "nsubj:pass",
            "people",
        ),
    ],
)
def test_the_pronoun_belongs_to_what_is_said(syntax, text, verb, relation, noun):
    parsed = parse(syntax, text)
    pronoun = next(at for at, word in enumerate(parsed.words) if word in {"which", "who"})
    told = parsed.words.index(verb)
    assert (parsed.heads[pronoun], parsed.relations[pronoun]) == (told, relation)
    assert parsed.words[parsed.heads[parsed.heads[told]]] == noun


def test_who_says_something_himself_stays_the_one_who_says_it(syntax):
    parsed = parse(syntax, "A soldier who said that his unit had left was arrested.")
    assert parsed.heads[parsed.words.index("who")] == parsed.words.index("said")


def test_who_said_something_himself_is_not_what_he_tells_of(syntax):
    parsed = parse(syntax, "A medic who said rebels had fled was shot.")
    assert parsed.heads[parsed.words.index("who")] == parsed.words.index("said")


def test_the_verb_right_behind_a_saying_is_what_is_said(syntax):
    parsed = parse(
        syntax,
        "The army went on that, to spare herders, it had held its fire at a rebel store which it said was"
        " located beneath a row of mills.",
    )
    told, saying = parsed.words.index("located"), parsed.words.index("said")
    assert (parsed.heads[told], parsed.relations[told]) == (saying, "ccomp")
