"""Which noun does a preposition open? "By army and militia forces" says who did it, not "by army"."""

from dataclasses import replace

from sayso.model.parses import Parse


def mend_prepositions(parse: Parse) -> Parse:
    """Return the parse in which no preposition hangs on a word that only goes with the noun behind it."""
    heads = list(parse.heads)
    for token, relation in enumerate(parse.relations):
        part = parse.heads[token]
        noun = parse.heads[part]
        if relation == "case" and token < part < noun and parse.relations[part] == "compound":
            heads[token] = noun
    return replace(parse, heads=tuple(heads))
