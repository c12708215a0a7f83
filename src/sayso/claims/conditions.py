"""Do the arguments of a word fit a row of the frame table?"""

from collections.abc import Callable

from sayso.claims.definites import is_definite
from sayso.claims.frames import Filling, Frame, Need
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
    return all(holds(need, roles) for need in frame.needs) and not holds(frame.unless, roles)


def holds(need: Need, roles: Roles) -> bool:
    """Tell whether one of the alternatives of a condition holds."""
    return any(_is_met(filling, roles) for filling in need)


def _is_met(filling: Filling, roles: Roles) -> bool:
    if filling.role in LITERAL:
        return LITERAL[filling.role](filling, roles)
    filled = roles.fill(filling.role)
    if not filled and "gap" in filling.names:
        return not (filling.role == "subject" and roles.tree.is_relation(roles.token, "amod"))
    return any(_is_one(token, filling, roles.scene) for token in filled)


def _is_one(token: int, filling: Filling, scene: Scene) -> bool:
    """Tell whether a noun is of one of the classes, or one of the words, that may fill a role."""
    _, names, words_of = filling
    if "*" in names or not names.isdisjoint(scene.classes(token)):
        return True
    if words_of and any(not words_of.isdisjoint(scene.forms(t)) for t in scene.named_by(token)):
        return True
    return not names.isdisjoint(OF_WORDS) and any(
        n in names and is_such(scene, token) for n, is_such in OF_WORDS.items()
    )


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


def _is_name(scene: Scene, token: int) -> bool:
    """Tell whether a word is the name of somebody or something of which nothing is known."""
    return scene.parse.universal[token] == "PROPN" and scene.is_unknown(token)


def _brings_supplies(scene: Scene, token: int) -> bool:
    """Tell whether a noun is a thing by which goods come that people need: "water pipes", "a fuel depot"."""
    return any("supply" in scene.classes(c) for c in scene.tree.children(token, "compound"))


def _is_in_time(scene: Scene, token: int) -> bool:
    return token in scene.time_tokens


OF_WORDS: dict[str, Callable[[Scene, int], bool]] = {
    "force": Scene.is_armed,
    "timex": _is_in_time,
    "unknown": Scene.is_unknown,
    "name": _is_name,
    "plural": _is_plural,
    "some": _is_some_building,
    "supplying": _brings_supplies,
}


def _has_case(filling: Filling, roles: Roles) -> bool:
    return roles.tree.case(roles.token) in filling.names or roles.tree.case(roles.clause) in filling.names


def _has_modifier(filling: Filling, roles: Roles) -> bool:
    return any(roles.scene.lemma(c) in filling.names for c in roles.tree.children(roles.token, *MODIFIERS))


def _has_governor(filling: Filling, roles: Roles) -> bool:
    return any(roles.scene.lemma(t) in filling.names for t in list(roles.tree.ancestors(roles.token))[:2])


def _has_doer(filling: Filling, roles: Roles) -> bool:
    """Tell whether such a one acts in the clause that the word stands in: "*gunmen* killed nine in a raid"."""
    above = list(roles.tree.ancestors(roles.token))[:2]
    subjects = [c for t in above for c in roles.tree.children(t, "nsubj")]
    return any(_is_one(t, filling, roles.scene) for t in subjects)


def _has_form(filling: Filling, roles: Roles) -> bool:
    names, token, tags = filling.names, roles.token, roles.scene.parse.tags
    if "plural" in names and tags[token] in {"NNS", "NNPS"} and not is_definite(roles.scene, token):
        return True
    if "root" in names and roles.scene.parse.heads[token] == token:
        return True
    if "modified" in names and roles.tree.child(token, "amod", "compound", "nmod") is not None:
        return True
    return not names.isdisjoint(roles.scene.forms(token))


def _has_particle(filling: Filling, roles: Roles) -> bool:
    beside = roles.tree.children(roles.clause, "compound", "advmod")
    return any(not filling.names.isdisjoint(roles.scene.forms(c)) for c in beside)


def _has_clause(filling: Filling, roles: Roles) -> bool:
    """Tell whether a clause under the verb opens with such a word, or has it as a particle: "prevent them *from reaching* it"."""
    clauses = roles.tree.children(roles.clause, "advcl", "xcomp", "acl", "obl")
    opening = (c for clause in clauses for c in roles.tree.children(clause, *CLAUSE_WORDS))
    return any(roles.scene.lemma(c) in filling.names for c in opening)


def _makes_do(filling: Filling, roles: Roles) -> bool:
    """Tell whether somebody is made to do a thing: the infinitive under the verb, or one joined to it ("made to *kneel*")."""
    does = roles.tree.children(roles.clause, "xcomp", "ccomp", "advcl")
    joined = [other for verb in does for other in roles.tree.children(verb, "conj")]
    return any(not filling.names.isdisjoint(roles.scene.forms(verb)) for verb in (*does, *joined))


def _is_joined(filling: Filling, roles: Roles) -> bool:
    """Tell whether a verb is joined to this one: "took a house and *used* it"."""
    joined = roles.tree.children(roles.clause, "conj")
    return any(not filling.names.isdisjoint(roles.scene.forms(verb)) for verb in joined)


def _is_within(filling: Filling, roles: Roles) -> bool:
    """Tell whether an event noun stands under a (light) verb, or, for any other name, whether such a thing follows "within"."""
    if any(roles.is_within(light) for light in filling.names & {"light", "any"}):
        return True
    return any(_is_one(token, filling, roles.scene) for token in roles.fill("within"))


def _is_denied(_filling: Filling, roles: Roles) -> bool:
    """Tell whether the clause, its object or its subject is negated: "had no food", "there was no fuel"."""
    tree = roles.tree
    spots = [roles.token, roles.clause, *tree.children(roles.clause, "obj", "nsubj"), *_above_able(roles)]
    return any(tree.is_negated(t) or roles.scene.lemma(t) in NO_WORDS for t in spots)


def _above_able(roles: Roles) -> list[int]:
    """Return the word of being able or allowed above an infinitive, and who is: "*no trucks* have been *able* to enter"."""
    above = roles.scene.parse.heads[roles.clause]
    is_open = roles.tree.is_relation(roles.clause, "xcomp") and roles.scene.lemma(above) in ENABLING
    return [above, *roles.tree.children(above, "nsubj")] if is_open else []


def _is_there(_filling: Filling, roles: Roles) -> bool:
    """Tell whether the clause says that something is there ("there was")."""
    there = roles.tree.children(roles.clause, "expl")
    return any(roles.scene.parse.words[token].casefold() == "there" for token in there)


def _describes(filling: Filling, roles: Roles) -> bool:
    """Tell whether the word only describes a noun, and one of that sort ("the occupied town")."""
    is_only = roles.tree.is_relation(roles.token, "amod")
    return is_only and _is_one(roles.scene.parse.heads[roles.token], filling, roles.scene)


def _counts_aircraft(_filling: Filling, roles: Roles) -> bool:
    """Tell whether what is lost is a bare number of the aircraft named before ("the loss of two")."""
    return any(is_of_aircraft(roles.scene, token) for token in roles.fill("object"))


LITERAL: dict[str, Callable[[Filling, Roles], bool]] = {
    "case": _has_case,
    "adj": _has_modifier,
    "governor": _has_governor,
    "doer": _has_doer,
    "form": _has_form,
    "has": _has_particle,
    "clause": _has_clause,
    "does": _makes_do,
    "joined": _is_joined,
    "within": _is_within,
    "negated": _is_denied,
    "there": _is_there,
    "describes": _describes,
    "aircraft": _counts_aircraft,
}
