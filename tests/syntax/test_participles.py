"""Does a participle behind a comma go with the deed?"""

import pytest
from syntax.parsed import parse


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("Militants attacked an army post in Arva as villagers slept, killing four soldiers.", "attacked"),
        ("A bomber struck the square while people queued for bread, killing nine.", "struck"),
        ("Rebels fled Arva as the army bombarded the old market, killing four traders.", "bombarded"),
    ],
)
def test_the_deed_kills_and_not_who_was_at_peace(syntax, text, deed):
    parsed = parse(syntax, text)
    assert parsed.words[parsed.heads[parsed.words.index("killing")]] == deed


def test_soldiers_who_retreat_are_the_subject_of_what_they_did(syntax):
    parsed = parse(
        syntax, "The radio reported gains in Arva, adding that retreating soldiers had killed a number of men."
    )
    soldiers, killed = parsed.words.index("soldiers"), parsed.words.index("killed")
    assert (parsed.heads[soldiers], parsed.relations[soldiers]) == (killed, "nsubj")
    assert parsed.heads[parsed.words.index("retreating")] == soldiers


@pytest.mark.parametrize("comma", [",", ""])
def test_what_is_told_of_a_subject_is_not_its_verb(syntax, comma):
    parsed = parse(syntax, f"This attack{comma} attributed to a militia{comma} took place on Sunday.")
    attack, attributed, took = (parsed.words.index(word) for word in ("attack", "attributed", "took"))
    assert (parsed.heads[took], parsed.heads[attack], parsed.relations[attack]) == (took, took, "nsubj")
    assert (parsed.heads[attributed], parsed.relations[attributed]) == (attack, "acl")


def test_a_headline_of_two_verbs_keeps_the_first(syntax):
    parsed = parse(syntax, "Depot retaken, says state TV")
    assert parsed.heads[parsed.words.index("says")] == parsed.words.index("retaken")
