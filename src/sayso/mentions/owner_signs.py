"""Is a name that of what owns, or is the place of, what only places own or are the place of?"""

from sayso.mentions.names import Chunk, is_named_by_adjective
from sayso.mentions.place_words import words


def owns_place(chunk: Chunk) -> bool:
    """Tell whether the name owns a part of a town that has a name ("Marn's Lower Town"), or what only towns own."""
    line = chunk.line
    if line.word(chunk.last) != "'s":
        return False
    is_towns = line.parse.relations[chunk.head] == "nmod:poss" and _lemma_above(chunk) in words("owned_by_places")
    return is_towns or is_named_by_adjective(line, chunk.last + 1)


def names_event(chunk: Chunk) -> bool:
    """Tell whether an event or a garrison is called by the name ("the Marn offensive")."""
    line = chunk.line
    is_called = line.tree.is_relation(chunk.head, "compound") and line.parse.heads[chunk.head] == chunk.last
    return is_called and line.word(chunk.first - 1) == "the" and _lemma_above(chunk) in words("called_by_places")


def _lemma_above(chunk: Chunk) -> str:
    return chunk.line.parse.lemmas[chunk.line.parse.heads[chunk.head]].casefold()
