"""What is a word's dictionary form, where the model's tables are silent or wrong?"""

from sayso.lexicons import read_toml


def correct_lemma(word: str, lemma: str, universal: str) -> str:
    """Return the lemma, corrected from our own table for verbs and nouns that news uses much.

    Names keep their spelling; everything else is in lower case.
    """
    if universal == "PROPN":
        return word
    table = read_toml("lemmas")
    own = table.get(universal.lower(), {}).get(word.casefold())
    return str(own) if own else (lemma or word).casefold()
