"""Which thing, person or value does a verb of saying speak of, where it takes no clause?"""

from sayso.attribution.borders import cut_at_participle, find_limit, is_cue, trim
from sayso.attribution.pages import Page
from sayso.attribution.tags import FINITE
from sayso.attribution.words import CueVerb, cue_verbs
from sayso.lexicons import read_words

_AS_OBJECT = frozenset({"obj", "xcomp", "ccomp", "csubj", "obl:unmarked"})
_JOINED = frozenset({"obl", "acl", "xcomp", "nmod", "advmod"})
_COUNTED = ("obj", "obl", "advmod", "xcomp")
_COUNT_WORDS = frozenset(w for key in ("states", "counters", "counted", "lost") for w in read_words("counting", key))
_COUNTING = read_words("counting", "counting")
_BREAKS = frozenset({",", ";", "--", "—", "–"})
_RELATIVE = frozenset({"which", "that", "who", "what"})


def thing_told(page: Page, verb: int, row: CueVerb) -> frozenset[int]:
    """Return the thing that is reported or denied, or the clause that it opens where the verb can tell one."""
    thing = object_of(page, verb)
    thing -= {t for t in thing if t == min(thing) and page.word(t) == "that" and page.tree.is_relation(t, "mark")}
    return _with_predicate(page, verb, thing) if "clause" in row.takes else thing


def _with_predicate(page: Page, verb: int, thing: frozenset[int]) -> frozenset[int]:
    """Return a thing that is told with the verb behind it, where the two are a clause ("suggested *the plan is dead*")."""
    end, limit = max(thing, default=-1) + 1, find_limit(page, verb)
    if not thing or end >= limit or page.parse.tags[end] not in FINITE or page.tree.is_relation(verb, "acl"):
        return thing
    is_plain = min(thing) > verb and all(not page.is_mark(t) for t in range(verb, end))
    head = end if page.parse.universal[end] == "VERB" else page.parse.heads[end]
    last = max(t for t in [end, *page.tree.subtree(head)] if t < limit)
    return trim(page, range(min(thing), cut_at_participle(page, min(thing), last + 1))) if is_plain else thing


def object_of(page: Page, verb: int) -> frozenset[int]:
    """Return the thing that is reported or denied, with the phrases behind it ("clashes in the town on Monday")."""
    objects = [
        c
        for c in page.tree.children(verb)
        if (page.parse.relations[c] in _AS_OBJECT or _is_deed(page, verb, c)) and not is_addressed(page, verb, c)
    ]
    after = [c for c in objects if c > verb]
    if not after:
        relative = next((c for c in objects if page.word(c) in _RELATIVE), None)
        return _antecedent(page, relative) if relative is not None else frozenset()
    limit = find_limit(page, verb)
    tokens = {t for c in after for t in page.tree.subtree(c) if verb < t < limit}
    last = max(tokens, default=limit)
    for child in page.tree.children(verb):
        if child > last and child < limit and page.tree.is_relation(child, *_JOINED):
            phrase = page.tree.subtree(child)
            if min(phrase) == last + 1 and page.word(min(phrase)) not in _BREAKS and not is_cue(page, child):
                last = max(phrase)
    first = min(tokens, default=limit)
    return trim(page, range(first, cut_at_participle(page, first, min(last + 1, limit))))


def _is_deed(page: Page, verb: int, child: int) -> bool:
    """Tell whether a deed stands right behind the verb as its object ("admitted *killing* nine men")."""
    is_next = child == verb + 1 and page.parse.tags[child] == "VBG"
    return is_next and page.tree.is_relation(child, "advcl") and page.tree.child(child, "obj") is not None


def is_addressed(page: Page, verb: int, token: int) -> bool:
    """Tell whether an object of "tell" is whom it is told."""
    return is_addressing(page, verb) and page.tree.is_relation(token, "obj", "iobj")


def is_addressing(page: Page, verb: int) -> bool:
    """Tell whether a verb names whom it is told ("tell")."""
    return any("addressee" in row.takes for row in cue_verbs().get(page.lemma(verb), ()))


def _antecedent(page: Page, relative: int) -> frozenset[int]:
    noun = page.tree.antecedent(relative)
    if noun == relative:
        return frozenset()
    return trim(page, [t for t in page.tree.subtree(noun, without=frozenset({"acl", "punct"})) if t < relative])


def deed_told(page: Page, verb: int) -> frozenset[int]:
    """Return what somebody is told to do or vows to do, with whom it is told ("told *his men to leave*", "vowed *to stay*")."""
    deeds = (c for c in page.tree.children(verb, "xcomp") if c > verb)
    is_deed = any(page.word(t) == "to" for c in deeds for t in page.tree.children(c, "mark"))
    return all_after(page, verb) if is_deed else frozenset()


def all_after(page: Page, verb: int) -> frozenset[int]:
    """Return everything that hangs on the verb behind it, up to a clause joined to it."""
    limit = find_limit(page, verb)
    kept: set[int] = set()
    for child in page.tree.children(verb):
        if (
            not verb < child < limit
            or page.is_mark(child)
            or (page.tree.is_relation(child, "advcl") and _is_cut_off(page, child))
        ):
            continue
        kept.update(t for t in page.tree.subtree(child) if verb < t < limit)
    return trim(page, range(min(kept), cut_at_participle(page, min(kept), max(kept) + 1))) if kept else frozenset()


def _is_cut_off(page: Page, child: int) -> bool:
    phrase = page.tree.subtree(child)
    is_said = is_cue(page, child) and page.parse.tags[child] != "VB"
    return page.word(min(phrase)) in _BREAKS or page.word(min(phrase) - 1) in _BREAKS or is_said


def behind_preposition(page: Page, verb: int, row: CueVerb) -> frozenset[int]:
    """Return what stands behind the verb's preposition ("called for *talks*", "warned against *strikes*")."""
    tokens: set[int] = set()
    for child in page.tree.children(verb, "obl", "advcl", "nmod"):
        # Before a number the parse may hang the preposition on that ("talks *of 1,400* dead").
        opener = min(page.tree.subtree(child))
        marks = {page.word(c) for c in (*page.tree.children(child, "case", "mark"), opener)}
        # "Pushed into the town on Monday" calls for nothing.
        if child > verb and marks & row.prepositions and child not in page.timex_tokens:
            tokens.update(page.tree.subtree(child))
    if not tokens:
        return frozenset()
    if "on" in row.prepositions:
        return all_after(page, verb)
    return trim(page, range(min(tokens) + 1, max(tokens) + 1))


def value_of(page: Page, verb: int) -> frozenset[int]:
    """Return what is put at a number ("put the toll at 12"), empty when no number stands behind "at"."""
    thing = page.tree.child(verb, "obj", "xcomp")
    at = [t for t in page.tree.subtree(verb) if t > verb and page.word(t) == "at" and page.tree.is_relation(t, "case")]
    behind = [page.parse.heads[t] for t in at]
    spot = next((t for t in behind if any(page.parse.universal[n] == "NUM" for n in page.tree.subtree(t))), None)
    if spot is None or thing is None:
        return frozenset()
    last = _end_of_numbers(page, max(page.tree.subtree(spot)))
    return trim(page, range(min(page.tree.subtree(thing)), last + 1))


def _end_of_numbers(page: Page, last: int) -> int:
    """Return where the numbers end that "and" or a comma joins to a value, with what they count ("at 63 dead *and 120 hurt*")."""
    _, end = page.sentence(last)
    while last + 1 < end:
        joined = last + 1 + (page.word(last + 1) in {"and", ","})
        joined += page.word(joined) == "and"
        is_number = joined > last + 1 and joined < end and page.parse.universal[joined] == "NUM"
        if not is_number and page.word(last + 1) not in _COUNT_WORDS:
            break
        last = joined if is_number else last + 1
    return last


def count_of(page: Page, verb: int) -> frozenset[int]:
    """Return the count somebody gives ("had counted 17 dead", "raised the number of its dead from 31 to 44").

    Empty when no number stands behind the verb, or no word for a count or for what befell those counted.
    """
    limit = find_limit(page, verb)
    spots = [c for c in page.tree.children(verb) if verb < c < limit and _is_counted(page, c)]
    tokens = [t for c in spots for t in page.tree.subtree(c) if verb < t < limit]
    is_number = any(page.parse.universal[t] == "NUM" for t in tokens)
    # "Activists counted 24" counts whom the words before it told of.
    is_bare = page.lemma(verb) in _COUNTING and all(page.parse.universal[t] in {"NUM", "ADV", "ADP"} for t in tokens)
    if not is_number or not (is_bare or any(page.word(t) in _COUNT_WORDS for t in tokens)):
        return frozenset()
    return trim(page, range(min(tokens), max(tokens) + 1))


def _is_counted(page: Page, token: int) -> bool:
    """Tell whether a word hangs on a verb as what is counted; "1,900 *dead*" the parse may take for a clause."""
    is_dead = page.tree.is_relation(token, "advcl") and page.parse.universal[token] == "ADJ"
    return is_dead or page.tree.is_relation(token, *_COUNTED)
