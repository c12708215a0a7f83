"""Which town does an official mean by "the town"? "The mayor of Kadrin said the town was shelled": Kadrin was."""

from sayso.claims.scenes import Scene, words
from sayso.claims.settings import KINDS
from sayso.model.kinds import PlaceKind
from sayso.model.mentions import Toponym

OFFICES = words("local_offices")
# What a place can be called whose sort the words do not tell; a mayor's "the village" is one he speaks of.
_ANY = {PlaceKind.CITY, PlaceKind.TOWN, PlaceKind.REGION, PlaceKind.DISTRICT}
_FITTING: dict[PlaceKind | None, set[PlaceKind]] = {
    None: _ANY,
    PlaceKind.CITY: {PlaceKind.CITY, PlaceKind.TOWN},
    PlaceKind.TOWN: {PlaceKind.CITY, PlaceKind.TOWN},
}
_CASES = frozenset({"of", "in", "for", "at"})


def find_office_place(scene: Scene, token: int, run: tuple[int, int]) -> Toponym | None:
    """Return the place of whose town or province the speaker of a word is an official, where the words of `run` only say "the town"."""
    meant = {
        KINDS[scene.lemma(t)] for t in range(*run) if t and scene.lemma(t) in KINDS and scene.lemma(t - 1) == "the"
    }
    if not meant:
        return None
    number = scene.item_of(token)
    chain = scene.layers.attributions.items[number].chain if number is not None else ()
    source = chain[-1].span if chain else None
    spoken = range(0) if source is None else scene.tokens(source)
    for office in (t for t in spoken if scene.lemma(t) in OFFICES):
        for child in scene.tree.children(office, "nmod", "nmod:poss", "compound", "amod"):
            place = scene.toponym_at.get(child)
            is_of = child < office or scene.tree.case(child) in _CASES
            if place is not None and is_of and meant & _FITTING.get(place.kind, {place.kind}):
                return place
    return None
