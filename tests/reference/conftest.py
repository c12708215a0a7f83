"""What do the tests of reference share? The referents of a text, with place names marked by a list of the tests' own."""

import pytest

from sayso.model.claims import Layers
from sayso.model.documents import Document
from sayso.model.kinds import PlaceKind
from sayso.model.mentions import Mentions, Toponym
from sayso.passages import find_passages
from sayso.reference import find_referents

PLACES = {
    "Belgor": PlaceKind.TOWN, "Selmar": PlaceKind.CITY, "Orlesh": PlaceKind.DISTRICT, "Quira": None,
    "Syria": PlaceKind.COUNTRY, "Damascus": PlaceKind.CITY, "Aleppo": None, "Homs": None, "Latakia": None, "Kasta": PlaceKind.REGION,
    "Gaza": PlaceKind.REGION,
}  # fmt: skip
# Places with a common noun in their names.
SITES = {
    "Selmar barracks": PlaceKind.BUILDING,
    "Selmar hospital": PlaceKind.BUILDING,
    "tannery quarter": PlaceKind.DISTRICT,
}


class Met:
    """A text with its referents, asked by its words."""

    def __init__(self, layers):
        self.parse, self.referents = layers.parse, find_referents(layers)

    def mentions(self, name):
        """Return the words and rules of the mentions of the one referent of that name."""
        (found,) = [referent for referent in self.referents if referent.name == name]
        words = [" ".join(self.parse.words[first:last]) for first, last in found.mentions]
        return list(zip(words, [link.removeprefix("reference.") for link in found.links], strict=True))


@pytest.fixture(scope="session")
def layers_of(syntax):
    """Return a function from a text to its layers with the places above."""

    def made(text):
        document = Document(id="d0", sha256="s", file="d.txt", text=text)
        passages = find_passages(document)
        parse = syntax.parse(document, passages)
        pairs = {t: f"{parse.words[t - 1]} {word}" for t, word in enumerate(parse.words) if t}
        sites = [
            Toponym(span=parse.span(t - 1, t + 1), token=t, name=name, kind=SITES[name])
            for t, name in pairs.items()
            if name in SITES
        ]
        places = sites + [
            Toponym(span=parse.span(t, t + 1), token=t, name=word, kind=PLACES[word])
            for t, word in enumerate(parse.words)
            if word in PLACES and not any(site.span.holds(parse.span(t, t + 1)) for site in sites)
        ]
        return Layers(document=document, passages=passages, parse=parse, mentions=Mentions(toponyms=tuple(places)))

    return made


@pytest.fixture(scope="session")
def meet(layers_of):
    """Return a function from a text to its referents."""
    return lambda text: Met(layers_of(text))
