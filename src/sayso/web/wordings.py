"""In which words does a page tell numbers and stances?"""

_STANCES = {
    "asserts": "says",
    "denies": "denies",
    "doubts": "doubts",
    "hedges": "does not vouch for it",
    "expects": "expects",
    "concedes": "says, against own interest",
}
_LONGEST_QUOTE = 320


def say_number(value: float | None) -> str:
    """Return a number with separators; none is an empty cell."""
    if value is None:
        return ""
    return f"{int(value):,}" if value == int(value) else f"{value:,}"


def say_stance(stance: str) -> str:
    """Return the verb for a stance. Nobody "admits" or "claims" here: all say, deny, doubt or expect."""
    return _STANCES.get(stance, stance)


def shorten(words: str) -> str:
    """Return words in one line, with an ellipsis where long ones are cut."""
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST_QUOTE else line[: _LONGEST_QUOTE - 1].rstrip() + "…"
