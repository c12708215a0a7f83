"""What does linking look up about a claim's document, voice and place?"""

import pytest

from sayso.linking.library import Library
from sayso.model.kinds import PlaceKind
from sayso.model.resolved import Place, Resolution

PLACES = (
    Place(key="city", name="Tessal", within="Tessal Province", kind=PlaceKind.CITY, names=("Tessal",)),
    Place(key="province", name="Tessal Province", within=None, kind=PlaceKind.REGION, names=("Tessal Province", "Tessal")),
    Place(key="quarter", name="Mill Quarter", within="Tessal", kind=PlaceKind.DISTRICT, names=("Mill Quarter",)),
    Place(key="village", name="Oran", within="Tessal", kind=PlaceKind.VILLAGE, names=("Oran",)),
    Place(key="mill", name="Old Mill", within="Mill Quarter", kind=PlaceKind.BUILDING, names=("Old Mill",)),
)  # fmt: skip


@pytest.mark.parametrize(
    ("key", "around"),
    [
        ("city", ("province",)),
        ("quarter", ("city", "province")),
        ("village", ("province",)),
        ("mill", ("quarter", "city", "province")),
    ],
)
def test_a_quarter_lies_in_the_city_and_a_village_in_the_region_of_one_name(key, around):
    library = Library(Resolution(voices=(), places=PLACES, claims=()), (), ())
    assert library.places_around(key) == around
