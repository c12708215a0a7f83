"""In which tense is the clause of a word?"""

from sayso.mentions.drafts import time_words
from sayso.mentions.lines import Line

_FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})
# "May be signed on Friday" is to come; "may have been signed" is not, and "could" tells of both.
_POSSIBLE = frozenset({"may", "might", "should", "must"})


def find_tense(line: Line, token: int) -> str:
    """Return past, perfect, present or future, by the auxiliaries of the nearest verb above the token."""
    verb = _verb_above(line, token)
    if verb is None:
        return "present"
    helpers = line.tree.children(verb, "aux", "cop")
    words = {line.word(helper) for helper in helpers}
    has = words & {"have", "has", "'ve", "’ve"}
    if words & _FUTURE or (words & _POSSIBLE and not has):
        return "future"
    if has:
        return "perfect"
    tags = {line.parse.tags[verb], *(line.parse.tags[helper] for helper in helpers)}
    return "past" if tags & {"VBD"} or line.parse.tags[verb] == "VBN" else "present"


def tells_past(line: Line, token: int) -> bool:
    """Tell whether the verb above a word is a finite past ("closed", "was closed"), or a perfect behind it.

    "Until Friday the roads have been closed" is over, "have closed the roads until Friday" is not.
    """
    verb = _verb_above(line, token)
    while verb is not None and line.tree.is_relation(verb, "xcomp") and line.parse.heads[verb] != verb:
        verb = line.parse.heads[verb]
    parts = () if verb is None else (verb, *line.tree.children(verb, "aux", "cop"))
    if verb is not None and token < verb and any(line.word(part) in {"has", "have"} for part in parts):
        return True
    return any(line.parse.tags[part] == "VBD" for part in parts)


def tells_plan(line: Line, token: int) -> bool:
    """Tell whether the clause of a word tells what is to come or was: "will open", "would leave", "plans to open"."""
    verb = _verb_above(line, token)
    if verb is None:
        return False
    helpers = line.tree.children(verb, "aux", "cop")
    words = {line.word(helper) for helper in helpers}
    if words & (_FUTURE | _POSSIBLE | {"would"}):
        return not words & {"have", "has"}
    is_bare = any(line.parse.tags[part] == "VB" for part in (verb, *helpers))
    is_infinitive = (line.tree.child(verb, "mark") is not None and is_bare) or "to" in words
    return is_infinitive and verb != line.parse.heads[verb] and not tells_past(line, line.parse.heads[verb])


def tells_intent(line: Line, token: int) -> bool:
    """Tell whether the clause of a word tells what somebody means to do: "plans to open on Friday", "would open"."""
    verb = _verb_above(line, token)
    if verb is None or not tells_plan(line, token):
        return False
    above = line.parse.heads[verb]
    is_meant = line.parse.lemmas[above].casefold() in time_words()["words"]["intending"]
    helpers = {line.word(helper) for helper in line.tree.children(verb, "aux", "cop")}
    had = {line.word(helper) for helper in line.tree.children(above, "aux")}
    return "would" in helpers or (is_meant and "had" not in had)


def is_planned_for(line: Line, first: int) -> bool:
    """Tell whether a time that begins at a token is what something is planned "for": it is to come, then or now."""
    return line.word(first) == "for" and line.word(first - 1) in time_words()["words"]["planned"]


def _verb_above(line: Line, token: int) -> int | None:
    if line.universal(token) == "VERB":
        return token
    for above in line.tree.ancestors(token):
        if line.universal(above) == "VERB" or line.tree.child(above, "cop") is not None:
            return above
    return None
