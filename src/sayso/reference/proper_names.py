"""Which phrases bear a proper name, a person's or a body's?"""

from functools import cache

from sayso.lexicons import read_csv, read_toml
from sayso.lexicons.nouns import joins_name
from sayso.lexicons.states import find_demonym
from sayso.reference.phrase_runs import GLUE, Phrase, find_modifiers, find_sex, head_kinds, name_words, role_table
from sayso.reference.scenes import Run, Scene
from sayso.text.ages import stands_before_age

_SHORTEST = 3


def read_name(scene: Scene, token: int, run: Run) -> Phrase | None:
    """Read a phrase with a proper name: a person's, or a body's when its words or its label say so."""
    run = _without_office(scene, run)
    first = run[1]
    while first > run[0] and (
        scene.parse.universal[first - 1] in {"PROPN", "X"}
        or (first == run[1] and _is_short_name(scene, token))
        or scene.parse.words[first - 1] in GLUE
        or joins_name(scene.parse.words[first - 2], scene.parse.words[first - 1])
    ):
        first -= 1
    if first == run[1]:
        return None
    while first < run[1] and (
        scene.is_mark(first) or scene.word(first) in role_table("titles") or find_demonym(scene.word(first))
    ):
        first += 1
    words = name_words(scene, (first, run[1]))
    is_surname = len(words) == 1 and words[0] in scene.surnames
    is_place = token in scene.toponym_tokens and not is_surname
    if first >= run[1] or is_place or _is_glued(scene, first) or _is_called_a_place(scene, first):
        return None
    is_title = scene.tree.sentence(token) in scene.titles and token not in scene.labels
    if is_title or _time_words().issuperset(words):
        return None
    labels = {scene.labels.get(t) for t in range(first, run[1])}
    roles = [t for t in range(run[0], first) if scene.lemma(t) in role_table("persons")] + _apposed_roles(scene, token)
    is_body = not (roles or is_surname) and (
        "ORGANIZATION" in labels or scene.word(run[0]) == "the" or scene.is_outlet(words)
    )
    if is_body or (not is_surname and _body_words() & set(words)):
        return _read_body(scene, token, run, first)
    is_somebody = (
        "PERSON" in labels
        or roles
        or len(words) > 1
        or scene.says(token, run[1])
        or stands_before_age(scene.word, run[1])
    )
    if not is_somebody:
        return Phrase(head=token, run=run, kind=None, name=words)
    role = scene.lemma(roles[0]) if roles else None
    sex = find_sex(scene, run)
    is_titled = first > 0 and scene.word(first - 1) in role_table("titles")
    is_known = words[-1] in _surnames_of_holders()
    is_brought_in = bool(roles or sex or is_titled or is_known or len(words) > 1) or stands_before_age(
        scene.word, run[1]
    )
    return Phrase(
        head=token,
        run=run,
        kind="person",
        name=words,
        role=role,
        modifiers=find_modifiers(scene, run, first),
        sex=sex,
        is_brought_in=is_brought_in,
    )


def _is_short_name(scene: Scene, token: int) -> bool:
    """Tell whether a noun in capitals behind "the" is the short name of a body that the parse took for a thing ("the *BAC*")."""
    word = scene.parse.words[token]
    is_capital = word.isalpha() and word.isupper() and len(word) >= _SHORTEST
    is_behind = scene.word(token - 1) == "the" or scene.word(token - 2) == "the"
    return (
        is_capital
        and is_behind
        and scene.lemma(token) not in head_kinds()
        and not scene.parse.words[token - 1].isupper()
    )


def _without_office(scene: Scene, run: Run) -> Run:
    """Return a phrase without the body behind a person's name ("*Mira Holt* of the Union")."""
    of = next((t for t in range(run[0] + 2, run[1]) if scene.parse.universal[t] == "ADP"), None)
    is_person = of is not None and all(scene.labels.get(t) == "PERSON" for t in (of - 2, of - 1))
    return (run[0], of) if of is not None and is_person else run


def _is_called_a_place(scene: Scene, first: int) -> bool:
    """Tell whether "of" and a noun for a place bring a name in ("the town of *Osk*")."""
    return scene.word(first - 1) == "of" and scene.word(first - 2) in read_toml("references")["introduced"]


def _is_glued(scene: Scene, first: int) -> bool:
    """Tell whether a hyphen glues a name to the word before it: then it is only the end of one ("In-*Ouk*")."""
    is_mark = first > 1 and scene.parse.words[first - 1] in GLUE
    return (
        is_mark
        and scene.parse.ends[first - 2] == scene.parse.starts[first - 1]
        and scene.parse.ends[first - 1] == scene.parse.starts[first]
    )


def _read_body(scene: Scene, token: int, run: Run, first: int) -> Phrase:
    """Read the name of a body that begins at a token, over "of" and "for" before further capitals."""
    last = run[1]
    while (step := _joined_name(scene, last)) > last:
        last = step
    while first > run[0] and scene.parse.words[first - 1][:1].isupper() and scene.parse.universal[first - 1] != "DET":
        first -= 1
    words = name_words(scene, (first, last))
    return Phrase(
        head=token,
        run=(run[0], last),
        kind="organization",
        name=words,
        modifiers=find_modifiers(scene, run, first),
        is_definite=scene.word(run[0]) == "the",
        role=scene.word(token),
    )


def _joined_name(scene: Scene, token: int) -> int:
    """Return where a name ends that goes on at a token with "of" or "for" and a capital, else the token itself."""
    if scene.word(token) not in {"of", "for"}:
        return token
    last = token + 1 + (scene.word(token + 1) == "the")
    start = last
    while last < len(scene.parse) and scene.parse.words[last][:1].isupper() and not scene.is_mark(last):
        last += 1
    return last if last > start else token


@cache
def _surnames_of_holders() -> frozenset[str]:
    """Return the last names of those who hold public office, whom reports bring in by these alone."""
    return frozenset(row["name"].casefold().split()[-1] for row in read_csv("office_holders"))


@cache
def _time_words() -> frozenset[str]:
    table = read_toml("time")
    return frozenset({*table["weekdays"], *table["months"]})


@cache
def _body_words() -> frozenset[str]:
    return frozenset(word for row in read_toml("source_roles")["bodies"] for word in row["words"])


def _apposed_roles(scene: Scene, token: int) -> list[int]:
    apposed = scene.tree.children(token, "appos", "list")
    return [c for c in apposed if scene.lemma(c) in role_table("persons")]
