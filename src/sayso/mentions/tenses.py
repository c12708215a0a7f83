"""In which tense is the clause of a word?"""

from sayso.mentions.lines import Line

_FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})


def find_tense(line: Line, token: int) -> str:
    """Return past, perfect, present or future, by the auxiliaries of the nearest verb above the token."""
    verb = _verb_above(line, token)
    if verb is None:
        return "present"
    helpers = line.tree.children(verb, "aux", "cop")
    words = {line.word(helper) for helper in helpers}
    if words & _FUTURE:
        return "future"
    if words & {"have", "has", "'ve", "’ve"}:
        return "perfect"
    tags = {line.parse.tags[verb], *(line.parse.tags[helper] for helper in helpers)}
    return "past" if tags & {"VBD"} or line.parse.tags[verb] == "VBN" else "present"


def _verb_above(line: Line, token: int) -> int | None:
    if line.universal(token) == "VERB":
        return token
    for above in line.tree.ancestors(token):
        if line.universal(above) == "VERB" or line.tree.child(above, "cop") is not None:
            return above
    return None
