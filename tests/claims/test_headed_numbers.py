import pytest

from sayso.claims import find_claims
from sayso.model.documents import Document
from sayso.model.spans import Span
from sayso.pipeline import read_with_layers

# A headline and the text below it, and where the headline's number is set.
CAMP = "Planes killed at least 10 people near Selmar. A car bomb wounded 37 in Belgor. Belgor is a town. Belgor burned."
PHOTO = "A photo shows a man in Belgor. At least 45 people were killed in air strikes on Selmar."
FAR = "Belgor was calm. In all 24 fighters were killed in raids near Selmar. Belgor is far. Nobody left Belgor."
OTHER = "Planes killed 12 people near Selmar. Shells fell on Belgor. Soldiers shelled Belgor. They held Belgor."
HEADED = (
    ("Raids kill 10 in camp", CAMP, ["Selmar"]),
    ("Bombers kill at least 45 people in Syria", PHOTO, ["Selmar"]),
    ("Over 20 fighters killed in raids", FAR, ["Selmar"]),
    ("Raids on Belgor kill 10", "Planes killed 10 people near Selmar.", ["Belgor"]),
    ("Raids kill 10 in camp", OTHER, ["Belgor"]),
)


@pytest.mark.parametrize(("title", "text", "names"), HEADED)
def test_a_headlines_number_is_set_where_the_text_tells_the_same_number(syntax, title, text, names):
    document = Document(id="d0", sha256="s", file="d.txt", text=f"{title}\n\n{text}", title_span=Span(0, len(title)))
    _, layers = read_with_layers(document, syntax)
    claim = next(claim for claim in find_claims(layers) if claim.figures)
    assert [place.name for place in claim.toponyms] == names
