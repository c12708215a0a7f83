"""Articles and settings that the tests of intake share."""

from sayso.intake import describe_document
from sayso.model.documents import Capture, PageFacts
from sayso.model.settings import OutletEntry, Settings

LEAD = "Water came over the dam at dawn on Monday and carried off the lower bridge, two residents of Arva said."
MORE = "The mayor said that nobody had been hurt, and that the road to the pass would stay closed for a week."
SETTINGS = Settings(
    outlets=(
        OutletEntry(name="The Arva Post", aliases=("Arva Post",), hosts=("arvapost.example",)),
        OutletEntry(name="Radio Dorn"),
    )
)


def describe(text, settings=SETTINGS, **facts):
    capture = Capture(id="d", sha256="s", file="d.txt", media_type="text/plain", text=text, page=PageFacts(**facts))
    return describe_document(capture, settings)


def pieces(text, settings=SETTINGS):
    return [(piece.span.read(text), piece.what) for piece in describe(text, settings).furniture]
