"""Which letters may a file of markup hold?"""

import re

# What no XML may hold: control characters, halves of letters, and what Unicode keeps for itself.
_FORBIDDEN = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def keep_letters(words: str) -> str:
    """Return words with a mark in place of each letter that XML may not hold.

    >>> len(keep_letters(f"a{chr(0)}b")), chr(0) in keep_letters(chr(0))
    (3, False)
    """
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", words)
