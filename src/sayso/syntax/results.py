"""In which state did a deed leave somebody? "Was shot dead Wednesday night": it was no dead night."""

from dataclasses import replace

from sayso.lexicons import read_toml
from sayso.model.parses import Parse

_STATES = frozenset({"dead", "alive"})


def mend_results(parse: Parse) -> Parse:
    """Return the parse in which "dead" right behind a verb is its outcome, and describes no day or night behind it."""
    heads, relations = list(parse.heads), list(parse.relations)
    for first, last in parse.sentences:
        for state in range(first + 1, last):
            head = parse.heads[state]
            is_state = parse.words[state].casefold() in _STATES and parse.relations[state] == "amod"
            is_described = is_state and state < head < last
            if is_described and parse.universal[state - 1] == "VERB" and _are_times(parse, state + 1, head + 1):
                heads[state], relations[state] = state - 1, "xcomp"
    return replace(parse, heads=tuple(heads), relations=tuple(relations))


def _are_times(parse: Parse, first: int, last: int) -> bool:
    table = read_toml("time")
    known = {*table["weekdays"], *table["parts"]}
    return all(word.casefold() in known for word in parse.words[first:last])
