"""Which phrases bear a proper name, a person's or a body's?"""

from functools import cache

from sayso.lexicons import read_toml
from sayso.lexicons.states import find_demonym
from sayso.reference.phrase_runs import GLUE, Phrase, find_modifiers, find_sex, name_words, role_table
from sayso.reference.scenes import Run, Scene


def read_name(scene: Scene, token: int, run: Run) -> Phrase | None:
    """Read a phrase with a proper name: a person's, or a body's when its words or its label say so."""
    first = run[1]
    while first > run[0] and (
        scene.parse.universal[first - 1] in {"PROPN", "X"} or scene.parse.words[first - 1] in GLUE
    ):
        first -= 1
    while first < run[1] and (
        scene.is_mark(first) or scene.word(first) in role_table("titles") or find_demonym(scene.word(first))
    ):
        first += 1
    if first >= run[1] or token in scene.toponym_tokens:
        return None
    words = name_words(scene, (first, run[1]))
    is_title = scene.tree.sentence(token) in scene.titles and token not in scene.labels
    if is_title or _time_words().issuperset(words):
        return None
    labels = {scene.labels.get(t) for t in range(first, run[1])}
    roles = [t for t in range(run[0], first) if scene.lemma(t) in role_table("persons")] + _apposed_roles(scene, token)
    is_body = not roles and ("ORGANIZATION" in labels or scene.word(run[0]) == "the")
    if is_body or _body_words() & set(words):
        return _read_body(scene, token, run, first)
    if "PERSON" not in labels and not roles and len(words) < 2 and not scene.says(token, run[1]):
        return Phrase(head=token, run=run, kind=None, name=words)
    role = scene.lemma(roles[0]) if roles else None
    return Phrase(
        head=token,
        run=run,
        kind="person",
        name=words,
        role=role,
        modifiers=find_modifiers(scene, run, first),
        sex=find_sex(scene, run),
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
def _time_words() -> frozenset[str]:
    table = read_toml("time")
    return frozenset({*table["weekdays"], *table["months"]})


@cache
def _body_words() -> frozenset[str]:
    return frozenset(word for row in read_toml("source_roles")["bodies"] for word in row["words"])


def _apposed_roles(scene: Scene, token: int) -> list[int]:
    apposed = scene.tree.children(token, "appos", "list")
    return [c for c in apposed if scene.lemma(c) in role_table("persons")]
