"""Which town does an official mean by "the town"? "The mayor of Kadrin said the town was shelled": Kadrin was."""

from sayso.claims.scenes import Scene, words
from sayso.claims.settings import KINDS
from sayso.model.mentions import Toponym

OFFICES = words("local_offices")
_CASES = frozenset({"of", "in", "for", "at"})


def find_office_place(scene: Scene, token: int, run: tuple[int, int]) -> Toponym | None:
    """Return the place of whose town or province the speaker of a word is an official, where the words of `run` only say "the town"."""
    if not any(scene.lemma(t) in KINDS and scene.lemma(t - 1) == "the" for t in range(*run)):
        return None
    number = scene.item_of(token)
    chain = scene.layers.attributions.items[number].chain if number is not None else ()
    source = chain[-1].span if chain else None
    spoken = range(0) if source is None else scene.tokens(source)
    for office in (t for t in spoken if scene.lemma(t) in OFFICES):
        for child in scene.tree.children(office, "nmod", "nmod:poss", "compound", "amod"):
            place = scene.toponym_at.get(child)
            if place is not None and (child < office or scene.tree.case(child) in _CASES):
                return place
    return None
