"""Does the name of a country or capital stand for its government?"""

from functools import cache

from sayso.lexicons import read_toml
from sayso.mentions.lines import Line

_AGENT_PREPOSITIONS = frozenset({"with", "against", "by", "between"})


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(read_toml("metonyms")[key])


def is_government(line: Line, head: int, *, is_capital: bool) -> bool:
    """Tell whether a country's or capital's name acts rather than lies somewhere.

    It acts as the subject of a verb of doing, after "by", "with" and "against", as the object of verbs done to
    governments ("accused", "urged") and as the owner of deeds and offices ("Israel's strikes").
    """
    for _ in range(4):
        if not line.tree.is_relation(head, "conj"):
            break
        head = line.parse.heads[head]
    relation, above = line.parse.relations[head], line.parse.heads[head]
    lemma = line.parse.lemmas[above].casefold()
    if relation == "nsubj" and line.universal(above) == "ADJ":
        return lemma in _words("attitudes")
    if relation == "nsubj":
        return line.universal(above) == "VERB" and lemma not in _words("lying_verbs")
    if relation in {"obj", "iobj"}:
        return lemma in _words("verbs_done_to")
    if relation == "nmod:poss":
        return lemma in _words("owned")
    if relation in {"obl", "nmod", "obl:agent"}:
        case = line.tree.case(head)
        return case in _AGENT_PREPOSITIONS and not is_capital if case != "by" else True
    return False
