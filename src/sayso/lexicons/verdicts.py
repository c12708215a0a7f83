"""How do words judge what somebody told? One table for parsing, attribution and claims."""

from collections.abc import Mapping
from functools import cache

from sayso.lexicons import read_toml
from sayso.model.kinds import Stance

# Words that call a thing false or overstated are listed with the nouns; a told word is called so too.
_ALSO_CALLED = {Stance.DENIES: "falsehoods", Stance.DOUBTS: "exaggerations"}


@cache
def read_verdicts(part: str) -> Mapping[str, Stance]:
    """Return for the words of a part of the table of verdicts ("called", "done", "not_done", "met", "nothing") how each judges."""
    found = {word: Stance(stance) for stance, words in read_toml("verdicts")[part].items() for word in words}
    if part == "called":
        lists = read_toml("noun_classes")["words"]
        found |= {word: stance for stance, key in _ALSO_CALLED.items() for word in lists[key]}
    return found
