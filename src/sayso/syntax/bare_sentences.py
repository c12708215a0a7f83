"""Which word is the verb of a sentence that the model reads without one? "The army used cluster munitions." is no list."""

from typing import Any

from sayso.lexicons import read_toml
from sayso.syntax.headings import is_verb, read_universal

ENDS = frozenset({".", "”", '"', "’", "'"})
NAMING = frozenset({"NOUN", "PROPN", "PRON"})
FINITE = frozenset({"cop", "nsubj", "nsubj:pass", "csubj", "aux", "aux:pass"})
SHORTEST = 5
PLAIN = "took"
DESCRIBING = frozenset(read_toml("lemmas")["sentences"]["describing"])
PAST = frozenset(read_toml("lemmas")["sentences"]["past"])


def find_bare_verb(doc: Any) -> dict[int, str]:
    """Return the past form that may be the verb of a sentence read without one, with the verb to show the model in its place.

    It stands right behind a noun and is no participle with "by".
    """
    if len(doc) < SHORTEST or doc[-1].text not in ENDS or _has_verb(doc):
        return {}
    for token in doc[1:-2]:
        is_past = (token.lower_.endswith("ed") or token.lower_ in PAST) and token.lower_ not in DESCRIBING
        behind_noun = read_universal(doc[token.i - 1]) in NAMING and token.is_lower
        if is_past and behind_noun and doc[token.i + 1].lower_ != "by":
            return {token.i: PLAIN}
    return {}


def _has_verb(doc: Any) -> bool:
    """Tell whether the head of a sentence is a verb, or something is said of it."""
    root = next(token for token in doc if token.head.i == token.i)
    return is_verb(root) or any(child.dep_.lower() in FINITE for child in root.children)
