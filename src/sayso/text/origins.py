"""How many independent origins are there?"""

from collections.abc import Iterable

from sayso.model.records import Origin


def count_origins(origins: Iterable[Origin]) -> tuple[int, int]:
    """Return the lower and upper bound of the number of independent origins.

    Upper: all that count. Lower: those that rest on none of the others. Where none counts (outlets' own
    mentions, things taken for granted) one is certain and each outlet may be another.
    """
    given = list(origins)
    counting = [origin for origin in given if origin.is_explicit]
    if not counting:
        return 1, max(1, len(given))
    ids = {origin.id for origin in counting}
    return max(1, sum(ids.isdisjoint(origin.draws_on) for origin in counting)), len(counting)
