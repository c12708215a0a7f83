"""What is a word's dictionary form, where the model's tables are silent or wrong?"""

import re
from importlib import import_module
from typing import Any

from sayso.lexicons import read_toml

_DOUBLED = re.compile(r"[a-z]+([bdgmnprt])\1ed")
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
    if universal == "VERB" and lemma == form[:-1] and _DOUBLED.fullmatch(form):
        return form[:-3]  # "Gutted" is of "gut", and no form of "gutte".
    return lemma + "e" if is_short else lemma


# What tells the lemmatizer that a form is a dictionary form already: "bring" is no participle of "bre".
BASE_FORMS = {"VB": "VerbForm=Inf", "VBP": "VerbForm=Inf", "NN": "Number=Sing", "JJ": "Degree=Pos"}
_MOST_WORDS = 200_000


class Lemmas:
    """The dictionary forms of words by form and tags: each is looked up once (WordNet's rules and tables)."""

    def __init__(self, pipeline: Any) -> None:
        self._vocab = pipeline.vocab
        self._rules = pipeline.get_pipe("lemmatizer")
        self._doc = import_module("spacy.tokens").Doc
        self._found: dict[tuple[str, str, str], str] = {}

    def find(self, word: str, tag: str, universal: str) -> str:
        """Return the dictionary form of a word with this fine and universal tag."""
        key = (word, tag, universal)
        lemma = self._found.get(key)
        if lemma is None:
            if len(self._found) >= _MOST_WORDS:
                self._found.clear()
            lemma = self._found[key] = correct_lemma(word, self._look_up(word, tag, universal), universal)
        return lemma

    def _look_up(self, word: str, tag: str, universal: str) -> str:
        morph = BASE_FORMS.get(tag, "")
        doc = self._doc(self._vocab, words=[word], tags=[tag], pos=[universal], morphs=[morph])
        return str(self._rules.rule_lemmatize(doc[0])[0])
