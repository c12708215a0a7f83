import pytest
from syntax.parsed import parse

# A sentence that the model alone reads as a mere list of words, its verb, who acts and what is acted on.
SENTENCES = (
    ("The army used cluster munitions in Belgor.", "used", "army", "munitions"),
    ("A 57-year-old man sustained shrapnel wounds in Belgor.", "sustained", "man", "wounds"),
    ("Air defence systems shot down two projectiles and one cruise missile.", "shot", "systems", "projectiles"),
)


@pytest.mark.parametrize(("text", "verb", "subject", "thing"), SENTENCES)
def test_the_past_form_behind_a_noun_is_the_verb_of_a_sentence_without_one(syntax, text, verb, subject, thing):
    result = parse(syntax, text)
    at = {word: place for place, word in enumerate(result.words)}
    assert result.universal[at[verb]] == "VERB"
    assert (result.heads[at[subject]], result.heads[at[thing]]) == (at[verb], at[verb])
    assert result.words[at[verb]] == verb


def test_a_participle_that_describes_a_noun_is_no_verb(syntax):
    result = parse(syntax, "Soldiers wounded by rebels in Belgor.")
    assert result.relations[result.words.index("wounded")] == "acl"
