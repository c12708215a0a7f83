"""Which noun could be somebody who says something?"""

from sayso.attribution.kinds import is_role
from sayso.attribution.pages import Page
from sayso.attribution.words import cue_verbs, cue_words, role_words
from sayso.lexicons.nouns import is_people
from sayso.lexicons.states import find_state

_FAR = 14
_MANNER = (frozenset({"quote"}), frozenset({"quote", "that"}))
_INSIDE = frozenset({"compound", "flat", "amod", "nmod", "det", "nummod", "case"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X"})


def could_speak(page: Page, token: int) -> bool:
    """Tell whether a noun is known to mean somebody, or something written, that can say."""
    token = page.tree.antecedent(token)
    is_bare = page.word(token) == "those" and not page.tree.children(token, "acl")
    if is_bare or page.word(token) in cue_words("first_person") or token in page.timex_tokens:
        return False
    if page.word(token) in cue_words("personal") or token in page.body_at or token in page.referent_at:
        return True
    if page.labels.get(token) in {"PERSON", "ORGANIZATION"} or is_role(page, token):
        return True
    if any(form in role_words("documents") for form in (page.lemma(token), page.word(token))):
        return True
    if page.parse.universal[token] == "NOUN" and is_people(page.lemma(token)):
        return True
    return find_state(page.word(token)) is not None or _is_name(page, token)


def _is_name(page: Page, token: int) -> bool:
    """Tell whether a word is a name by its tag, or a noun by its capital inside a sentence ("the *Rally* claims ...")."""
    if page.parse.universal[token] == "PROPN":
        return True
    word, is_first = page.parse.words[token], token == page.sentence(token)[0]
    return (
        not page.is_headline(token)
        and (word.isupper() or (word[:1].isupper() and not is_first))
        and page.parse.universal[token] == "NOUN"
    )


def find_counted(page: Page, token: int) -> int:
    """Return the noun of those whom a number counts some of ("one of the *survivors*"), or the name of that one, else the word."""
    noun = page.tree.oblique(token, "of") if page.parse.universal[token] in {"NUM", "DET", "PRON"} else None
    is_many = noun is not None and page.parse.tags[noun] in {"NNS", "NNPS"}
    if noun is None or not is_many or not could_speak(page, noun):
        return token
    named = page.tree.child(token, "appos")
    return named if named is not None and page.labels.get(named) == "PERSON" else noun


def beside(page: Page, verb: int, step: int) -> int | None:
    """Return the head of the noun phrase that touches the verb on one side, adverbs and auxiliaries aside."""
    first, last = page.sentence(verb)
    token = verb + step
    while (
        first <= token < last
        and (page.parse.universal[token] in {"ADV", "AUX", "PART", "DET"} or page.tree.is_relation(token, "aux"))
        and (step < 0 or page.parse.universal[token] == "DET")
    ):
        token += step
    while step < 0 and first <= token < last and page.is_mark(token) and page.parse.words[token] in {")", "]"}:
        token += step
    if not first <= token < last or page.parse.universal[token] not in _NOMINAL:
        return None
    return _climb(page, token, verb)


def is_set_behind(page: Page, verb: int) -> bool:
    """Tell whether a verb for how somebody speaks stands before its speaker, whatever the parse says ("..., thundered the envoy").

    It is behind a comma or a quotation and before a noun that can speak; no such verb has a passive.
    """
    rows = cue_verbs().get(page.lemma(verb), ())
    is_manner = bool(rows) and all(row.takes in _MANNER for row in rows)
    is_marked = page.word(verb - 1) == "," or (verb - 1 in page.quotation_at and verb not in page.quotation_at)
    if not is_manner or not is_marked or page.parse.tags[verb] not in {"VBD", "VBN", "VBZ"}:
        return False
    noun = beside(page, verb, 1)
    return noun is not None and could_speak(page, noun)


def _climb(page: Page, token: int, verb: int) -> int:
    """Return the head of the phrase a noun stands in, never past the verb or a comma, nor on to what cannot speak."""
    speaks = token
    while (above := page.parse.heads[token]) != token and _is_within(page, token, above, verb):
        token = above
        speaks = token if could_speak(page, token) else speaks
    return token if could_speak(page, token) else speaks


def _is_within(page: Page, token: int, above: int, verb: int) -> bool:
    if page.parse.relations[token].split(":")[0] not in _INSIDE or page.parse.universal[above] not in _NOMINAL:
        return False
    is_same_side = above != verb and (above < verb) == (token < verb) and abs(above - verb) < _FAR
    return is_same_side and all(page.parse.words[t] != "," for t in range(min(token, above), max(token, above)))
