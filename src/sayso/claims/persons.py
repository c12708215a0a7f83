"""Whom does a claim of harm tell of one by one, without a number: "killed a policeman"?"""

from collections.abc import Iterator, Sequence
from functools import cache

from sayso.claims.measures import find_joined, measure_of
from sayso.claims.roles import Roles
from sayso.claims.scenes import Scene
from sayso.claims.sightings import Sighting
from sayso.lexicons import read_csv, read_toml, read_words
from sayso.model.claims import ClaimFigure
from sayso.model.kinds import Bound, Measure, Scope

NEUTRAL = read_toml("measures")["neutral"]
LABELS = read_words("measures", "labels")
BESIDE = read_words("measures", "beside")
COUPLES: dict[str, int] = read_toml("measures")["couples"]
SINGULAR_VERBS = read_words("measures", "singular_verbs")
SEVERAL, SINGLE_PRONOUNS = read_words("measures", "several"), read_words("measures", "single_pronouns")
NO_PERSON = read_words("measures", "no_person")
HARM = frozenset({Measure.FATALITIES, Measure.INJURED})
BEARERS = frozenset({"people", "person", "force"})
DASHES = frozenset({"-", "–", "—", "|"})
SINGULAR = frozenset({"NN", "NNP"})


def find_persons(scene: Scene, sighting: Sighting, figures: Sequence[ClaimFigure]) -> tuple[ClaimFigure, ...]:
    """Return one count of one for each single person that a claim says was killed or hurt; a couple counts two.

    A person is a noun in the singular, a personal name or "he" and "she", where no number counts it; a body of
    people ("a crowd") is none. Beside a number only those count that are joined to it ("four children and a woman").
    The count is made by rule: no number is written.
    """
    what = _measure(scene, sighting)
    if what not in HARM or sighting.count is not None:
        return ()
    told = _find_victims(scene, sighting)
    beside = (t for token in told for t in (token, *scene.tree.children(token, "conj")))
    victims = dict.fromkeys([*beside, *_find_behind_state(scene, sighting, told)])
    counted = any(figure.what is what for figure in figures)
    singles = (t for t in victims if is_single(scene, t) and (not counted or _is_joined(scene, t)))
    # "Left" does no harm by itself: what it left somebody stands behind him.
    is_open = measure_of(scene, sighting.token) is None
    found = tuple(_count(scene, token, (is_open and _own_harm(scene, token)) or what) for token in singles)
    if found or counted or not _is_of_one(scene, sighting):
        return found
    return (_count(scene, sighting.clause, what),)


def _find_behind_state(scene: Scene, sighting: Sighting, victims: Sequence[int]) -> Iterator[int]:
    """Yield those whom the parse joins to the state of the first: "left a boy *dead* and a woman injured"."""
    tree = scene.tree
    states = [*tree.children(sighting.clause, "xcomp"), *(t for v in victims for t in tree.children(v, "amod", "acl"))]
    for joined in (t for state in states if measure_of(scene, state) in HARM for t in tree.children(state, "conj")):
        yield from (joined, *tree.children(joined, "nsubj"))


def _own_harm(scene: Scene, token: int) -> Measure | None:
    """Return what the word right behind a person says was done to it: "left a boy dead and *a woman injured*"."""
    told = (measure_of(scene, t) for t in range(token + 1, min(token + 2, len(scene.parse))))
    return next((what for what in told if what in HARM), None)


def _is_of_one(scene: Scene, sighting: Sighting) -> bool:
    """Tell whether a verb's own number says that one was harmed ("... was shot dead"), whatever its subject was taken for."""
    clause = sighting.clause
    if sighting.token != clause or scene.helping(clause).isdisjoint(SINGULAR_VERBS) or scene.tree.is_negated(clause):
        return False
    subject = scene.tree.subject(clause)
    if scene.tree.child(clause, "obj") is not None:
        return False
    if subject is None:
        return True
    is_body = (
        not set(scene.forms(subject)).isdisjoint(SEVERAL) or subject in scene.figure_at or _is_no_person(scene, subject)
    )
    determiners = {scene.lemma(t) for t in _before(scene, subject)}
    return not is_body and scene.parse.tags[subject] in SINGULAR and determiners.isdisjoint(SEVERAL)


def _find_victims(scene: Scene, sighting: Sighting) -> Sequence[int]:
    """Return those a claim says were harmed; of two verbs the second may hold them ("shot and killed a trader")."""
    roles = Roles(scene, sighting.token, sighting.clause)
    filled = roles.fill("subject" if sighting.frame.target == ("subject",) else "object")
    found = [t for t in filled if not _is_behind_dash(scene, sighting.token, t)]
    joined = find_joined(scene, sighting.clause)
    return found or [t for verb in joined for t in Roles(scene, verb, verb).fill("object")]


def _is_behind_dash(scene: Scene, token: int, victim: int) -> bool:
    """Tell whether a dash parts a noun from the verb before it, as in a heading that closes on its outlet's name."""
    dashes = (t for t in range(token + 1, min(token + 3, victim)) if scene.parse.words[t] in DASHES)
    return any(
        scene.parse.ends[t - 1] < scene.parse.starts[t] and scene.parse.ends[t] < scene.parse.starts[t + 1]
        for t in dashes
    )


def _measure(scene: Scene, sighting: Sighting) -> Measure | None:
    """Return what was done to the persons: by the word itself, by its row, or by a verb joined to it."""
    joined = (measure_of(scene, t) for t in find_joined(scene, sighting.clause))
    own = measure_of(scene, sighting.token) or sighting.frame.measure
    return own or next((what for what in joined if what in HARM), None)


def _is_joined(scene: Scene, token: int) -> bool:
    """Tell whether "and" joins a person to somebody else whom a number counts, or "along with" adds such others."""
    above = scene.parse.heads[token]
    if any(scene.tree.case(t) in BESIDE and t in scene.figure_at for t in scene.tree.children(above, "obl", "nmod")):
        return True
    others = [t for t in scene.tree.conjuncts(token) if t != token]
    if scene.parse.universal[token] == "PROPN":
        # Names behind a number are those whom it counts: "three clerks, Tom Orr, Jan Bek and Ada Moor"; "and eight
        # more" are others.
        return any(t > token and t in scene.figure_at and scene.figure_at[t].is_additional for t in others)
    return any(scene.tree.child(t, "cc") is not None for t in (token, *others)) and any(
        t in scene.figure_at for t in others
    )


def is_single(scene: Scene, token: int) -> bool:
    """Tell whether a word means one person and no number counts it."""
    if token in scene.figure_at or token in scene.time_tokens:
        return False
    if scene.lemma(token) in SINGLE_PRONOUNS:
        return True
    if scene.parse.tags[token] not in SINGULAR or _is_no_person(scene, token) or _is_glued_number(scene, token):
        return False
    forms = set(scene.forms(token))
    if not forms.isdisjoint(SEVERAL) or any(scene.lemma(t) in SEVERAL for t in _before(scene, token)):
        return False
    classes = scene.classes(token)
    return bool(classes & BEARERS) or (not classes and _is_introduced(scene, token))


def _is_glued_number(scene: Scene, token: int) -> bool:
    """Tell whether a number stands glued to whom it counts: "100,000people"."""
    return scene.parse.words[token][0].isdigit()


def _is_no_person(scene: Scene, token: int) -> bool:
    """Tell whether a capital word is an outlet's name that stands beside the report, or a word of number in a heading."""
    inside = sorted((token, *scene.tree.children(token, "flat", "compound")))
    words = [scene.parse.words[t] for t in inside]
    _, last = scene.parse.sentences[scene.tree.sentence(token)]
    closes = inside[-1] + 1 >= last or scene.parse.words[inside[0] - 1] in DASHES
    is_person = any(first <= token < end and label == "PERSON" for first, end, label in scene.parse.names)
    is_name = words[0][:1].isupper() and (closes or not is_person)
    return (is_name and " ".join(words).casefold() in _outlets()) or words[-1].casefold() in NO_PERSON


@cache
def _outlets() -> frozenset[str]:
    names = (name for row in read_csv("publishers") for name in (row["name"], *row["aliases"].split(";")))
    return frozenset(name.casefold() for name in names if name)


def _is_introduced(scene: Scene, token: int) -> bool:
    """Tell whether a word that no list knows stands as a person may: a name, or behind an article."""
    return scene.parse.tags[token] == "NNP" or scene.tree.child(token, "det", "appos") is not None


def _before(scene: Scene, token: int) -> Iterator[int]:
    yield from scene.tree.children(token, "det", "amod", "nummod")


def _count(scene: Scene, token: int, what: Measure) -> ClaimFigure:
    word = scene.parse.words[token].casefold()
    is_plain = scene.parse.tags[token] == "NN" and word not in LABELS
    return ClaimFigure(
        span=scene.parse.span(token, token + 1),
        what=what,
        of_whom=str(NEUTRAL.get(word, word)) if is_plain else None,
        low=float(COUPLES.get(word, 1)),
        high=float(COUPLES.get(word, 1)),
        bound=Bound.EXACT,
        scope=Scope.INCIDENT,
        by_rule=True,
    )
