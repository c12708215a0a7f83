"""Which place names say where something is, and which only say whose or who?"""

from sayso.claims.scenes import Scene, words
from sayso.lexicons import read_toml
from sayso.model.kinds import PlaceKind
from sayso.model.mentions import Toponym

# Nouns that name a sort of place, and the sort.
KINDS = {noun: PlaceKind(kind) for noun, kind in read_toml("place_words")["kinds"].items()}
ROADS = frozenset(noun for noun, kind in KINDS.items() if kind is PlaceKind.ROAD)
PLACE_CASES, STATIONED, DWELLING = words("place_cases"), words("stationed"), words("dwelling")
PART_CASES = words("part_cases")
LYING = frozenset(read_toml("metonyms")["lying_verbs"])
HANDS = frozenset(read_toml("place_words")["hands"]["words"])
CROSSING, BORDERS, ACROSS, LINKING = (words(key) for key in ("crossing", "borders", "across", "linking"))


def is_locative(scene: Scene, place: Toponym) -> bool:
    """Tell whether a place name says where: after "in" or its like, as what is taken or hit, beside a place word.

    Not locative: the possessor of a party ("Lebanon's militia"), who acts ("Turkey condemns"), and what
    qualifies a party or a thing; where people come from and where a road leads.
    """
    tree, token = scene.tree, place.token
    while tree.is_relation(token, "conj", "appos", "flat"):
        token = scene.parse.heads[token]
    head = scene.parse.heads[token]
    if head == token or _is_pointed_out(scene, token):
        return not _is_pointed_out(scene, token)
    if tree.is_relation(token, "obl", "nmod") and not tree.is_relation(token, "nmod:poss"):
        case = tree.case(token)
        if _tells_origin(scene, token, head) or _tells_beside(scene, token, head):
            return False
        return (
            case in PLACE_CASES
            or case in PART_CASES
            or (case == "of" and _is_set_by(scene, head))
            or (case is None and not _is_party(scene, head))
        )
    if tree.is_relation(token, "obj"):
        return scene.lemma(head) not in LINKING
    if tree.is_relation(token, "nsubj"):
        return tree.is_passive(head) or not ("state" in scene.classes(place.token) or _acts(scene, place, head))
    return _qualifies_place(scene, place, token, head)


def _is_set_by(scene: Scene, noun: int) -> bool:
    """Tell whether the name behind "of" says where what a noun means is: no party's, but of those who live there.

    Who is "in full command of" a place is in it, though a command may be a body.
    """
    if not _is_party(scene, noun) or scene.lemma(noun) in DWELLING:
        return True
    return scene.tree.case(noun) == "in" and scene.tree.child(noun, "det", "nmod:poss") is None


def _is_pointed_out(scene: Scene, token: int) -> bool:
    """Tell whether a name is that of whoever did it: "it was *Quira* who used them"."""
    told = scene.tree.child(token, "acl:relcl", "advcl:relcl")
    is_said = scene.tree.child(token, "expl") is not None and scene.tree.child(token, "cop") is not None
    subject = None if told is None else scene.tree.child(told, "nsubj")
    return is_said and subject is not None and scene.lemma(subject) == "who"


def _acts(scene: Scene, place: Toponym, verb: int) -> bool:
    """Tell whether a name that may be a state's does something to something ("Quira launched nine drones")."""
    is_wide = place.kind in {None, PlaceKind.REGION, PlaceKind.COUNTRY}
    thing = scene.tree.child(verb, "obj", "ccomp")
    has_object = thing is not None and scene.lemma(thing) not in HANDS
    return is_wide and has_object and scene.parse.universal[verb] == "VERB" and scene.lemma(verb) not in LYING


def case_of(scene: Scene, token: int) -> str | None:
    """Return the preposition of a name, of a later one of a list that of the first: "beyond Rahna and Selba"."""
    case = scene.tree.case(token)
    while case is None and scene.tree.is_relation(token, "conj", "appos"):
        # Parsers hang the later name of "gains beyond Rahna and Selba" on the gains.
        beside = _noun_before(scene, token)
        token = scene.parse.heads[token] if beside is None else beside
        case = scene.tree.case(token)
    return case


def _noun_before(scene: Scene, token: int) -> int | None:
    """Return the head of the name or noun that stands right before the "and" of a later one."""
    joint = next((c for c in scene.tree.children(token, "cc") if 0 < c < token), None)
    if joint is None or scene.parse.universal[joint - 1] not in {"NOUN", "PROPN"}:
        return None
    named = scene.toponym_at.get(joint - 1)
    return joint - 1 if named is None else named.token


def is_left_abroad(scene: Scene, place: Toponym) -> bool:
    """Tell whether a name is of a country that somebody comes from: "to cross the border from Quira".

    Who comes from a town has not left its surroundings ("infiltrating from Rahna"); who comes from a country stands
    at its border, and nothing that befalls him there happens in it.
    """
    token = place.token
    if scene.tree.is_relation(token, "nmod:poss"):
        token = scene.parse.heads[token]
    if not _is_abroad(scene, place) or case_of(scene, token) != "from":
        return False
    while scene.tree.is_relation(token, "conj", "appos"):
        token = scene.parse.heads[token]
    head = scene.parse.heads[token]
    if scene.lemma(head) in BORDERS:
        head = scene.parse.heads[head]
    over = (c for c in scene.tree.children(head, "obl", "obj") if scene.lemma(c) in BORDERS)
    return scene.lemma(head) in CROSSING or any(scene.tree.case(c) in ACROSS for c in over)


def _is_abroad(scene: Scene, place: Toponym) -> bool:
    """Tell whether a name is of a country, or of the region of one that is named with it ("Quira's Kasta province")."""
    holder = scene.layers.mentions.toponyms[place.within] if place.within is not None else place
    return holder.kind is PlaceKind.COUNTRY and place.kind in {PlaceKind.COUNTRY, PlaceKind.REGION}


def tells_whence(scene: Scene, place: Toponym) -> bool:
    """Tell whether a name only says whence somebody is ("a nurse from Rahna")."""
    return _tells_origin(scene, place.token, scene.parse.heads[place.token])


def _tells_origin(scene: Scene, token: int, head: int) -> bool:
    """Tell whether a name only says where people come from: "a nurse from Rahna"."""
    is_whose = scene.tree.is_relation(token, "nmod") or scene.parse.universal[head] == "NOUN"
    return is_whose and scene.tree.case(token) == "from" and _is_party(scene, head)


def _tells_beside(scene: Scene, token: int, head: int) -> bool:
    """Tell whether a name says what something lies beside, or where a road leads: "a quarter adjacent to Rahna"."""
    mark = scene.tree.child(token, "case")
    if mark is None or scene.tree.case(token) != "to":
        return False
    # Parsers hang "to Rahna" of "cut the road to Rahna" now on the noun, now on the verb.
    is_road = mark > 0 and scene.lemma(mark - 1) in ROADS
    return is_road or scene.parse.universal[head] == "ADJ"


def _qualifies_place(scene: Scene, place: Toponym, token: int, head: int) -> bool:
    if scene.lemma(head) in ROADS and place.kind is not PlaceKind.ROAD:
        return False
    if scene.tree.is_relation(token, "nmod:poss") and _is_state(scene, head):
        # "Arva's ally Quira": a state lies in nobody's.
        return False
    if scene.tree.is_relation(token, "nmod:poss") and "state" in scene.classes(token):
        return "place" in scene.classes(head) and not _is_party(scene, head)
    return not _is_party(scene, head) and scene.lemma(head) not in STATIONED


def _is_state(scene: Scene, token: int) -> bool:
    place = scene.toponym_at.get(token)
    return place is not None and place.kind is PlaceKind.COUNTRY


def _is_party(scene: Scene, token: int) -> bool:
    classes = scene.classes(token)
    return token in scene.actor_at or bool(classes & {"force", "people", "org", "person"})


def find_referred(scene: Scene) -> dict[int, Toponym]:
    """Return for every word that means a place named elsewhere ("the city") the toponym that names it.

    The nearest name before the word is taken, else the first after it.
    """
    found: dict[int, Toponym] = {}
    for referent in scene.layers.referents:
        if referent.kind != "place":
            continue
        inside = [t for first, last in referent.mentions for t in range(first, last)]
        named = [t for t in inside if t in scene.toponym_at]
        for token in inside:
            before = [t for t in named if t < token]
            if token not in scene.toponym_at and named:
                found[token] = scene.toponym_at[before[-1] if before else named[0]]
    return found
