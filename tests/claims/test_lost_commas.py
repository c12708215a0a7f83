import pytest

from sayso.claims import find_claims
from sayso.model.documents import Document
from sayso.pipeline import read_with_layers


@pytest.fixture
def claims_of(syntax):
    def find(text):
        _, layers = read_with_layers(Document(id="d0", sha256="s", file="d.txt", text=text), syntax)
        return find_claims(layers)

    return find


SAID = [" the mayor said at noon including", ", the mayor said at noon, including"]


@pytest.mark.parametrize("saying", SAID)
def test_a_part_behind_words_of_saying_is_one_with_and_without_their_commas(claims_of, saying):
    text = f"Dozens of people died in raids on Selmar{saying} at least 29 people on one bridge."
    assert [(f.low, f.is_part) for claim in claims_of(text) for f in claim.figures] == [(24, False), (29, True)]


LISTS = [
    ("Terrorist attacks killed 12 civilians in Aleppo Hama.", ["Aleppo", "Hama"]),
    ("Blasts shook Tartous Homs and Hasakeh. Tartous burned.", ["Tartous", "Homs", "Hasakeh"]),
    ("A drone killed 18 fighters near the town of Tabqa Syria.", ["Tabqa"]),
]


@pytest.mark.parametrize(("text", "names"), LISTS)
def test_a_claim_is_set_at_all_places_of_a_list(claims_of, text, names):
    assert [place.name for place in claims_of(text)[0].toponyms] == names
