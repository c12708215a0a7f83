"""Which event type of ACLED holds a sub-event type?"""

from collections.abc import Mapping
from functools import cache

from sayso.lexicons import read_toml


@cache
def read_event_types() -> Mapping[str, str]:
    """Return the event type of every sub-event type, as ACLED's own list has them."""
    return {name: event for event, names in read_toml("acled")["types"].items() for name in names}
