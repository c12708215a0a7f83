"""In which words does a page tell numbers and stances?"""

from collections.abc import Sequence

from sayso.model.documents import Document
from sayso.text.wordings import OWN_VOICE

_STANCES = {
    "asserts": "says",
    "denies": "denies",
    "doubts": "doubts",
    "hedges": "does not vouch for it",
    "expects": "expects",
    "concedes": "says, against own interest",
}
# In what the answers of a dispute differ, as one would say it.
_DIFFERENCES = {
    "value": "the number",
    "negation": "whether it happened",
    "doubt": "how sure they are",
    "extent": "how much of it",
    "time": "when it was",
    "place": "where it was",
    "agent": "who it was",
    "characterisation": "what to call it",
}
# How a text puts a claim, and over what a number counts.
_BASES = {"stated": "said outright", "presupposed": "taken for granted", "conditional": "under a condition"}
_SCOPES = {"incident": "in one event", "cumulative": "running total", "state": "at that time"}
# On what the day of a claim rests.
_DAY_BASES = {
    "stated": "its own words",
    "relative": "its own words, counted from the day of the report",
    "document": "the day of the report",
    "event": "another event that the report dates",
    "none": "nothing",
}
# Where the day of a report comes from.
_DAY_SOURCES = {"stated": "stated in it", "metadata": "from its page", "user": "set by hand", "inferred": "inferred"}
# What a cell of the matrix says before an answer.
_CELLS = {
    "asserts": "says",
    "asserts, against own interest": "says, against own interest",
    "hedges": "does not vouch for",
}
_LONGEST_QUOTE, _LONGEST_NAME = 320, 60


def say_number(value: float | None) -> str:
    """Return a number with separators; none is an empty cell."""
    if value is None:
        return ""
    return f"{int(value):,}" if value == int(value) else f"{value:,}"


def say_stance(stance: str) -> str:
    """Return the verb for a stance. Nobody "admits" or "claims" here: all say, deny, doubt or expect."""
    return _STANCES.get(stance, stance)


def say_differences(kinds: Sequence[str]) -> str:
    """Return in what the answers of a dispute differ, in words for everybody.

    >>> say_differences(["doubt", "extent", "negation"])
    'how sure they are, how much of it and whether it happened'
    """
    words = [_DIFFERENCES.get(kind, kind) for kind in kinds]
    return " and ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def say_basis(basis: str) -> str:
    """Return how a claim is put, in words for everybody; what needs none is given back."""
    return _BASES.get(basis, basis)


def say_day_basis(basis: str) -> str:
    """Return on what the day of a claim rests."""
    return _DAY_BASES.get(basis, basis)


def say_day_source(basis: str) -> str:
    """Return where the day of a report comes from."""
    return _DAY_SOURCES.get(basis, basis)


def say_scope(scope: str) -> str:
    """Return over what a number counts."""
    return _SCOPES.get(scope, scope)


def say_cell(stance: str) -> str:
    """Return what stands before an answer in a cell of the matrix."""
    return _CELLS.get(stance, stance)


def call_report(document: Document) -> str:
    """Return what a report goes by: its outlet, else its headline, else the name of its file."""
    return document.outlet or shorten(document.title or document.file, _LONGEST_NAME)


def call_outlet(document: Document) -> str:
    """Return what the outlet of a report goes by; one that is not known is told apart by the file."""
    return document.outlet or f"unnamed {OWN_VOICE} ({document.file})"


def shorten(words: str, longest: int = _LONGEST_QUOTE) -> str:
    """Return words in one line, with an ellipsis where long ones are cut."""
    line = " ".join(words.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"
