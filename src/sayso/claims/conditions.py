"""Do the arguments of a word fit a row of the frame table?"""

from collections.abc import Callable

from sayso.claims.definites import is_definite
from sayso.claims.frames import Frame, Need
from sayso.claims.recalled import is_of_aircraft
from sayso.claims.roles import Roles
from sayso.claims.scenes import Scene, words

NO_WORDS, BODIES, ENABLING = words("no_words"), words("bodies"), words("enabling")
MODIFIERS = ("amod", "compound", "nmod:desc", "nummod")
CLAUSE_WORDS = ("mark", "case", "compound:prt")
# Beside those that serve people: "took *a house*".
SOME_BUILDINGS = frozenset({"building", "house", "flat", "villa", "shop"})


def fits(frame: Frame, roles: Roles) -> bool:
    """Tell whether every condition of the row holds, and none of its exceptions."""
    return all(holds(need, roles) for need in frame.needs) and not any(holds(need, roles) for need in frame.unless)


def holds(need: Need, roles: Roles) -> bool:
    """Tell whether one of the alternatives of a condition holds."""
    return any(_is_met(role, name, roles) for role, name in need)


def _is_met(role: str, name: str, roles: Roles) -> bool:
    if role in LITERAL:
        return LITERAL[role](name, roles)
    filled = roles.fill(role)
    if name == "gap":
        return not filled and not (role == "subject" and roles.tree.is_relation(roles.token, "amod"))
    return bool(filled) and any(_is_of_class(token, name, roles) for token in filled)


def _is_of_class(token: int, name: str, roles: Roles) -> bool:
    scene = roles.scene
    if name == "*" or name in scene.classes(token):
        return True
    if name not in scene.known_classes and any(name in scene.forms(t) for t in scene.named_by(token)):
        return True
    if name in OF_WORDS:
        return OF_WORDS[name](scene, token)
    if name == "timex":
        return token in scene.time_tokens
    return name == "force" and scene.is_armed(token)


def _is_some_building(scene: Scene, token: int) -> bool:
    """Tell whether a noun is one building that nobody has told of before: "took a school", "a civilian building"."""
    is_building = "civil" in scene.classes(token) or scene.lemma(token) in SOME_BUILDINGS
    return is_building and any(scene.lemma(t) == "a" for t in scene.tree.children(token, "det"))


def _is_plural(scene: Scene, token: int) -> bool:
    """Tell whether a noun means several: its form, a number on it, or a body of people."""
    is_body = scene.lemma(token) in BODIES
    if scene.parse.universal[token] != "NUM" and scene.meant_before(token) is not None:
        return True  # "*Many* have fled".
    return scene.parse.tags[token] in {"NNS", "NNPS", "CD"} or token in scene.figure_at or is_body


def _is_unknown(scene: Scene, token: int) -> bool:
    return scene.is_unknown(token)


def _is_name(scene: Scene, token: int) -> bool:
    """Tell whether a word is the name of somebody or something of which nothing is known."""
    return scene.parse.universal[token] == "PROPN" and scene.is_unknown(token)


def _brings_supplies(scene: Scene, token: int) -> bool:
    """Tell whether a noun is a thing by which goods come that people need: "water pipes", "a fuel depot"."""
    return any("supply" in scene.classes(c) for c in scene.tree.children(token, "compound"))


OF_WORDS: dict[str, Callable[[Scene, int], bool]] = {
    "unknown": _is_unknown,
    "name": _is_name,
    "plural": _is_plural,
    "some": _is_some_building,
    "supplying": _brings_supplies,
}


def _has_case(name: str, roles: Roles) -> bool:
    return roles.tree.case(roles.token) == name or roles.tree.case(roles.clause) == name


def _has_modifier(name: str, roles: Roles) -> bool:
    return any(roles.scene.lemma(c) == name for c in roles.tree.children(roles.token, *MODIFIERS))


def _has_governor(name: str, roles: Roles) -> bool:
    return any(roles.scene.lemma(t) == name for t in list(roles.tree.ancestors(roles.token))[:2])


def _has_doer(name: str, roles: Roles) -> bool:
    """Tell whether such a one acts in the clause that the word stands in: "*gunmen* killed nine in a raid"."""
    above = list(roles.tree.ancestors(roles.token))[:2]
    subjects = [c for t in above for c in roles.tree.children(t, "nsubj")]
    return any(_is_of_class(t, name, roles) for t in subjects)


def _has_form(name: str, roles: Roles) -> bool:
    if name == "plural":
        return roles.scene.parse.tags[roles.token] in {"NNS", "NNPS"} and not is_definite(roles.scene, roles.token)
    if name == "root":
        return roles.scene.parse.heads[roles.token] == roles.token
    if name == "modified":
        return any(True for _ in roles.tree.children(roles.token, "amod", "compound", "nmod"))
    return name in roles.scene.forms(roles.token)


def _has_particle(name: str, roles: Roles) -> bool:
    return any(name in roles.scene.forms(c) for c in roles.tree.children(roles.clause, "compound", "advmod"))


def _has_clause(name: str, roles: Roles) -> bool:
    """Tell whether a clause under the verb opens with such a word, or has it as a particle: "prevent them *from reaching* it"."""
    clauses = roles.tree.children(roles.clause, "advcl", "xcomp", "acl", "obl")
    return any(roles.scene.lemma(c) == name for clause in clauses for c in roles.tree.children(clause, *CLAUSE_WORDS))


def _makes_do(name: str, roles: Roles) -> bool:
    """Tell whether somebody is made to do a thing: the infinitive under the verb, or one joined to it ("made to *kneel*")."""
    does = roles.tree.children(roles.clause, "xcomp", "ccomp", "advcl")
    joined = [other for verb in does for other in roles.tree.children(verb, "conj")]
    return any(name in roles.scene.forms(verb) for verb in (*does, *joined))


def _is_within(name: str, roles: Roles) -> bool:
    return roles.is_within(name)


def _is_denied(name: str, roles: Roles) -> bool:
    """Tell whether the clause, its object or its subject is negated: "had no food", "there was no fuel"."""
    tree = roles.tree
    spots = [roles.token, roles.clause, *tree.children(roles.clause, "obj", "nsubj"), *_above_able(roles)]
    return any(tree.is_negated(t) or roles.scene.lemma(t) in NO_WORDS for t in spots) == (name == "yes")


def _above_able(roles: Roles) -> list[int]:
    """Return the word of being able or allowed above an infinitive, and who is: "*no trucks* have been *able* to enter"."""
    above = roles.scene.parse.heads[roles.clause]
    is_open = roles.tree.is_relation(roles.clause, "xcomp") and roles.scene.lemma(above) in ENABLING
    return [above, *roles.tree.children(above, "nsubj")] if is_open else []


def _is_there(name: str, roles: Roles) -> bool:
    """Tell whether the clause says that something is there ("there was")."""
    return (roles.tree.child(roles.clause, "expl") is not None) == (name == "yes")


def _describes(name: str, roles: Roles) -> bool:
    """Tell whether the word only describes a noun, and one of that sort ("the occupied town")."""
    is_only = roles.tree.is_relation(roles.token, "amod")
    return is_only and _is_of_class(roles.scene.parse.heads[roles.token], name, roles)


def _counts_aircraft(name: str, roles: Roles) -> bool:
    """Tell whether what is lost is a bare number of the aircraft named before ("the loss of two")."""
    return any(is_of_aircraft(roles.scene, token) for token in roles.fill("object")) == (name == "yes")


LITERAL: dict[str, Callable[[str, Roles], bool]] = {
    "case": _has_case,
    "adj": _has_modifier,
    "governor": _has_governor,
    "doer": _has_doer,
    "form": _has_form,
    "has": _has_particle,
    "clause": _has_clause,
    "does": _makes_do,
    "within": _is_within,
    "negated": _is_denied,
    "there": _is_there,
    "describes": _describes,
    "aircraft": _counts_aircraft,
}
