"""What is the body called that somebody speaks for ("Karsovia's *defence ministry*")?"""

from sayso.attribution.kinds import body_word_kind, find_possessor
from sayso.attribution.media_words import forms_of
from sayso.attribution.pages import Page
from sayso.attribution.words import role_words
from sayso.model.mentions import Referent


def find_owner(page: Page, noun: int, around: list[int]) -> str | None:
    """Return the name of the body that somebody speaks for, as the words beside a dependent noun of role give it."""
    if role_words("dependent").isdisjoint(forms_of(page, noun)):
        return None
    known = next((page.body_at[t].body.name for t in around if t in page.body_at), None)
    if known is not None:
        return known
    named = next((t for t in around if page.parse.universal[t] == "PROPN" and body_word_kind(page.word(t))), None)
    if named is None:
        return _full_name(page, find_possessor(page, noun)) or _state_before(page, noun)
    first, last = named, named + 1
    while first - 1 in around and page.parse.words[first - 1][:1].isupper():
        first -= 1
    while last in around and (page.parse.words[last][:1].isupper() or _joins(page, last, around)):
        last += 1
    return page.text((first, last))


def _full_name(page: Page, referent: Referent | None) -> str | None:
    """Return the name of a body with whose it is where the text says that ("*Karsovia's* defence ministry")."""
    if referent is None or referent.name[:1].isupper():
        return referent.name if referent is not None else None
    last = referent.mentions[0][1]
    owner = page.tree.child(last - 1, "nmod:poss")
    is_named = owner is not None and page.parse.universal[owner] == "PROPN"
    return page.text((min(page.tree.subtree(owner)), last)) if owner is not None and is_named else referent.name


def _state_before(page: Page, noun: int) -> str | None:
    """Return the name before an apostrophe, of whatever is no person ("*Karsovia's* spokesman"): no person has a president."""
    owner = page.tree.child(noun, "nmod:poss")
    is_of_land = not role_words("of_lands").isdisjoint(forms_of(page, noun))
    is_body = is_of_land or (owner is not None and page.labels.get(owner) != "PERSON")
    is_name = owner is not None and page.parse.universal[owner] == "PROPN" and is_body
    return page.text(page.tree.run(owner, without=frozenset({"case"}))) if owner is not None and is_name else None


def _joins(page: Page, token: int, around: list[int]) -> bool:
    """Tell whether a small word goes on with a name ("Mission *for* Relief", "Farmers*'* Union")."""
    is_small = page.word(token) in {"of", "for", "and", "'", "’", "-"}
    return is_small and token + 1 in around and page.parse.words[token + 1][:1].isupper()
