"""What is the row of a place?"""

from collections.abc import Iterator
from typing import Any

from sayso.model.records import Record
from sayso.model.resolved import Place
from sayso.outputs.lookup import Lookup


def place_rows(record: Record, lookup: Lookup) -> Iterator[dict[str, Any]]:
    """Yield a row per place that a claim speaks of: where it lies, how closely that is known, and the claims."""
    for place in record.places:
        claims = lookup.claims_at(place.key)
        if claims:
            yield _row(place, lookup) | {
                "claims": claims,
                "quote": lookup.quote(claims[0]),
                "reviewed": lookup.reviewed(claims),
            }


def _row(place: Place, lookup: Lookup) -> dict[str, Any]:
    within = lookup.places.get(place.within or "")
    return {
        "name": place.name,
        "kind": place.kind.value if place.kind else None,
        "within": within.name if within else place.within,
        "part_of": list(place.part_of),
        "country": place.country,
        "precision": place.precision.value if place.precision else None,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "polygon": [list(corner) for corner in place.polygon] or None,
        "names": list(place.names),
    }
