"""Which words around a number limit it?"""

from functools import cache
from typing import NamedTuple

from sayso.lexicons import read_toml
from sayso.mentions.drafts import cut
from sayso.mentions.lines import Line
from sayso.model.kinds import Bound


class Hedge(NamedTuple):
    """The words from the hedge to the number's end, the bound they set, and whether the number adds or sums up."""

    first: int
    last: int
    bound: Bound | None = None
    is_additional: bool = False
    is_total: bool = False


@cache
def _before() -> tuple[tuple[tuple[str, ...], str], ...]:
    table = read_toml("numbers")
    pairs = [(words, bound) for bound, texts in table["hedges"].items() for words in cut(texts)]
    for kind in ("additional", "total"):
        pairs += [(words, kind) for words in cut(table["words"][kind])]
    pairs += [(words, "between") for words in cut(table["words"]["between"])]
    order = {"between": 1}
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), order.get(pair[1], 0))))


@cache
def _before_by_last() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    lists: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for words, kind in _before():
        lists.setdefault(words[-1], []).append((words, kind))
    return {word: tuple(pairs) for word, pairs in lists.items()}


@cache
def _after() -> tuple[tuple[tuple[str, ...], str], ...]:
    table = read_toml("numbers")
    pairs = [(words, bound) for bound, texts in table["hedges_after"].items() for words in cut(texts)]
    pairs += [(words, "additional") for words in cut(table["words"]["additional_after"])]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def read_hedge(line: Line, first: int, last: int) -> Hedge:
    """Return what limits the number in tokens `[first, last)`.

    Up to three layers are read ("at least another"); the nearest word that sets a bound decides. The article of
    "the five" or a verb of exceeding that is not one here stays outside.
    """
    hedge = _read_before(line, Hedge(first, last))
    for words, kind in _after():
        if line.has(last, words) and (kind != "additional" or _is_more(line, last)):
            return _apply(hedge._replace(last=last + len(words)), kind)
    return hedge


def _read_before(line: Line, hedge: Hedge) -> Hedge:
    start = hedge.first
    for _ in range(3):
        found = next(
            (
                (w, k)
                for w, k in _before_by_last().get(line.word(start - 1), ())
                if line.ends(start, w) and _fits(line, start, w)
            ),
            None,
        )
        if found is None:
            break
        words, kind = found
        start -= len(words)
        if kind != "between":
            hedge = _apply(hedge._replace(first=start), kind)
    return hedge


def _apply(hedge: Hedge, kind: str) -> Hedge:
    if kind == "additional":
        return hedge._replace(is_additional=True)
    if kind == "total":
        return hedge._replace(is_total=True)
    return hedge if hedge.bound else hedge._replace(bound=Bound(kind))


def _fits(line: Line, start: int, words: tuple[str, ...]) -> bool:
    """Tell whether a single word hedges here: "over", "passed" or "near" may also be a plain preposition or verb.

    So may the first word of a longer hedge: "own *up to* nine".
    """
    if words == ("up", "to") and line.tree.is_relation(start - 2, "compound:prt"):
        return line.parse.lemmas[start - 3].casefold() not in _with_up_to()
    if len(words) > 1 or words[0] not in {
        "over",
        "under",
        "passed",
        "near",
        "above",
        "below",
        "around",
        "about",
        "beyond",
        "estimated",
    }:
        return True
    head = line.parse.heads[start - 1]
    word = words[0]
    if word == "estimated":
        return line.parse.tags[start - 1] != "VBD" or line.word(start) != "that"
    if word == "passed":
        return line.universal(start - 1) == "VERB"
    is_governed_by_number = head >= start and line.parse.relations[start - 1] == "advmod"
    return is_governed_by_number or line.word(start - 2) not in {
        "fight",
        "fighting",
        "talks",
        "war",
        "dispute",
        "concern",
        "concerns",
    }


@cache
def _with_up_to() -> frozenset[str]:
    return frozenset(read_toml("numbers")["words"]["with_up_to"])


def _is_more(line: Line, last: int) -> bool:
    """Tell whether "more" adds ("five more died") and does not compare ("five more than")."""
    return line.word(last + 1) != "than"
