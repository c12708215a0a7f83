"""What is a party called that bears no name: persons without arms, or in arms of whom nobody tells whose they are?"""

from sayso.lexicons import read_toml, read_words
from sayso.model.mentions import ActorMention

CIVILIANS, PEOPLE = "civilians", "people"


def name_civilians(mention: ActorMention) -> str:
    """Return what unarmed persons are called: by what the case may turn on, else civilians."""
    head = mention.head.casefold()
    if head in read_words("bodies", "people"):
        return PEOPLE
    sorts = read_toml("bodies")["civilian_sorts"]
    return next((name for name, nouns in sorts.items() if head in nouns), CIVILIANS)


def find_own_words(mention: ActorMention, text: str) -> str | None:
    """Return what a report calls persons in arms whose side nobody tells ("gunmen", "tribal fighters"), else None."""
    table = read_toml("actors")["words"]
    words = mention.span.read(text)
    of_people = any(w[0].isupper() and w.endswith(tuple(table["of_peoples"])) for w in words.split()[:-1])
    own_words = {*table["own_words"], *(table["crafts"] if of_people else ())}
    if {mention.head.casefold(), (mention.labelled or "").casefold()}.isdisjoint(own_words):
        return None
    first = words.split()[0].casefold()
    # A capital at the head of a sentence is none of a name.
    is_common = first == words.casefold() or first in (*table["unaligned"], *table["own_words"], *table["doubted"])
    return words[:1].casefold() + words[1:] if is_common else words
