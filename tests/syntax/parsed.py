"""What do the tests of syntax share?"""

from sayso.model.documents import Document
from sayso.model.passages import Passage
from sayso.model.spans import Span
from sayso.passages import find_passages


def parse(syntax, text, kind=None):
    """Return the parse of a text, which is one passage of a kind where that is given."""
    document, whole = Document(id="d", sha256="s", file="d.txt", text=text), Span(0, len(text))
    alone = (Passage(span=whole, kind=kind, sentences=(whole,)),) if kind else None
    return syntax.parse(document, alone or find_passages(document))
