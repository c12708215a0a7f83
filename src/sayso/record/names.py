"""Is this the name that somebody typed? Case, accents, articles and transliteration are passed over."""

from collections.abc import Iterable

from sayso.text.spellings import bare, spelling_key


def is_named(wanted: str, names: Iterable[str | None]) -> bool:
    """Tell whether one of the names is the wanted one, in whatever spelling.

    >>> is_named("khaldiyeh", ["Al-Khalidiya"])
    True
    """
    return any(bare(name) == bare(wanted) or spelling_key(name) == spelling_key(wanted) for name in names if name)
