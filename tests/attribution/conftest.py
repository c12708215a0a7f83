"""What do the tests of attribution share? The attributions of a text, and what they say of its words."""

from dataclasses import replace

import pytest

from sayso.attribution import find_attributions
from sayso.mentions import find_mentions
from sayso.model.claims import Layers
from sayso.model.documents import Document
from sayso.model.spans import Span
from sayso.passages import find_passages
from sayso.pipeline import read_layers


class Heard:
    """A text with its attributions, asked by its words."""

    def __init__(self, layers, attributions):
        self.layers, self.attributions = layers, attributions
        self.text = layers.document.text

    def item(self, words):
        """Return the innermost attribution of the first word of some words, None for the outlet's own."""
        start = self.text.index(words)
        token = self.layers.parse.starts.index(start)
        number = self.attributions.of_token[token]
        return None if number is None else self.attributions.items[number]

    def chain(self, words):
        """Return the names of the innermost chain of some words."""
        item = self.item(words)
        return [] if item is None else [source.name for source in item.chain]

    def said(self, number):
        """Return the words of an attribution's content."""
        return " ".join(Span(*span).read(self.text) for span in self.attributions.items[number].content)


@pytest.fixture(scope="session")
def hear(syntax):
    """Return a function from a text to its attributions."""

    def heard(text, *, outlet=None, referents=()):
        document = Document(id="d0", sha256="s", file="d.txt", text=text, outlet=outlet)
        passages = find_passages(document)
        parse = syntax.parse(document, passages)
        layers = Layers(document=document, passages=passages, parse=parse)
        layers = replace(layers, mentions=find_mentions(layers))
        if referents:
            layers = replace(layers, referents=tuple(referents(parse)))
        return Heard(layers, find_attributions(layers))

    return heard


@pytest.fixture(scope="session")
def hear_whole(syntax):
    """Return a function from a text to its attributions, with all that the text says of whom it names before."""

    def heard(text):
        document = Document(id="d0", sha256="s", file="d.txt", text=text)
        layers = read_layers(document, find_passages(document), syntax)
        return Heard(layers, layers.attributions)

    return heard
