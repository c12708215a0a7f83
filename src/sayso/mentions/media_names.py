"""Which names are those of agencies, papers and broadcasters that the tables know?"""

from functools import cache
from itertools import chain

from sayso.lexicons import read_csv
from sayso.mentions.countries import key_of


@cache
def agencies() -> frozenset[str]:
    """Return the names of sources and publishers, as tables compare them."""
    rows = chain(read_csv("sources"), read_csv("publishers"))
    return frozenset(key_of(name) for row in rows for name in (row["name"], *row["aliases"].split(";")) if name)
