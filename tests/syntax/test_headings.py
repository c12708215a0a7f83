import pytest

from sayso.model.documents import Document
from sayso.model.kinds import PassageKind
from sayso.model.passages import Passage
from sayso.model.spans import Span


def parse_heading(syntax, text):
    span = Span(0, len(text))
    passage = Passage(span=span, kind=PassageKind.HEADLINE, sentences=(span,))
    return syntax.parse(Document(id="d", sha256="s", file="d.txt", text=text), (passage,))


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
    parse = parse_heading(syntax, text)
    at = parse.words.index(word)
    below = {parse.relations[t] for t in range(len(parse)) if parse.heads[t] == at}
    assert (parse.universal[at], parse.lemmas[at]) == ("VERB", lemma)
    assert {"nsubj", "obj"} <= below


@pytest.mark.parametrize("text", ["Air strikes on Tarnova", "Rebel attacks kill 12", "Northern Strike Force"])
def test_a_heading_that_has_a_verb_or_needs_none_keeps_its_nouns(syntax, text):
    parse = parse_heading(syntax, text)
    assert "VERB" not in parse.universal[1:2]


def test_a_noun_of_running_text_stays_one(syntax):
    text = "Rebels storm base in besieged Tarnova"
    span = Span(0, len(text))
    passage = Passage(span=span, kind=PassageKind.BODY, sentences=(span,))
    parse = syntax.parse(Document(id="d", sha256="s", file="d.txt", text=text), (passage,))
    assert parse.universal[1] == "NOUN"
