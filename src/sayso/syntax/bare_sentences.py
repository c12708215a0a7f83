"""Which word is the verb of a sentence that the model reads without one? "The army used cluster munitions." is no list."""

from typing import Any

from sayso.lexicons import read_toml
from sayso.syntax.headings import is_verb, read_universal

ENDS = frozenset({".", "”", '"', "’", "'"})
NAMING = frozenset({"NOUN", "PROPN", "PRON"})
LOOSE = frozenset({"amod", "acl", "compound"})
SHORTEST = 5
PLAIN = "took"
PAST = frozenset(read_toml("lemmas")["sentences"]["past"])


def find_bare_verb(doc: Any) -> dict[int, str]:
    """Return the past form that may be the verb of a sentence read without one, with the verb to show the model in its place.

    It stands right behind a noun and is no participle with "by".
    """
    if len(doc) < SHORTEST or doc[-1].text not in ENDS or any(is_verb(t) and t.dep_ not in LOOSE for t in doc):
        return {}
    for token in doc[1:-2]:
        is_past = token.lower_.endswith("ed") or token.lower_ in PAST
        behind_noun = read_universal(doc[token.i - 1]) in NAMING and token.is_lower
        if is_past and behind_noun and doc[token.i + 1].lower_ != "by":
            return {token.i: PLAIN}
    return {}
