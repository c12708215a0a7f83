"""Which clause does "According to ..." open? Whoever is named there is never the head of what he says."""

from dataclasses import replace

from sayso.model.parses import Parse, Tokens

_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})


def mend_openings(parse: Parse) -> Parse:
    """Return the parse in which the clause behind "According to the ministry," is the root of its sentence.

    The model now and then takes a long clause there for one that describes whoever is named.
    """
    heads, relations = list(parse.heads), list(parse.relations)
    for sentence in parse.sentences:
        named = next(token for token in range(sentence.first, sentence.last) if parse.heads[token] == token)
        clause = _find_clause(parse, sentence, named)
        if clause is None:
            continue
        for token in range(clause + 1, sentence.last):
            if heads[token] == named:
                heads[token] = clause
        heads[clause], relations[clause] = clause, "root"
        heads[named], relations[named] = clause, "obl"
    return parse if heads == list(parse.heads) else replace(parse, heads=tuple(heads), relations=tuple(relations))


def _find_clause(parse: Parse, sentence: Tokens, named: int) -> int | None:
    """Return the head of the clause behind a comma that hangs on whoever is named, or None."""
    opening = [word.casefold() for word in parse.words[sentence.first : sentence.first + 2]]
    if opening != ["according", "to"]:
        return None
    comma = next((t for t in range(sentence.first, sentence.last) if parse.words[t] == ","), sentence.last)
    if named > comma:
        return None
    hanging = (token for token in range(comma + 1, sentence.last) if parse.heads[token] == named)
    return next((token for token in hanging if _is_clause(parse, sentence, token)), None)


def _is_clause(parse: Parse, sentence: Tokens, head: int) -> bool:
    """Tell whether the word has a subject of its own that is no "who"."""
    subjects = [
        token
        for token in range(sentence.first, head)
        if parse.heads[token] == head and parse.relations[token].partition(":")[0] in {"nsubj", "expl", "csubj"}
    ]
    return any(parse.words[token].casefold() not in _RELATIVE for token in subjects)
