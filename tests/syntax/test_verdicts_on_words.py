"""Is somebody's word the subject of the verdict on it, and not a noun of what it tells?"""

import pytest
from syntax.parsed import parse


@pytest.mark.parametrize(
    ("text", "noun", "head", "lost"),
    [
        (
            "The group's assertion that soldiers killed 30 villagers in Kasta is not supported by imagery.",
            "assertion", "supported", ("villagers", "killed"),
        ),
        (
            "The general's boast that his troops had encircled Selmar turned out to be empty.",
            "boast", "turned", ("Selmar", "encircled"),
        ),
        (
            "The front's announcement of 3 May that it had captured the headquarters was false.",
            "announcement", "false", ("headquarters", "captured"),
        ),
        (
            "The front's assertion that the militia had based fighters in the camp is not supported by photos, although a post stood by.",
            "assertion", "supported", ("fighters", "based"),
        ),
    ],
)  # fmt: skip
def test_the_word_is_the_subject_of_the_verdict(syntax, text, noun, head, lost):
    parsed = parse(syntax, text)
    word, verdict = parsed.words.index(noun), parsed.words.index(head)
    thing, deed = map(parsed.words.index, lost)
    assert (parsed.heads[word], parsed.relations[verdict]) == (verdict, "root")
    assert parsed.relations[word].startswith("nsubj")
    assert (parsed.heads[thing], parsed.relations[thing]) == (deed, "obj")


def test_a_word_behind_a_possessive_is_a_noun(syntax):
    parsed = parse(syntax, "The rebels' claim that they had shot down a jet is unconfirmed.")
    assert parsed.universal[parsed.words.index("claim")] == "NOUN"


def test_what_is_set_aside_with_not_is_joined_to_what_was_done_to(syntax):
    parsed = parse(syntax, "We send flour, not rockets.")
    flour, rockets = parsed.words.index("flour"), parsed.words.index("rockets")
    assert (parsed.heads[rockets], parsed.relations[rockets]) == (flour, "conj")
