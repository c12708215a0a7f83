"""Which record does the beginning of an id mean?"""

from collections.abc import Iterable

from sayso.errors import UnknownIdError

_SHOWN = 4


def find_id(prefix: str, ids: Iterable[str], what: str) -> str:
    """Return the one id that begins with `prefix`; a whole id wins over longer ones.

    Raises:
        UnknownIdError: when none or several do.
    """
    found = sorted({identifier for identifier in ids if prefix and identifier.startswith(prefix)})
    if prefix in found:
        return prefix
    if not found:
        raise UnknownIdError(
            f"no {what} has an id that begins with {prefix!r}; ids are in the first column of the lists"
        )
    if len(found) > 1:
        some = ", ".join(found[:_SHOWN]) + (", ..." if len(found) > _SHOWN else "")
        raise UnknownIdError(f"{prefix!r} begins {len(found)} ids ({some}); give more of it")
    return found[0]
