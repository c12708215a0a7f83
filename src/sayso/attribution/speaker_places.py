"""Which noun stands where a speaker can, whatever the parse makes of it?"""

from sayso.attribution.candidates import beside, could_speak
from sayso.attribution.kinds import is_role
from sayso.attribution.pages import Page
from sayso.attribution.phrases import find_phrase
from sayso.attribution.tags import FINITE
from sayso.attribution.words import cue_words, role_words

_PHRASAL = frozenset({"NOUN", "PROPN", "ADJ", "DET", "ADP", "CCONJ", "PUNCT", "NUM", "VERB"})
_STOPS = frozenset({",", '"', "”", "''"})
_FAR = 14


def find_behind(page: Page, verb: int, *, is_strict: bool) -> int | None:
    """Return the noun right behind the verb, where the verb can stand before its subject: "said", others behind a comma."""
    is_behind = page.word(verb - 1) in _STOPS and page.parse.tags[verb] in {"VBD", "VBZ"}
    is_quoting = verb - 1 in page.quotation_at and verb not in page.quotation_at
    can_stand = is_strict or is_quoting or (is_behind and page.lemma(verb) in cue_words("inverting"))
    told = verb + (page.word(verb + 1) in cue_words("first_person"))
    noun = beside(page, told, 1) if can_stand and page.parse.tags[verb] != "VBG" else None
    return None if noun is None or (page.word(verb - 1) not in _STOPS and _goes_on(page, noun)) else noun


def _goes_on(page: Page, noun: int) -> bool:
    """Tell whether a noun behind "said" has a verb of its own: then it is spoken of ("the campaign said *the mayor would* go")."""
    after = find_phrase(page, noun)[1]
    while page.parse.universal[after : after + 1] == ("ADV",):
        after += 1
    return after < page.sentence(noun)[1] and is_finite(page, after)


def find_set_apart(page: Page, verb: int, subject: int | None) -> int | None:
    """Return the noun before a comma-bound insertion that ends right before the verb."""
    first, _ = page.sentence(verb)
    if subject is not None or verb - 1 <= first or page.parse.words[verb - 1] not in {",", ")", "—", "-"}:
        return None
    nouns = (
        t
        for t in range(first, verb - 2)
        if page.parse.universal[t] in {"NOUN", "PROPN"} and page.parse.words[t + 1] in {",", "(", "—", "-"}
    )
    return next((t for t in nouns if page.tree.case(t) is None and could_speak(page, t)), None)


def find_opening_person(page: Page, token: int, verb: int) -> int:
    """Return the person that opens the sentence where the noun before the verb only says of where ("a nurse at the clinic")."""
    first, _ = page.sentence(verb)
    person = first
    while person < token and page.parse.universal[person] in {"DET", "ADJ", "NUM", "ADV"}:
        person += 1
    if person >= token or token > verb or page.parse.universal[person + 1] != "ADP" or not is_person(page, person):
        return token
    between = range(person + 1, token)
    is_cut = any(is_finite(page, t) or page.parse.words[t] in {",", ";", ":"} for t in between)
    return token if is_cut or page.tree.is_below(person, token) or page.tree.is_below(token, person) else person


def find_before_place(page: Page, verb: int) -> int | None:
    """Return whom only words for a place part from a verb that ends its sentence, where commas are lost.

    "... on Monday *a monitor* and medics in the town said": of those joined by "and" the first.
    """
    start, last = page.sentence(verb)
    if any(not page.is_mark(t) for t in range(verb + 1, last)):
        return None
    found, token = None, verb - 1
    while (
        start <= token
        and verb - token < _FAR
        and page.parse.universal[token] in _PHRASAL
        and not is_finite(page, token)
    ):
        is_next = found is None or page.parse.universal[found[0] - 1] == "CCONJ"
        is_head = page.parse.universal[token] == "NOUN" and not page.tree.is_relation(token, "compound", "amod")
        if is_next and is_head and is_role(page, token):
            found = find_phrase(page, token)[0], token
        token -= 1
    return found[1] if found is not None else None


def is_person(page: Page, token: int) -> bool:
    """Tell whether a noun is a role of persons only, no body's."""
    return (
        page.parse.universal[token] == "NOUN"
        and is_role(page, token)
        and page.lemma(token) not in role_words("bodies_too")
    )


def is_finite(page: Page, token: int) -> bool:
    """Tell whether a word is a verb with a tense; an apostrophe with s after a noun is none, whatever the parse says."""
    return page.parse.tags[token] in FINITE and page.word(token) not in {"'s", "’s"}
