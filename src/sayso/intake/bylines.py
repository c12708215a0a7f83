"""Who wrote the article, as the page prints it?"""

import re

from sayso.intake.publishers import Publishers
from sayso.lexicons import read_words

_NAME = r"[^\W\d_a-z][\w’'-]*\.?"
_PEOPLE = rf"{_NAME}(?: (?:al|el|bin|ibn|de|van|von|da|dos|del|abu|{_NAME})){{0,4}}"
_WHERE = rf"(?: (?:in|from) {_NAME}(?: {_NAME}){{0,3}}(?:, {_NAME}(?: {_NAME}){{0,2}})?)"
_LIST = rf"{_PEOPLE}{_WHERE}?(?:(?:, | and | & |, and ){_PEOPLE}{_WHERE}?){{0,4}}"
_OPENING = re.compile(r"(?:written |posted |reported |words |text |story )?by:? ", re.IGNORECASE)
_BY_LINE = re.compile(rf"{_LIST}(?:[,|–—-]{{1,2}} ?[\w .’'&-]{{2,40}})?")
_IN_PLACE = re.compile(rf"{_PEOPLE}{_WHERE}(?: and {_PEOPLE}{_WHERE})?")
_ALONE = re.compile(rf"{_NAME}(?: (?:al|el|bin|ibn|de|van|von|da|{_NAME})){{1,3}}(?: and {_NAME}(?: {_NAME}){{1,3}})?")
_LONGEST = 140


def is_byline(line: str) -> bool:
    """Tell whether a line opens with "By" and holds only names, places and roles.

    >>> is_byline("By Ada Lovel and Sami Deru"), is_byline("By nightfall the town was empty")
    (True, False)
    """
    opening = _OPENING.match(line)
    if opening is None or len(line) > _LONGEST or line.endswith((".", "!", "?")):
        return False
    return bool(_BY_LINE.fullmatch(line, opening.end())) or _has_role(line)


def could_be_byline(line: str, publishers: Publishers) -> bool:
    """Tell whether a line between headline and article could name its writer or agency without "By"."""
    if len(line) > _LONGEST:
        return False
    if publishers.named(line) is not None or _IN_PLACE.fullmatch(line):
        return True
    return bool(_ALONE.fullmatch(line)) and len(line.split()) <= 7


def read_byline(line: str) -> str:
    """Return the names of a byline, without "By"."""
    opening = _OPENING.match(line)
    return line[opening.end() :].strip() if opening else line


def _has_role(line: str) -> bool:
    words = line.casefold()
    return len(words.split()) <= 10 and any(words.endswith(role) for role in read_words("page_heads", "byline_roles"))
