"""Which nouns name a medium, or the office through which somebody speaks to the press, in whatever form they stand?"""

from sayso.attribution.pages import Page
from sayso.attribution.words import role_words

_OWNED = frozenset({"run", "owned", "controlled"})


def is_state_media(page: Page, tokens: list[int]) -> bool:
    """Tell whether the words name a medium of a state ("state television", "official media")."""
    media = {t for t in tokens if not role_words("state_media", "media").isdisjoint(forms_of(page, t))}
    media = {t for t in media if not is_press_unit(page, t + 1)}
    owners = {t for t in tokens if page.word(t) in role_words("state_media", "owners") | _OWNED}
    return any(t - 1 in owners or (t - 2 in owners and t - 1 in media | set(tokens)) for t in media)


def is_medium_noun(page: Page, token: int) -> bool:
    """Tell whether a word in lower case is a noun for a medium ("the Voice of Ulm *radio* station")."""
    is_known = not role_words("state_media", "media").isdisjoint(forms_of(page, token)) if page.word(token) else False
    return is_known and page.parse.words[token].islower()


def is_press_unit(page: Page, token: int) -> bool:
    """Tell whether a noun is the office through which somebody speaks to the press ("the army's media *office*")."""
    is_unit = page.word(token) in role_words("press_units")
    return is_unit and page.word(token - 1) in role_words("press_units", "before")


def forms_of(page: Page, token: int) -> tuple[str, ...]:
    """Return what a noun may stand under in the tables: lemma, word, word without a plural ending."""
    lemma, word = page.lemma(token), page.word(token)
    return (lemma, word, word[:-1]) if word.endswith("s") else (lemma, word)
