"""What is a word's dictionary form, where the model's tables are silent or wrong?"""

import re

from sayso.lexicons import read_toml

# A short stem that doubles its consonant before an ending: "rap" makes "rapped", so "raped" is of "rape".
_DOUBLING = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")


def correct_lemma(word: str, lemma: str, universal: str) -> str:
    """Return the lemma, corrected from our own table for verbs and nouns that news uses much.

    Names keep their spelling; everything else is in lower case.
    """
    if universal == "PROPN":
        return word
    table = read_toml("lemmas")
    form = word.casefold()
    own = table.get(universal.lower(), {}).get(form)
    if own:
        return str(own)
    lemma = (lemma or word).casefold()
    is_short = universal == "VERB" and form in (lemma + "ed", lemma + "ing") and _DOUBLING.fullmatch(lemma)
    return lemma + "e" if is_short else lemma
