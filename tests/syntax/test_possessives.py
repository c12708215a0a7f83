"""Which words of a page without apostrophes are names with a lost possessive, and how they are cut."""

import pytest

from sayso.model.documents import Document
from sayso.passages import find_passages
from sayso.syntax.possessives import find_lost_possessives

FILLER = "The convoy left the harbour at dawn and reached the northern hills before the rain came down. " * 4


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("Turkeys foreign minister spoke of Tuesdays raid.", {"Turkeys", "Tuesdays"}),
        ("Oskar Velm spoke. Velms soldiers listened.", {"Velms"}),
        ("Velms soldiers listened.", set()),
        ("Syrians and Kurds fled with the Rebels. One Rebel stayed, a rebel of Hama and of Hamas.", set()),
        ("Reuters and the United Nations and the Philippines.", set()),
    ],
)
def test_a_possessive_is_lost_where_a_known_name_has_an_s(text, lost):
    assert find_lost_possessives(FILLER + text) == lost


@pytest.mark.parametrize("text", [FILLER + "It wasn't Turkeys minister.", "Turkeys minister spoke."])
def test_a_page_with_an_apostrophe_and_a_short_one_have_lost_none(text):
    assert find_lost_possessives(text) == frozenset()


def test_a_lost_possessive_is_parsed_as_one_and_its_tokens_stand_where_its_letters_do(syntax):
    text = FILLER + "The strike hit Turkeys embassy."
    document = Document(id="d0", sha256="s", file="d.txt", text=text)
    parse = syntax.parse(document, find_passages(document))
    token = parse.words.index("Turkey")
    assert text[parse.starts[token] : parse.ends[token + 1]] == "Turkeys"
    assert (parse.words[token + 1], parse.relations[token]) == ("'s", "nmod:poss")
    assert parse.words[parse.heads[token]] == "embassy"
