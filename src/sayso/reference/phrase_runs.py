"""Which words make up a noun phrase, and what do they tell of whom it means?"""

from dataclasses import dataclass
from functools import cache

from sayso.lexicons import read_toml
from sayso.reference.scenes import Run, Scene

_APART = frozenset(
    {
        "acl",
        "appos",
        "parataxis",
        "punct",
        "cc",
        "conj",
        "advcl",
        "dep",
        "obl",
        "ccomp",
        "advmod",
        "list",
        "nmod",
        "case",
    }
)
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
GLUE = frozenset({"-", "‑", "'", "’", "–"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A noun phrase as far as reference asks: its head, its run, and what it could mean.

    `kind` is person, organization, group or source (a text or unnamed source, which may be called "it"); None
    for a pronoun. `name` are the words of a proper name in it, `modifiers` the other words before the head. `is_brought_in` is
    false only of a person by a name of one word without a title, an age or what he is.
    """

    head: int
    run: Run
    kind: str | None
    name: tuple[str, ...] = ()
    key: str | None = None
    role: str | None = None
    modifiers: frozenset[str] = frozenset()
    sex: str | None = None
    is_definite: bool = False
    is_pronoun: bool = False
    is_brought_in: bool = True


@cache
def role_table(table: str, key: str = "words") -> frozenset[str]:
    """Return a list of words of `source_roles.toml`."""
    return frozenset(read_toml("source_roles")[table][key])


@cache
def head_kinds() -> dict[str, str]:
    """Return what sort of voice a noun means."""
    return {noun: kind for kind, nouns in read_toml("source_roles")["heads"].items() for noun in nouns}


@cache
def pronouns() -> dict[str, dict[str, object]]:
    """Return what each pronoun may stand for."""
    return dict(read_toml("references")["pronouns"])


@cache
def _sexes() -> dict[str, str]:
    return {word: sex for sex, words in read_toml("references")["sexes"].items() for word in words}


def find_run(scene: Scene, token: int) -> Run:
    """Return the run of a phrase: its modifiers and name, up to a comma; what the parse cut off a name is added."""
    first, last = scene.tree.run(token, without=_APART)
    last = next((t for t in range(token + 1, last) if scene.parse.words[t] in {",", ";", ":"}), last)
    while first > 0 and _is_owner(scene, first - 1, token):
        first -= 1
    while first > 0 and scene.parse.universal[first] == "PROPN" and is_cut_off(scene, first - 1, token):
        first -= 1
    while last < len(scene.parse) and _is_name_tail(scene, last):
        last += 1
    while first < token and scene.is_mark(first) and scene.parse.words[first] not in {"(", "["}:
        first += 1
    return first, last


def _is_owner(scene: Scene, token: int, head: int) -> bool:
    return scene.parse.heads[token] == head and scene.parse.relations[token].startswith("nmod:poss")


def is_cut_off(scene: Scene, token: int, head: int) -> bool:
    """Tell whether a name was read as a subject of its own beside the rest of it ("Colonel Ivo", "Lenz")."""
    is_name = scene.parse.universal[token] == "PROPN" and token not in scene.toponym_tokens
    first = scene.parse.heads[token] if scene.parse.relations[token] == "flat" else token
    same = (
        scene.parse.heads[first] == scene.parse.heads[head]
        and scene.parse.relations[first] == scene.parse.relations[head]
    )
    return is_name and same


def _is_name_tail(scene: Scene, token: int) -> bool:
    """Tell whether the name goes on: a flat part, or a hyphen glued before one."""
    if scene.parse.relations[token] == "flat" and scene.parse.universal[token] == "PROPN":
        return True
    follows = token + 1 < len(scene.parse) and scene.parse.relations[token + 1] == "flat"
    return scene.parse.words[token] in GLUE and follows and scene.parse.starts[token] == scene.parse.ends[token - 1]


def name_words(scene: Scene, run: Run) -> tuple[str, ...]:
    """Return the words of a name in lower case, without articles and marks."""
    return tuple(
        scene.word(t) for t in range(*run) if not scene.is_mark(t) and scene.word(t) not in {"the", "'s", "’s"}
    )


def find_modifiers(scene: Scene, run: Run, last: int) -> frozenset[str]:
    """Return the lemmas of the words of a phrase before a token, articles and "same" left out."""
    return (
        frozenset(scene.lemma(t) for t in range(run[0], last) if not scene.is_mark(t)) - DEFINITE - {"a", "an", "same"}
    )


def find_sex(scene: Scene, run: Run) -> str | None:
    """Return the sex that a word of the phrase tells, or None."""
    return next((_sexes()[scene.word(t)] for t in range(*run) if scene.word(t) in _sexes()), None)
