"""Which words report what? The table of frames, read once and indexed by word."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sayso.lexicons import read_toml
from sayso.model.derivations import name_rule
from sayso.model.kinds import ClaimKind, Extent, Hold, Measure

Need = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One row of `frames.toml`; see the head of that table for what each field means."""

    name: str
    kind: ClaimKind
    needs: tuple[Need, ...] = ()
    unless: tuple[Need, ...] = ()
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


def read_need(text: str) -> Need:
    """Return the alternatives of one condition; a class without a role goes with the role before it.

    >>> read_need("object:place|people")
    (('object', 'place'), ('object', 'people'))
    """
    role, found = "object", []
    for part in text.split("|"):
        before, colon, after = part.partition(":")
        role, name = (before, after) if colon else (role, before)
        found.append((role, name))
    return tuple(found)


def _widen(need: Need) -> Need:
    """Return a condition in which somebody named is as good as people; as an exception a name proves too little."""
    return tuple(dict.fromkeys((*need, *((role, "person") for role, name in need if name == "people"))))


def _read_frame(row: Mapping[str, Any]) -> Frame:
    frame = Frame(
        name=row["name"],
        kind=ClaimKind(row["kind"]),
        needs=tuple(_widen(read_need(text)) for text in row.get("needs", ())),
        unless=tuple(map(read_need, row.get("unless", ()))),
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
        for phrase in row.get(key, ()):
            beside = phrase.split()
            found.setdefault(beside.pop(first), []).append(Entry(frame, tuple(beside)))
    return {lemma: tuple(entries) for lemma, entries in found.items()}
