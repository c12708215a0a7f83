import pytest

from sayso.model.kinds import VoiceKind
from sayso.model.spans import Span
from sayso.text.speakers import find_descriptions

# A sentence, the speaker and the word of saying in it, what sort of voice it is, and the words that describe who speaks.
SENTENCES = [
    (
        "Shells fell, the prefect of Rahna said.",
        "the prefect of Rahna",
        "said",
        "government",
        ["the prefect of Rahna", " "],
    ),
    ("Residents of Selba said shells fell.", "Residents of Selba", "said", "resident", [" "]),
    ("Two men who had fled to Zuhar told of fires.", "Two men", "told", "witness", [" who had fled to Zuhar "]),
    (
        "Twenty died, said Ada Lorn, surgeon of the Selba hospital, and left.",
        "Ada Lorn",
        "said",
        "medic",
        [", surgeon of the Selba hospital"],
    ),
    ("Twenty died, said Ada Lorn.", "Ada Lorn", "said", "medic", []),
    ("Shells fell. The mayor spoke of Rahna", "The mayor", None, "government", ["The mayor"]),
]


@pytest.mark.parametrize(("text", "source", "cue", "kind", "words"), SENTENCES, ids=[row[0] for row in SENTENCES])
def test_an_office_and_what_stands_beside_a_speaker_only_describe_who_speaks(text, source, cue, kind, words):
    def find(part):
        return Span(text.index(part), text.index(part) + len(part))

    whole = Span(0, len(text))
    found = find_descriptions(find(source), VoiceKind(kind), cue and find(cue), whole, text)
    assert [span.read(text) for span in found] == words


def test_a_speaker_or_a_word_of_saying_in_another_sentence_describes_nothing_here():
    text = "The mayor spoke. Two men at Zuhar"
    first, second, men, spoke = Span(0, 16), Span(17, 33), Span(17, 24), Span(10, 15)
    assert list(find_descriptions(men, VoiceKind.WITNESS, spoke, first, text)) == []
    assert list(find_descriptions(men, VoiceKind.WITNESS, spoke, second, text)) == []
