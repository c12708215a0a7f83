"""In which words does a page tell numbers and stances?"""

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
_LONGEST_QUOTE, _LONGEST_NAME = 320, 60


def say_number(value: float | None) -> str:
    """Return a number with separators; none is an empty cell."""
    if value is None:
        return ""
    return f"{int(value):,}" if value == int(value) else f"{value:,}"


def say_stance(stance: str) -> str:
    """Return the verb for a stance. Nobody "admits" or "claims" here: all say, deny, doubt or expect."""
    return _STANCES.get(stance, stance)


def say_difference(kind: str) -> str:
    """Return in what the answers of a dispute differ, in words for everybody."""
    return _DIFFERENCES.get(kind, kind)


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
