import pytest

from sayso.dating import date_documents
from sayso.model.settings import Settings
from sayso.resolution import resolve_claims


class World:
    """A resolved case with its claims and places found by words."""

    def __init__(self, articles, settings=None, judgements=()):
        readings = [article.reading for article in articles]
        self.texts = {article.id: article.text for article in articles}
        dates = date_documents(readings, judgements)
        self.resolution = resolve_claims(readings, dates, settings or Settings(), judgements)
        self.voices = {voice.key: voice for voice in self.resolution.voices}
        self.places = {place.key: place for place in self.resolution.places}

    def claim(self, words, document=None):
        found = [
            resolved
            for resolved in self.resolution.claims
            if resolved.claim.span.read(self.texts[resolved.claim.document]) == words
            and document in {None, resolved.claim.document}
        ]
        assert len(found) == 1, f"{len(found)} claims read {words!r}"
        return found[0]

    def where(self, words, document=None):
        return [self.places[key].name for key in self.claim(words, document).places]

    def named(self, words, document=None):
        """The only place that the documents name by these words."""
        (found,) = [
            one
            for one in self.resolution.toponyms
            if one.span.read(self.texts[one.document]) == words and document in {None, one.document}
        ]
        return found

    def who(self, words, document=None):
        return self.voices[self.claim(words, document).voice]

    def when(self, words, document=None):
        period = self.claim(words, document).period
        return period.edtf, period.basis.value


@pytest.fixture(scope="session")
def resolve():
    return World
