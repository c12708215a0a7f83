from dataclasses import replace

import pytest

from sayso.claims import find_claims
from sayso.model.kinds import PlaceKind
from sayso.model.spans import Span

# What is held or taken, and the words of the place as they go into the claim.
CASES = (
    ("The army now controls territory around Tarnova.", "around Tarnova"),
    ("Rebels hold areas outside Tarnova.", "outside Tarnova"),
    ("Troops captured two hills near Tarnova.", "near Tarnova"),
    ("Troops seized ground east of Tarnova.", "east of Tarnova"),
    ("Troops took control of the hills surrounding Tarnova.", "surrounding Tarnova"),
    ("Rebels control Tarnova.", "Tarnova"),
    ("Rebels hold a district in Tarnova.", "Tarnova"),
    ("Fighting went on near rebel-held Tarnova.", "Tarnova"),
    ("Fighting raged near Tarnova.", "Tarnova"),
)


@pytest.mark.parametrize(("text", "words"), CASES)
def test_ground_held_around_a_town_is_not_the_town(read, text, words):
    (place,) = find_claims(read(text))[-1].toponyms
    assert (place.span.read(text), place.name) == (words, "Tarnova")


def test_the_city_is_not_the_countryside_around_it(read):
    layers = read("Rebels hold the countryside around Tarnova; government forces control the city.")
    (place,) = layers.mentions.toponyms
    wide = replace(
        place, span=Span(layers.document.text.index("the countryside"), place.span.end), kind=PlaceKind.REGION
    )
    first, last = find_claims(replace(layers, mentions=replace(layers.mentions, toponyms=(wide,))))
    words = [c.toponyms[0].span.read(layers.document.text) for c in (first, last)]
    assert words == ["the countryside around Tarnova", "Tarnova"]
