"""Is a second name behind a comma told from an owner?"""

from syntax.parsed import parse


def test_a_word_for_them_behind_a_comma_does_not_own_those_called_so(syntax):
    parsed = parse(
        syntax,
        "The radio said that marching soldiers had shot a number of “bandits,” the Orlan ministry’s term for militia men.",
    )
    bandits, term = parsed.words.index("bandits"), parsed.words.index("term")
    assert parsed.words[parsed.heads[bandits]] == "number"
    assert (parsed.heads[term], parsed.relations[term]) == (bandits, "appos")


def test_an_owner_with_its_mark_stays_one(syntax):
    parsed = parse(syntax, "The radio said that soldiers had burned the farmers’ houses.")
    farmers = parsed.words.index("farmers")
    assert (parsed.words[parsed.heads[farmers]], parsed.relations[farmers]) == ("houses", "nmod:poss")
