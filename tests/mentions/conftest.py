"""What do the tests of mentions share? A function from a text to its mentions."""

import pytest

from sayso.mentions import find_mentions
from sayso.model.claims import Layers
from sayso.model.documents import Document
from sayso.passages import find_passages


@pytest.fixture(scope="session")
def read(syntax):
    """Return a function from a text to its layers with mentions."""

    def layers_of(text, dateline=None):
        document = Document(id="d0", sha256="s", file="d.txt", text=text, dateline=dateline)
        passages = find_passages(document)
        layers = Layers(document=document, passages=passages, parse=syntax.parse(document, passages))
        return Layers(document=document, passages=passages, parse=layers.parse, mentions=find_mentions(layers))

    return layers_of
