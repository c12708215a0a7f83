"""Is what somebody took or holds only something in the place that the words name: "the market in the town"?"""

from collections.abc import Iterator, Sequence

from sayso.claims.roles import Roles
from sayso.claims.scenes import Scene, words
from sayso.claims.sightings import Sighting
from sayso.model.mentions import Figure, Toponym

SITES, QUARTERS = words("sites_held"), words("quarters_held")
HOLDS = words("holds")
SIDES = words("compass") | words("side_adjectives")
PARTS, WHOLES = words("parts_lived_in"), words("extent_whole")


def is_part_of_place(scene: Scene, sighting: Sighting, places: Sequence[Toponym]) -> bool:
    """Tell whether what is held is a site without a name of its own, or one of the quarters of a place or villages near it.

    "Rebels captured the barracks in Orlesh" says of Orlesh no more than that they hold a part. A quarter that the text
    takes for known ("the army retook the district") is the one that it has named before, and so is a site after whose sort
    one of the `places` of the claim is named ("the dam" of "Orlesh dam").
    """
    names = {word for place in places for word in place.name.casefold().split()}
    things = list(_things(scene, sighting))
    return bool(things) and all(_is_part(scene, thing, names) for thing in things)


def is_side(scene: Scene, place: Toponym) -> bool:
    """Tell whether the words mean one side of the place that they name: "most of eastern Orlesh" is no more than a part of it.

    In capitals the word belongs to a name: "Eastern Ghouta".
    """
    described = {*scene.tokens(place.span), *scene.tree.children(place.token, "amod", "compound")}
    words_before = [scene.parse.words[token] for token in described]
    return any(word in SIDES and word not in place.name for word in words_before)


def is_in_part(scene: Scene, figure: Figure) -> bool:
    """Tell whether those counted are said to be in parts of a place alone: "are left in the besieged parts of Orlesh"."""
    counted = figure.counted if figure.counted is not None else figure.token
    verb = next((t for t in scene.tree.ancestors(counted) if scene.parse.universal[t] == "VERB"), None)
    phrases = (t for top in (counted, verb) if top is not None for t in scene.tree.children(top, "nmod", "obl"))
    return any(_names_parts(scene, phrase) for phrase in phrases)


def _names_parts(scene: Scene, noun: int) -> bool:
    """Tell whether a noun means some parts of a place that is named behind it, and not all of them."""
    whole = any(scene.lemma(t) in WHOLES for t in scene.tree.children(noun, "det", "det:predet", "amod"))
    if whole or not {scene.lemma(noun), scene.parse.words[noun].casefold()} & PARTS:
        return False
    is_told_apart = scene.tree.child(noun, "amod") is not None or scene.lemma(noun) not in QUARTERS
    if scene.parse.tags[noun] not in {"NNS", "NNPS"} and not is_told_apart:
        # "The district of Orlesh" may well be Orlesh.
        return False
    behind = (t for t in scene.tree.children(noun, "nmod") if scene.tree.case(t) in {"of", "in"})
    return any(_is_place(scene, t) for t in behind)


def _is_place(scene: Scene, token: int) -> bool:
    return token in scene.toponym_at or "place" in scene.classes(token)


def _things(scene: Scene, sighting: Sighting) -> Iterator[int]:
    """Yield what is held: what is acted on, else what falls or is in somebody's hands, else what men or a flag stand on."""
    roles = Roles(scene, sighting.token, sighting.clause)
    for role in ("object", "of", "subject", "over", "on", "in", "at"):
        found = [t for token in roles.fill(role) for t in (token, *scene.tree.children(token, "conj"))]
        found = [_held(scene, t) for t in found]
        grounds = [t for t in found if t not in scene.actor_at and _is_ground(scene, t) and not _is_within(scene, t)]
        if grounds:
            yield from grounds
            return


def _held(scene: Scene, token: int) -> int:
    """Return what somebody has "control of", the word itself for anything else."""
    inner = scene.tree.oblique(token, "of", "over") if scene.lemma(token) in HOLDS else None
    return token if inner is None else inner


def _is_ground(scene: Scene, token: int) -> bool:
    is_listed = scene.lemma(token) in SITES | QUARTERS
    return is_listed or token in scene.toponym_at or "place" in scene.classes(token)


def _is_within(scene: Scene, token: int) -> bool:
    """Tell whether ground only says where other ground lies: "the town hall of Orlesh"."""
    head = scene.parse.heads[token]
    return head != token and scene.tree.is_relation(token, "nmod") and scene.lemma(head) in SITES


def _is_part(scene: Scene, thing: int, names: set[str]) -> bool:
    if scene.parse.words[thing].casefold() in names:
        return False
    described = scene.tree.children(thing, "amod", "compound")
    if scene.lemma(thing) in SITES or any(scene.parse.words[t].casefold() in SIDES for t in described):
        return True
    is_known = any(scene.parse.tags[c] in {"DT", "PRP$", "POS"} and scene.lemma(c) not in {"a", "an", "another", "some"}
                   for c in scene.tree.children(thing, "det", "nmod:poss"))  # fmt: skip
    return scene.lemma(thing) in QUARTERS and not is_known
