"""Which places of a sentence are those of its main clause, and which belong to a clause beside that of a claim?"""

from collections.abc import Iterator

from sayso.claims.scenes import Scene, words
from sayso.claims.sightings import Sighting
from sayso.model.mentions import Toponym

SEMICOLON = ";"
TALKS = words("talks")
CLAUSES = ("advcl", "acl", "ccomp", "xcomp", "parataxis")


def find_above(scene: Scene, sighting: Sighting) -> Iterator[int]:
    """Yield the heads of the clauses that a claim is told within, nearest first, up to what one speaker says.

    A clause of a list of participles or verbs ("raiding ..., seizing ... and shelling ...") is told beside the others,
    not within them: of those only the first verb of a sentence, on which all hang, is above.
    """
    parse, token = scene.parse, sighting.clause
    while parse.heads[token] != token and not scene.tree.is_relation(token, "ccomp", "parataxis"):
        above = parse.heads[token]
        if parse.universal[above] in {"VERB", "AUX"} and not _is_beside(scene, token, above):
            yield above
        token = above


def _is_beside(scene: Scene, token: int, above: int) -> bool:
    """Tell whether a clause is one of a list with that on which it hangs, which is not the first verb of the sentence."""
    if scene.tree.is_relation(token, "conj"):
        return _is_participle(scene, above) or scene.tree.is_relation(above, "conj")
    is_participle = _is_participle(scene, token) and _is_participle(scene, above)
    return is_participle and scene.tree.is_relation(token, "advcl")


def is_of_other_item(scene: Scene, token: int, noun: int) -> bool:
    """Tell whether a word stands in one item of a list of things and a noun in another.

    Items with an article each are things apart ("the fighting in Rahna, the weakness of the army and the muddle over
    arms"); "shelling and clashes in Rahna" are both there.
    """
    own, other = _item_of(scene, noun), _item_of(scene, token)
    if own is None or other is None or own == other or _list_of(scene, own) != _list_of(scene, other):
        return False
    return own != noun or (_has_article(scene, own) and _has_article(scene, other))


def _item_of(scene: Scene, token: int) -> int | None:
    """Return the noun of a list that a word is or hangs on, without a verb between them."""
    while scene.parse.universal[token] not in {"VERB", "AUX"}:
        if scene.parse.universal[token] == "NOUN" and (_list_of(scene, token) != token or _opens_list(scene, token)):
            return token
        if scene.parse.heads[token] == token:
            return None
        token = scene.parse.heads[token]
    return None


def _list_of(scene: Scene, noun: int) -> int:
    """Return the first noun of the list that a noun is in; parsers take a later item for an apposition."""
    while scene.tree.is_relation(noun, "conj") or (scene.tree.is_relation(noun, "appos") and _opens_list(scene, noun)):
        noun = scene.parse.heads[noun]
    return noun


def _opens_list(scene: Scene, noun: int) -> bool:
    """Tell whether other items follow a noun."""
    tree = scene.tree
    after = tree.children(noun, "appos")
    return any(tree.child(item, "conj") is not None for item in (noun, *after))


def _has_article(scene: Scene, noun: int) -> bool:
    return scene.tree.child(noun, "det", "nmod:poss") is not None


def find_clause(scene: Scene, token: int) -> int:
    """Return the nearest verb above a word, or what a clause without one hangs on.

    Parsers hang what stands behind a semicolon now and then on the clause before it: it is the next one's.
    """
    parse, word = scene.parse, token
    while parse.universal[token] not in {"VERB", "AUX"} and parse.heads[token] != token:
        if scene.tree.is_relation(token, *CLAUSES):
            break
        token = _participle_of(scene, token) or parse.heads[token]
    if token < word and SEMICOLON in parse.words[token:word]:
        return next((t for t in scene.tree.children(token, "conj", "parataxis") if t > word), token)
    return token


def is_of_talks(scene: Scene, place: Toponym) -> bool:
    """Tell whether a clause tells of talks at a place: "envoys held talks in Quira"."""
    clause = find_clause(scene, place.token)
    above = (clause, *scene.tree.children(clause, "nsubj", "obj"), scene.parse.heads[place.token])
    return any(scene.lemma(token) in TALKS for token in above)


def _participle_of(scene: Scene, noun: int) -> int | None:
    """Return the participle after a comma whose object a noun is, which parsers take for its adjective."""
    return next((c for c in scene.tree.children(noun, "amod") if _opens_clause(scene, c)), None)


def _opens_clause(scene: Scene, token: int) -> bool:
    is_behind = token > 0 and scene.parse.words[token - 1] in {",", "and"}
    return is_behind and _is_participle(scene, token)


def _is_participle(scene: Scene, token: int) -> bool:
    return scene.parse.tags[token] == "VBG" and scene.parse.universal[token] == "VERB"
