"""Which words report what? The table of frames, read once and indexed by word."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any, NamedTuple

from sayso.lexicons import read_toml
from sayso.model.derivations import name_rule
from sayso.model.kinds import ClaimKind, Extent, Hold, Measure

CLASSES = frozenset(read_toml("noun_classes")["classes"])


class Filling(NamedTuple):
    """What a role may be filled with: anything of these names; `words` are those that are no class of the table of nouns."""

    role: str
    names: frozenset[str]
    words: frozenset[str]


# The alternatives of a condition, one for each role.
Need = tuple[Filling, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One row of `frames.toml`; see the head of that table for what each field means."""

    name: str
    kind: ClaimKind
    needs: tuple[Need, ...] = ()
    unless: Need = ()
    agent: tuple[str, ...] = ("agent",)
    target: tuple[str, ...] = ("object",)
    is_bare: bool = False
    by_means: bool = False
    by_attack: bool = False
    is_act: bool = False
    presupposes: bool = False
    holds_negation: bool = False
    loses: bool = False
    hold: Hold | None = None
    extent: Extent | None = None
    measure: Measure | None = None
    acled: tuple[str, ...] = ()

    @property
    def rule(self) -> str:
        """The name under which the reason of this row is registered."""
        return f"claims.frame.{self.name}"


@dataclass(frozen=True, slots=True)
class Entry:
    """One word of a row with the further words it needs beside it."""

    frame: Frame
    beside: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Frames:
    """The table, by verb, noun and adjective, rows in the order of the table; "<force>" is any noun of that class."""

    verbs: Mapping[str, tuple[Entry, ...]]
    nouns: Mapping[str, tuple[Entry, ...]]
    adjectives: Mapping[str, tuple[Entry, ...]]


def read_need(text: str) -> tuple[tuple[str, str], ...]:
    """Return the alternatives of one condition, role and name; a name without a role goes with the role before it.

    >>> read_need("object:place|people")
    (('object', 'place'), ('object', 'people'))
    """
    role, found = "object", []
    for part in text.split("|"):
        before, colon, after = part.partition(":")
        role, name = (before, after) if colon else (role, before)
        found.append((role, name))
    return tuple(found)


def spell_out(phrases: Iterable[str]) -> Iterable[tuple[str, ...]]:
    """Return the words of each phrase, each choice of its alternatives once, in the order of the list.

    >>> list(spell_out(["trek|wade into|across", "flee"]))
    [('trek', 'into'), ('trek', 'across'), ('wade', 'into'), ('wade', 'across'), ('flee',)]
    """
    spelled = (choice for phrase in phrases for choice in product(*(word.split("|") for word in phrase.split())))
    return dict.fromkeys(spelled)


def _need(text: str) -> Need:
    """Return a condition in which somebody named is as good as people."""
    alternatives = read_need(text)
    return _by_role((*alternatives, *((role, "person") for role, name in alternatives if name == "people")))


def _exceptions(texts: Iterable[str]) -> Need:
    """Return all exceptions as one condition, of which nothing may hold; here a name proves too little for people."""
    return _by_role(alternative for text in texts for alternative in read_need(text))


def _by_role(alternatives: Iterable[tuple[str, str]]) -> Need:
    names: dict[str, set[str]] = {}
    for role, name in alternatives:
        names.setdefault(role, set()).add(name)
    return tuple(Filling(role, frozenset(of_role), frozenset(of_role - CLASSES)) for role, of_role in names.items())


def _read_frame(row: Mapping[str, Any]) -> Frame:
    frame = Frame(
        name=row["name"],
        kind=ClaimKind(row["kind"]),
        needs=tuple(map(_need, row.get("needs", ()))),
        unless=_exceptions(row.get("unless", ())),
        agent=tuple(row.get("agent", ("agent",))),
        target=tuple(row.get("target", ("object",))),
        is_bare=row.get("is_bare", False),
        by_means=row.get("by_means", False),
        by_attack=row.get("by_attack", False),
        is_act=row.get("is_act", row["kind"] == ClaimKind.DIPLOMACY),
        presupposes=row.get("presupposes", False),
        holds_negation=row.get("holds_negation", False),
        loses=row.get("loses", False),
        hold=Hold(row["hold"]) if "hold" in row else None,
        extent=Extent(row["extent"]) if "extent" in row else None,
        measure=Measure(row["measure"]) if "measure" in row else None,
        acled=tuple(row.get("acled", ())),
    )
    name_rule(frame.rule, row["says"])
    return frame


@cache
def load_frames() -> Frames:
    """Return the frame table, indexed by the lemma of a verb, of a noun and of an adjective."""
    rows = [(row, _read_frame(row)) for row in read_toml("frames")["frame"]]
    return Frames(
        verbs=_index(rows, "verbs", first=0),
        nouns=_index(rows, "nouns", first=-1),
        adjectives=_index(rows, "adjectives", first=0),
    )


def _index(rows: Iterable[tuple[Mapping[str, Any], Frame]], key: str, *, first: int) -> dict[str, tuple[Entry, ...]]:
    """Return the entries of one list of words, by the word of each phrase that stands at `first`."""
    found: dict[str, list[Entry]] = {}
    for row, frame in rows:
        for phrase in spell_out(row.get(key, ())):
            beside = list(phrase)
            found.setdefault(beside.pop(first), []).append(Entry(frame, tuple(beside)))
    return {lemma: tuple(entries) for lemma, entries in found.items()}
