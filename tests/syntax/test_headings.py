import pytest
from syntax.parsed import parse

from sayso.model.kinds import PassageKind

# A heading, its verb that is also a noun, and its dictionary form.
HEADINGS = (
    ("Rebels storm base in besieged Tarnova", "storm", "storm"),
    ("Army shells camp near Belgor", "shells", "shell"),
    ("Drone strikes fuel depot in Selmar", "strikes", "strike"),
    ("Army retakes grain silo, rebels say town holds", "retakes", "retake"),
    ("UPDATE 3-Insurgents shell market in Tarnova, 12 dead", "shell", "shell"),
    ("Rebels Storm Base in Tarnova", "Storm", "storm"),
)


@pytest.mark.parametrize(("text", "word", "lemma"), HEADINGS)
def test_a_noun_of_a_heading_without_a_verb_is_read_as_its_verb(syntax, text, word, lemma):
    parsed = parse(syntax, text, PassageKind.HEADLINE)
    at = parsed.words.index(word)
    below = {parsed.relations[t] for t in range(len(parsed)) if parsed.heads[t] == at}
    assert (parsed.universal[at], parsed.lemmas[at]) == ("VERB", lemma)
    assert {"nsubj", "obj"} <= below


@pytest.mark.parametrize("text", ["Air strikes on Tarnova", "Rebel attacks kill 12", "Northern Strike Force"])
def test_a_heading_that_has_a_verb_or_needs_none_keeps_its_nouns(syntax, text):
    parsed = parse(syntax, text, PassageKind.HEADLINE)
    assert "VERB" not in parsed.universal[1:2]


def test_a_noun_of_running_text_stays_one(syntax):
    parsed = parse(syntax, "Rebels storm base in besieged Tarnova", PassageKind.BODY)
    assert parsed.universal[1] == "NOUN"
