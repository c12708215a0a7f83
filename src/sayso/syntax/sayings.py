"""Which verbs are those of saying?"""

from functools import cache

from sayso.lexicons import read_toml


@cache
def sayings(takes: str) -> frozenset[str]:
    """Return the verbs of saying that take what the table of cues calls so: a clause, somebody who is told it, all behind them."""
    rows = read_toml("cues")["verbs"]
    return frozenset(word for row in rows if takes in row["takes"] for word in row["words"])
