"""Which place do the words say lies in which?"""

from sayso.mentions.atlas import find_listing, lies_in
from sayso.mentions.countries import find_country
from sayso.mentions.place_phrases import PlacePhrase
from sayso.mentions.place_words import words
from sayso.model.kinds import PlaceKind

_LARGE = 2  # the weight in the tables of large towns
_COARSENESS = {
    PlaceKind.COUNTRY: 5, PlaceKind.REGION: 4, PlaceKind.CITY: 3, PlaceKind.TOWN: 3, PlaceKind.VILLAGE: 2,
    PlaceKind.DISTRICT: 2, PlaceKind.BUILDING: 1, PlaceKind.ROAD: 1, PlaceKind.OTHER: 1, PlaceKind.RIVER: 1,
}  # fmt: skip


def find_containers(phrases: list[PlacePhrase]) -> dict[int, int]:
    """Return for the number of a place the number of the place beside it that holds it.

    "X in Y", "X of Y", "X, Y" with a country or region after the comma, "Y's X", "Y province town of X": read
    from the few words between two names of one sentence.
    """
    within: dict[int, int] = {}
    for number in range(len(phrases) - 1):
        left, right = phrases[number], phrases[number + 1]
        if left.chunk.line.first != right.chunk.line.first:
            continue
        if _is_held(left, right):
            within[number] = number + 1
        elif _holds(left, right):
            within[number + 1] = number
    return within


def _gap(left: PlacePhrase, right: PlacePhrase) -> list[str]:
    line = left.chunk.line
    return [line.word(token) for token in range(max(left.last, left.chunk.last), min(right.first, right.chunk.first))]


def _is_held(left: PlacePhrase, right: PlacePhrase) -> bool:
    """Tell whether the second place holds the first."""
    between = _gap(left, right)
    gap = [word for word in between if word != "the" and word not in words("compass")]
    if left.chunk is right.chunk or (gap == ["of"] and between[0] != "of"):
        # "X south of Y" lies beside Y, not in it.
        return False
    if gap in (
        ["in"],
        ["of"],
        [",", "in"],
        ["at", "edge", "of"],
        ["on", "edge", "of"],
        ["on", "outskirts", "of"],
        ["(", "in"],
    ):
        return True
    if between == [] and lies_in(left.name, right.name):
        # "Tabqa Syria": the comma is lost.
        return True
    is_comma = gap == [","] and not _is_list(right)
    return is_comma and _coarseness(right) > _coarseness(left)


def _holds(left: PlacePhrase, right: PlacePhrase) -> bool:
    """Tell whether the first place holds the second; a road that is named after a place leads to it."""
    is_named_after = left.chunk is right.chunk or right.first < left.last or right.first == left.chunk.first
    if right.kind is PlaceKind.ROAD and is_named_after:
        return False
    if left.chunk is right.chunk:
        return left.name != right.name
    if right.first < left.last or right.first == left.chunk.first:
        return True
    gap = [word for word in _gap(left, right) if word not in words("compass")]
    if gap == [] and _is_run_together(left, right):
        return False
    if gap == ["'s"] or (gap == [] and _coarseness(left) > _coarseness(right)):
        return True
    return len(gap) in {1, 2} and gap[-1] == "of" and gap[0] in words("kinds")


def _is_run_together(left: PlacePhrase, right: PlacePhrase) -> bool:
    """Tell whether two names are those of a list that has lost its commas: "in Arva the Orla airport", "Damascus Aleppo"."""
    is_city = left.kind is PlaceKind.CITY and _is_large(right.name)
    return is_city or left.chunk.line.word(right.first) == "the"


def _is_large(name: str) -> bool:
    """Tell whether a name is that of a town too large to lie in another."""
    listing = find_listing(name)
    return listing is not None and listing.weight >= _LARGE


def _is_list(phrase: PlacePhrase) -> bool:
    """Tell whether the name goes on to "and" another: a list of equals, unless it is a country."""
    line = phrase.chunk.line
    return line.word(phrase.chunk.last) == "and" and find_country(phrase.name) is None


def _coarseness(phrase: PlacePhrase) -> int:
    return _COARSENESS.get(phrase.kind, 2) if phrase.kind else 2
