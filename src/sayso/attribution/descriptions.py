"""What do the words of one phrase say of a source?"""

from dataclasses import dataclass

from sayso.attribution.pages import Page
from sayso.attribution.words import role_words
from sayso.lexicons.states import find_demonym, find_state
from sayso.model.kinds import VoiceKind

PRONOUN, DESCRIBED, NAMED, KNOWN = range(4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What the words of one phrase say of a source; `rank` tells how much they tell: pronoun to known body."""

    name: str
    kind: VoiceKind
    rank: int
    people: str | None = None
    role: str | None = None


def find_people(page: Page, tokens: list[int]) -> str | None:
    """Return the country that the words name by itself or its people ("Jordanian spokesman").

    One that has only put somebody there is not his: "*Russia*-installed officials".
    """
    for token in tokens:
        if page.parse.words[token][:1].isupper() and not _is_behind_others(page, token):
            word = page.word(token)
            country = find_demonym(word) or find_state(word) or (find_state(word[:-1]) if word[-1:] == "s" else None)
            if country:
                return country
    return None


def _is_behind_others(page: Page, token: int) -> bool:
    """Tell whether a hyphen and "installed", "backed" or the like make a country the patron of those spoken of."""
    return page.word(token + 1) in {"-", "‑"} and page.word(token + 2) in role_words("patrons")
