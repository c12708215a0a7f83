"""Is no clause the subject of the verb behind it?"""

import pytest
from syntax.parsed import parse


@pytest.mark.parametrize(
    ("text", "main", "subject", "verb"),
    [
        ("The UN suspended work after a warehouse was looted.", "suspended", "warehouse", "looted"),
        ("Troops left the town after the bridge was blown up.", "left", "bridge", "blown"),
    ],
)
def test_the_noun_behind_after_is_the_subject(syntax, text, main, subject, verb):
    parsed = parse(syntax, text)
    first, noun, second = (parsed.words.index(word) for word in (main, subject, verb))
    assert (parsed.relations[first], parsed.heads[second], parsed.relations[second]) == ("root", first, "advcl")
    assert (parsed.heads[noun], parsed.relations[noun]) == (second, "nsubj:pass")


def test_the_verb_behind_a_describing_clause_is_that_of_the_noun(syntax):
    parsed = parse(syntax, "Residents of Arva, which officials said had been looted, fled.")
    noun, verb = parsed.words.index("Residents"), parsed.words.index("fled")
    assert (parsed.heads[noun], parsed.relations[noun], parsed.relations[verb]) == (verb, "nsubj", "root")


@pytest.mark.parametrize(
    ("text", "noun", "participle", "verb"),
    [("Eleven people taken away in an army truck on 2 June remain missing.", "people", "taken", "remain")],
)
def test_a_participle_behind_the_subject_describes_it_where_the_verb_stands_further_on(
    syntax, text, noun, participle, verb
):
    parsed = parse(syntax, text)
    who, told, does = (parsed.words.index(word) for word in (noun, participle, verb))
    assert (parsed.heads[who], parsed.relations[who], parsed.relations[does]) == (does, "nsubj", "root")
    assert (parsed.heads[told], parsed.relations[told]) == (who, "acl")


def test_a_participle_that_is_the_verb_stays_it(syntax):
    parsed = parse(syntax, "The town was taken in June, and the rebels remain there.")
    assert parsed.relations[parsed.words.index("taken")] == "root"
