"""Which words set a claim somewhere without a name: a part of a town, what lies around it, some region?"""

from collections.abc import Container, Iterable
from enum import StrEnum

from sayso.claims.scenes import Scene
from sayso.claims.settings import PLACE_CASES
from sayso.lexicons import read_toml

PARTS, STREETS, WAYS, ANYWHERE, MIDDLES, TOWNS, LANDS, WHICH, NEARBY, URBAN = (
    frozenset(read_toml("place_words")["unnamed"][key])
    for key in ("parts", "streets", "ways", "anywhere", "middles", "towns", "lands", "which", "nearby", "urban")
)

HELD = frozenset({"hold", "control", "occupy", "run", "govern"})


SEVERAL = frozenset({"number", "several", "many", "various", "numerous"})


class Ground(StrEnum):
    """A ground without a name: a quarter of a town, streets, the land around a place, some stretch of country."""

    PART = "part"
    STREETS = "streets"
    NEARBY = "nearby"
    STRETCH = "stretch"


def find_unnamed(scene: Scene, tokens: Iterable[int], known: Container[int]) -> Ground | None:
    """Return what sort of ground the words set something in without naming it, None where they do not.

    `known` are the tokens that mean a place which the text names elsewhere.
    """
    told = (_read(scene, token) for token in tokens if token not in known and _says_where(scene, token))
    return next((ground for ground in told if ground is not None), None)


def _says_where(scene: Scene, token: int) -> bool:
    """Tell whether a noun says where something is or what is taken or hit, and no name stands in its phrase."""
    tree = scene.tree
    if scene.parse.universal[token] != "NOUN" or token in scene.toponym_at:
        return False
    case = tree.case(token)
    is_where = tree.is_relation(token, "obl", "nmod") and (case in PLACE_CASES or case == "of")
    if not is_where and not tree.is_relation(token, "obj"):
        return False
    return not any(below in scene.toponym_at for below in tree.subtree(token))


def _read(scene: Scene, token: int) -> Ground | None:
    noun = scene.lemma(token)
    before = [c for c in scene.tree.children(token, "amod", "compound", "nmod") if c < token]
    told = {form for c in before for form in (scene.parse.words[c].casefold(), scene.lemma(c))}
    if noun in STREETS:
        return Ground.STREETS
    if told & NEARBY and noun in PARTS | TOWNS | LANDS:
        return Ground.NEARBY
    if noun in PARTS or (noun in LANDS and told & URBAN) or (noun in MIDDLES and _is_of_town(scene, token, told)):
        return Ground.PART
    is_held = any(scene.lemma(c) in HELD for c in before)
    is_somewhere = (
        (noun in WAYS or (noun in ANYWHERE and is_held))
        and scene.tree.child(token, "det", "nmod:poss") is None
        and not told & URBAN
    )
    # "A number of regions", "several provinces" are not the village told of before.
    above = scene.parse.heads[token]
    is_many = scene.parse.tags[token] == "NNS" and (told & SEVERAL or scene.lemma(above) in SEVERAL)
    return Ground.STRETCH if is_somewhere or (noun in LANDS and (told & WHICH or is_many)) else None


def _is_of_town(scene: Scene, token: int, told: Container[str]) -> bool:
    """Tell whether a noun is the middle of a town: "the centre", "the city centre", unlike "a health centre"."""
    if any(town in told for town in TOWNS):
        return True
    return all(scene.tree.is_relation(c, "det", "case") for c in scene.tree.children(token))
