"""Do words tell something as happening now?"""

from functools import cache

from sayso.lexicons import read_words


def tell_now(before: str) -> bool:
    """Tell whether words end with a verb of happening in the present.

    >>> tell_now("The talks come"), tell_now("The talks came")
    (True, False)
    """
    return f" {' '.join(before.casefold().split())}".endswith(_verbs())


@cache
def _verbs() -> tuple[str, ...]:
    return tuple(f" {phrase}" for phrase in sorted(read_words("dating", "happening_now")))
