"""What is somebody called, asked or accused of?"""

from sayso.attribution.borders import trim
from sayso.attribution.objects import all_after
from sayso.attribution.pages import Page
from sayso.attribution.tags import FINITE
from sayso.attribution.words import CueVerb, cue_words

_BETWEEN = frozenset({"ADP", "DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "ADV", "PART"})
_CUTS = frozenset({",", ";", "(", "—", "–", '"', "“"})
# What a thing may be called: "staged", "absurd", "murder".
_NAMES = frozenset({"VBN", "VBD", "JJ", "NN", "NNS"})
_NEAR = 10


def said_of(page: Page, verb: int, row: CueVerb) -> frozenset[int]:
    """Return what somebody is accused of, asked to do or called; empty when the verb does not say it here.

    "Call" and its like need a name for the thing ("called it a crime", "described it as", "what X calls ...").
    """
    if row.shows and (rest := _shown_at_end(page, verb)):
        return rest
    if _has_predicate(page, verb, row):
        return all_after(page, verb)
    return quotation_behind(page, verb) if row.needs_predicate and _calls_what(page, verb) else frozenset()


def _shown_at_end(page: Page, verb: int) -> frozenset[int]:
    """Return all that pictures show to the end of a sentence ("posted pictures *showing* a burnt mill and nurses carrying beds")."""
    _, last = page.sentence(verb)
    is_open = page.parse.tags[verb] == "VBG" and verb not in page.quotation_at
    is_plain = not any(page.parse.tags[t] in FINITE or page.word(t) in _CUTS for t in range(verb + 1, last))
    return trim(page, range(verb + 1, last)) if is_open and is_plain else frozenset()


def _has_predicate(page: Page, verb: int, row: CueVerb) -> bool:
    if not row.needs_predicate:
        return page.tree.child(verb, "obj", "ccomp", "obl", "xcomp") is not None
    after = [c for c in page.tree.children(verb, "obj", "iobj", "xcomp", "ccomp", "obl", "advcl") if c > verb]
    has_as = any(page.word(t) == "as" for t in all_after(page, verb))
    named = [c for c in after if page.tree.is_relation(c, "obj", "iobj", "xcomp")]
    is_split = any(t in page.quotation_at for t in all_after(page, verb)) and bool(after)
    if page.lemma(verb) in cue_words("asking"):
        return len(named) > 1
    is_called = page.lemma(verb) in cue_words("calling")
    return has_as or (is_called and (len(named) > 1 or is_split or _calls_what(page, verb) or _calls_it(page, verb)))


def _calls_it(page: Page, verb: int) -> bool:
    """Tell whether a pronoun behind the verb has its name right behind it ("calls it *staged*")."""
    if verb + 2 >= page.sentence(verb)[1]:
        return False
    return page.word(verb + 1) in {"it", "this", "them"} and page.parse.tags[verb + 2] in _NAMES


def _calls_what(page: Page, verb: int) -> bool:
    return any(page.word(c) == "what" for c in page.tree.children(verb)) or page.word(page.parse.heads[verb]) == "what"


def quotation_behind(page: Page, verb: int) -> frozenset[int]:
    """Return the words of a quotation that opens behind the verb: at once ('chanting "..."'), or behind a comma or colon.

    Before the mark may stand when, where or to whom it was said, but no other verb ('told a crowd on Monday: "..."').
    """
    _, last = page.sentence(verb)
    first = verb + 1
    while first < last and first - verb < _NEAR and page.parse.universal[first] in _BETWEEN:
        first += 1
    is_marked = first < last and page.parse.words[first] in {",", ":"}
    if not is_marked:
        first = verb + 1 + (verb + 1 < last and page.parse.universal[verb + 1] == "DET")
    else:
        first += 1
    number = page.quotation_at.get(first) if first < last and verb not in page.quotation_at else None
    if number is None or page.quotations[number][0][0] != first:
        return frozenset()
    return frozenset(t for t in page.quotations[number][0] if t < last)
