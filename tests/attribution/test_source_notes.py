"""Whose are the words before a note like "(Source: Ford Media Centre)"?"""

import pytest

from sayso.intake import describe_document
from sayso.model.documents import Capture, PageFacts
from sayso.model.settings import Settings
from sayso.passages import find_passages
from sayso.pipeline import read_layers

# Text of a page of the Ridge Post, words of it, and the names of their chain.
NOTED = [
    ("Shells hit the mill. Six died, medics said. (Source: Ford Centre)\n\nRain fell there.", "Shells", ["Ford Centre"]),
    ("Shells hit the mill. Six died, medics said. (Source: Ford Centre)\n\nRain fell there.", "Six", ["Ford Centre", "medics"]),
    ("Shells hit the mill. Six died, medics said. (Source: Ford Centre)\n\nRain fell there.", "Rain", []),
    ("Shells hit the mill. (Source: AFP) Six died. (Source: local activists)\n\nRain fell there.", "Shells", ["AFP"]),
    ("Shells hit the mill. (Source: AFP) Six died. (Source: local activists)\n\nRain fell there.", "Six", ["local activists"]),
    ("Shells hit the mill.\n\nSource: AFP\n\nSix died.\n\nRain fell there.\n\nSource: Ford Centre", "Six", ["Ford Centre"]),
    ("Shells hit the mill.\n\nSource: AFP\n\nSix died.\n\nRain fell there.\n\nSource: Ford Centre", "Shells", ["AFP"]),
    # The only note, at the end, credits the page; a list, a platform and the page itself tell nobody's words.
    ("Shells hit the mill.\n\nSix died.\n\nSource: Ford Centre", "Six", []),
    ("Shells hit the mill. (Source: AFP and the Ford Centre)\n\nRain fell there.", "Shells", []),
    ("Shells hit the mill. (Source: YouTube)\n\nRain fell there.", "Shells", []),
    ("Shells hit the mill. (Source: Ridge Post)\n\nRain fell there.", "Shells", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "names"), NOTED)
def test_a_note_names_whose_the_passage_before_it_is(syntax, text, words, names):
    capture = Capture(
        id="d0", sha256="s", file="d.txt", media_type="text/plain", text=text, page=PageFacts(outlet="Ridge Post")
    )
    document = describe_document(capture, Settings())
    layers = read_layers(document, find_passages(document), syntax)
    number = layers.attributions.of_token[layers.parse.starts.index(text.index(words))]
    chain = () if number is None else layers.attributions.items[number].chain
    assert [source.name for source in chain] == names
