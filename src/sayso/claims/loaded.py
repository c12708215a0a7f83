"""Which words of a claim take a side?"""

from sayso.claims.scenes import Scene
from sayso.lexicons import read_words
from sayso.model.spans import Span


def find_loaded(scene: Scene, run: tuple[int, int]) -> tuple[Span, ...]:
    """Return the partisan words among the tokens `[first, last)`; they are shown, and decide nothing."""
    partisan = read_words("loaded_words", "words")
    return tuple(scene.parse.span(t, t + 1) for t in range(*run) if scene.parse.words[t].casefold() in partisan)
