"""Are verbs that look like nouns read as verbs, with who does it and what it is done to?"""

import pytest
from syntax.parsed import parse


@pytest.mark.parametrize(
    ("text", "who", "verb", "thing"),
    [
        ("The army controls most of Arva.", "army", "controls", "most"),
        ("The army controls 70 percent of Arva.", "army", "controls", "percent"),
        ("The Monitor said the army controls 70 percent of the city.", "army", "controls", "percent"),
        ("The army shells the town every day.", "army", "shells", "town"),
        ("The rebels control almost all of Arva.", "rebels", "control", "all"),
        ("The army seized control of Arva.", "army", "seized", "control"),
        ("In Arva, police detained at least 15 people.", "police", "detained", "people"),
        ("Opposition demands UN investigation", "Opposition", "demands", "investigation"),
        ("Troops control almost the entire city of Arva.", "Troops", "control", "city"),
    ],
)
def test_a_verb_behind_a_party_has_its_subject_and_object(syntax, text, who, verb, thing):
    parsed = parse(syntax, text)
    subject, head, held = (parsed.words.index(word) for word in (who, verb, thing))
    assert parsed.universal[head] == "VERB"
    assert (parsed.heads[subject], parsed.relations[subject]) == (head, "nsubj")
    assert (parsed.heads[held], parsed.relations[held]) == (head, "obj")


@pytest.mark.parametrize(
    ("text", "word", "relation"),
    [
        ("Three army trucks burned.", "trucks", "nsubj"),
        ("Army controls at the border were lifted.", "controls", "nsubj:pass"),
        ("The guns fired all night.", "night", "obl:unmarked"),
        ("The convoy arrived the next day.", "day", "obl:unmarked"),
    ],
)
def test_nouns_and_times_stay_what_they_are(syntax, text, word, relation):
    parsed = parse(syntax, text)
    token = parsed.words.index(word)
    assert parsed.universal[token] == "NOUN"
    assert parsed.relations[token] == relation


def test_a_preposition_opens_the_whole_of_its_phrase(syntax):
    parsed = parse(syntax, "The town was shelled by army and militia forces.")
    by, forces = parsed.words.index("by"), parsed.words.index("forces")
    assert (parsed.heads[by], parsed.relations[by]) == (forces, "case")


def test_a_participle_behind_have_is_no_quality(syntax):
    parsed = parse(syntax, "The army has fully cleansed the gorge of rebels.")
    verb = parsed.words.index("cleansed")
    assert (parsed.universal[verb], parsed.tags[verb]) == ("VERB", "VBN")
