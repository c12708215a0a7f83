"""Which places does a document name, whatever the names do in it, and where do they lie?"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from sayso.model.claims import Reading
from sayso.model.derivations import Derived, name_rule
from sayso.model.mentions import GeographicName, Toponym
from sayso.model.resolved import NamedPlace, Place
from sayso.model.spans import Span
from sayso.resolution.grounds import Ground
from sayso.resolution.world_places import WorldPlace, Written, choose_places
from sayso.text.spellings import bare

OWN = name_rule("resolution.named_in_case", "The name is that of a place of the case.")
WORLD = name_rule(
    "resolution.named_in_world",
    "The gazetteer shipped with sayso (GeoNames) holds the name; of several places that bear it, the one that the words"
    " and the other names of the document point to.",
)
HELD = name_rule(
    "resolution.named_in_holder", "No table holds the name: it lies in this place, which its words set it in."
)
NOWHERE = name_rule("resolution.named_nowhere", "No table holds the name, nor a place that its words set it in.")
# Rules by which a person or a table has said which place of the case a name is, though it may have no point.
SETTLED = frozenset({"resolution.user_place", "resolution.judged_place", "resolution.district"})


class _Found(NamedTuple):
    """The rule that tells which place a name means, the place, and the one whose point tells where it lies."""

    rule: str
    place: Place | WorldPlace | None
    where: Place | WorldPlace | None


def find_named_places(reading: Reading, ground: Ground) -> tuple[NamedPlace, ...]:
    """Return the places that a document names, in reading order.

    A name that the case holds as a place with a point, or that a person or the table of districts tells of, is that
    place. Any other is the place of the gazetteer that the words and the other names of the document point to; what no
    table holds lies somewhere in the place that its words set it in.
    """
    names = _find_names(reading, ground)
    own = _find_own(reading, names, ground)
    places = choose_places([Written(name=name.name, within=name.within) for name in names])
    holders = choose_places([Written(name=name.within or name.name) for name in names])
    return tuple(
        _name(reading.document.id, name, _choose(own.get(name.span.start), place, holder))
        for name, place, holder in zip(names, places, holders, strict=True)
    )


def _find_names(reading: Reading, ground: Ground) -> Sequence[GeographicName]:
    """Return the names of places in a document, in reading order.

    Those that claims are set at are among them where the case tells a sort or point of the place.
    """
    taken = [name.span for name in reading.geographic_names]
    used = dict.fromkeys(toponym for claim in reading.claims for toponym in claim.toponyms)
    held = [_bare_name(toponym, reading) for toponym in used if _is_told(toponym, ground)]
    more = [name for name in dict.fromkeys(held) if name and not any(name.span.shares(span) for span in taken)]
    return sorted((*reading.geographic_names, *more), key=lambda name: name.span)


def _is_told(toponym: Toponym, ground: Ground) -> bool:
    key = ground.find(toponym)
    return key is not None and (ground.places[key].kind is not None or ground.places[key].latitude is not None)


def _bare_name(toponym: Toponym, reading: Reading) -> GeographicName | None:
    """Return the name alone of a place ("Khaldiyeh" of "the Khaldiyeh quarter"), None where common nouns tell it."""
    start = toponym.span.read(reading.document.text).find(toponym.name)
    if start < 0 or not toponym.name[0].isupper():
        return None
    span = Span(toponym.span.start + start, toponym.span.start + start + len(toponym.name))
    holder = reading.toponyms[toponym.within].name if toponym.within is not None else None
    return GeographicName(span=span, name=toponym.name, within=holder)


def _find_own(reading: Reading, names: Sequence[GeographicName], ground: Ground) -> Mapping[int, Place]:
    """Return the places of the case that names of a document mean, by where these begin."""
    toponyms = sorted(reading.toponyms, key=lambda toponym: toponym.span.length)
    found: dict[int, Place] = {}
    for name in names:
        key = next((ground.find(one) for one in toponyms if _is_same_name(name, one)), None)
        if key is not None:
            found[name.span.start] = ground.places[key]
    return found


def _is_same_name(name: GeographicName, toponym: Toponym) -> bool:
    return toponym.span.holds(name.span) and bare(toponym.name) in {bare(name.name), bare(name.name.rpartition(" ")[0])}


def _choose(own: Place | None, place: WorldPlace | None, holder: WorldPlace | None) -> _Found:
    """Return the place that a name means, the one whose point tells where it lies, and the rule that says so."""
    if own is not None and (own.latitude is not None or _is_settled(own)):
        return _Found(OWN, own, own)
    if place is not None:
        return _Found(WORLD, own or place, place)
    if holder is not None:
        return _Found(HELD, own or holder, holder)
    return _Found(NOWHERE if own is None else OWN, own, own)


def _is_settled(place: Place) -> bool:
    return place.derived is not None and place.derived.rule in SETTLED


def _name(document: str, name: GeographicName, found: _Found) -> NamedPlace:
    rule, place, where = found
    if place is None or where is None:
        return NamedPlace(document=document, span=name.span, derived=_why(rule, None))
    return NamedPlace(
        document=document,
        span=name.span,
        place=place.key if isinstance(place, Place) else None,
        name=place.name,
        country=where.country,
        latitude=where.latitude,
        longitude=where.longitude,
        precision=where.precision,
        derived=_why(rule, where),
    )


@lru_cache(maxsize=4096)
def _why(rule: str, place: Place | WorldPlace | None) -> Derived:
    """Return why a name means a place; what many names share is made once."""
    if place is None:
        return Derived(value=None, rule=rule)
    told = place.derived if isinstance(place, Place) else None
    return Derived(value=place.name, rule=rule, inputs=(told,) if told is not None else ())
