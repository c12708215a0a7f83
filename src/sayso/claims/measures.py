"""What does a word say that a number counts: the dead, the hurt, the displaced?"""

from collections.abc import Iterable, Iterator

from sayso.claims.scenes import Scene
from sayso.lexicons import read_toml
from sayso.model.kinds import Measure

MEASURES: dict[str, Measure] = {
    word: Measure(name) for name, listed in read_toml("measures")["measures"].items() for word in listed
}
PAIRS: tuple[tuple[frozenset[str], Measure], ...] = tuple(
    (frozenset(pair.split()), Measure(name)) for name, pairs in read_toml("measures")["pairs"].items() for pair in pairs
)

VERBS_ALONE = frozenset(read_toml("measures")["verbs_alone"])
NEAREST_JOINED = 3


def measure_of(scene: Scene, token: int) -> Measure | None:
    """Return what a word says a number counts, None when it says nothing of it."""
    if scene.lemma(token) in VERBS_ALONE and scene.parse.universal[token] == "NOUN":
        return None
    return next((MEASURES[form] for form in scene.forms(token) if form in MEASURES), None)


def find_joined(scene: Scene, verb: int) -> Iterator[int]:
    """Yield the verbs that share what a verb is done to: "attacked and killed 28 people"."""
    for other in scene.tree.children(verb, "conj"):
        if 0 < other - verb <= NEAREST_JOINED and scene.tree.child(other, "nsubj") is None:
            yield other


def measure_within(scene: Scene, tokens: Iterable[int]) -> Measure | None:
    """Return what two words together say a number counts: "driven from their homes", "living in shelters"."""
    said = {form for token in tokens for form in scene.forms(token)}
    return next((measure for pair, measure in PAIRS if pair <= said), None)
