"""In which words does a reader get what the record holds? The same on every surface."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sayso.model.records import Record

# Standing is a shape with a word, so that colour is never alone.
SHAPES = {
    "agreed": "●",
    "agreed_by_opposed": "●",
    "single_origin": "◐",
    "disputed": "◧",
    "denied": "○",
    "superseded": "◌",
    "stale": "◌",
}
_SHORT_NAMES = {"un": "UN", "ngo": "NGO"}
# What a document's own voice is called where no outlet is known.
OWN_VOICE = "outlet"
# How an outlet is written that no page and no setting names.
UNNAMED_OUTLET = "an unnamed outlet"


def name_voice(voice: str, reports: Iterable[str]) -> str:
    """Return the name that a voice is shown under: a report's own voice goes by what its reports are called, if that is one.

    >>> name_voice("outlet", ["The Daily"]), name_voice("outlet", ["a.txt", "b.txt"]), name_voice("the army", ["a.txt"])
    ('The Daily', 'outlet', 'the army')
    """
    called = set(reports) if voice == OWN_VOICE else set()
    return called.pop() if len(called) == 1 else voice


def say_word(word: str | None) -> str:
    """Return a word of a closed list as one reads it.

    >>> say_word("air_strike"), say_word("ngo")
    ('air strike', 'NGO')
    """
    return _SHORT_NAMES.get(word or "", (word or "").replace("_", " "))


def say_period(edtf: str | None) -> str:
    """Return an EDTF period as one reads it, an open one too.

    >>> say_period("2013-07-01/2013-07-04"), say_period("../2013-07")
    ('2013-07-01 to 2013-07-04', 'until 2013-07')
    """
    start, slash, end = (edtf or "").partition("/")
    if not slash:
        return start
    if start in {"", ".."}:
        return f"until {end}"
    return f"from {start}" if end in {"", ".."} else f"{start} to {end}"


def say_standing(standing: str | None) -> str:
    """Return a standing as a shape with its word."""
    return f"{SHAPES.get(standing, '·')} {say_word(standing)}" if standing else ""


def say_amount(row: Mapping[str, Any]) -> str:
    """Return the bounds of a figure; one made from a word stands behind its words only."""
    low, high = row["low"], row["high"]
    if row["by_rule"] or (low is None and high is None):
        return ""
    unit = " %" if row["what"] == "destroyed_share" else ""
    if low == high:
        return f"{low:,}{unit}"
    if low is None or high is None:
        return f"{high:,}{unit} or fewer" if low is None else f"{low:,}{unit} or more"
    return f"{low:,} to {high:,}{unit}"


def say_origins(origins: Sequence[int]) -> str:
    """Return a number of origins with its bounds.

    >>> say_origins([1, 1]), say_origins([1, 3])
    ('1 origin', '1 to 3 origins')
    """
    low, high = origins
    if low == high:
        return f"{low} origin{'' if low == 1 else 's'}"
    return f"{low} to {high} origins"


def say_unread(record: Record) -> str:
    """Return how much of the documents of a record was read, for the foot of every list."""
    sentences = sum(coverage.sentences for coverage in record.coverage)
    with_claim = sum(coverage.with_claim for coverage in record.coverage)
    reviewed = sum(1 for resolved in record.claims if resolved.reviewed)
    return (
        f"{count(record.documents, 'document')}; {with_claim:,} of {sentences:,} sentences gave a claim;"
        f" {reviewed:,} of {count(record.claims, 'claim')} reviewed; {count(record.problems, 'problem')}"
    )


def count(things: Sequence[object], name: str) -> str:
    """Return how many there are, in words.

    >>> count([1, 2], "document"), count([1], "claim")
    ('2 documents', '1 claim')
    """
    return f"{len(things):,} {name}{'' if len(things) == 1 else 's'}"
