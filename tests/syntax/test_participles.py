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
