"""Which columns does a list show to a reader? Words first; the rest is in the exports."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sayso.text.wordings import name_voice, say_amount, say_period, say_standing, say_word

Row = Mapping[str, Any]
Names = Mapping[str, str]

SHORT = 8
_OUTLET = "(outlet)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a list: its title, what it says of a row (with the outlets by document), and whether those are other people's words."""

    title: str
    say: Callable[[Row, Names], str]
    is_number: bool = False
    is_quote: bool = False


def _field(name: str, title: str | None = None, *, is_number: bool = False) -> Column:
    return Column(title=title or name.replace("_", " "), say=lambda row, _: say_value(row[name]), is_number=is_number)


def _word(name: str, title: str | None = None) -> Column:
    return Column(title=title or name, say=lambda row, _: say_word(row[name]))


def say_value(value: object) -> str:
    """Return a plain value in one line; nothing is an empty cell."""
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return ", ".join(str(part) for part in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:,}" if isinstance(value, (int, float)) else str(value)


def _id(row: Row, _names: Names) -> str:
    return str(row["id"])[:SHORT]


def _quote(row: Row, _names: Names) -> str:
    return f"“{' '.join(row['quote'].split())}”" if row["quote"] else ""


def _voices(row: Row, outlets: Names) -> str:
    return " › ".join(voice["name"] for voice in row["chain"]) or outlets.get(row["doc"], _OUTLET)


def _speaker(row: Row, outlets: Names) -> str:
    return name_voice(row["name"], (outlets.get(document, _OUTLET) for document in row["documents"]))


def _aliases(row: Row, _names: Names) -> str:
    return ", ".join(name for name in row["names"] if name.casefold() != row["name"].casefold())


def _where_and_when(row: Row, _names: Names) -> str:
    period = say_period(row["time"]["edtf"])
    reported = "reported on " if period and row["time"]["basis"] == "document" else ""
    return _joined(row["place"]["name"] if row["place"] else None, reported + period)


def _joined(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)


def _stands(row: Row, _names: Names) -> str:
    return say_standing(row["standing"])


def _says(row: Row, outlets: Names) -> str:
    basis = None if row["basis"] == "stated" else row["basis"]
    return _joined(f"{_voices(row, outlets)} {row['stance']} {say_word(row['kind'])}", basis)


def _hold(row: Row, _names: Names) -> str:
    return f"{row['holder']}: {_joined(row['share'] or say_word(row['extent']), say_word(row['state']), row['basis'])}"


def _counted(row: Row, _names: Names) -> str:
    part = f"part of {row['part_of'][:SHORT]}" if row["part_of"] else None
    said = f"{row['words']} {row['of_whom'] or ''}".strip()
    former = "counted before" if row["is_former"] else None
    return f"{said} ({_joined(say_word(row['what']), say_word(row['scope']), part, former)})"


def _counted_where(row: Row, _names: Names) -> str:
    place = f"part of {row['place']}" if row["place"] and row["in_part"] else row["place"]
    return _joined(place, say_period(row["period"]))


def _published(row: Row, _names: Names) -> str:
    if row["published"]:
        return f"{row['published']} ({row['published_basis']})"
    interval = row["published_interval"]
    if interval is None and row["rule"] == "dating.floor":
        return "undated, not before what it speaks of"
    return f"between {interval[0]} and {interval[1]} ({row['published_basis']})" if interval else "undated"


def _dated_by(row: Row, names: Names) -> str:
    """Return the words that a day rests on, which may stand in another document."""
    return _quote(row, names) if row["published_basis"] != "metadata" else "metadata of the page"


def _read(row: Row, _names: Names) -> str:
    return f"{row['sentences_with_claim']} of {row['sentences']} sentences"


_ID = Column(title="id", say=_id)
_QUOTE = Column(title="in these words", say=_quote, is_quote=True)

VIEWS: Mapping[str, tuple[Column, ...]] = {
    "claims": (
        _ID,
        Column(title="who says what", say=_says),
        Column(title="where and when", say=_where_and_when),
        Column(title="stands", say=_stands),
        _QUOTE,
    ),
    "control": (
        _field("place"),
        Column(title="day", say=lambda row, _: say_period(row["date"])),
        _field("voice", "according to"),
        Column(title="held by", say=_hold),
        _QUOTE,
    ),
    "figures": (
        _ID,
        Column(title="number", say=lambda row, _: say_amount(row), is_number=True),
        Column(title="as said", say=_counted),
        Column(title="where and when", say=_counted_where),
        _field("voice", "according to"),
        _QUOTE,
    ),
    "origins": (
        _ID,
        _field("name", "origin"),
        Column(title="claims", say=lambda row, _: str(len(row["claims"])), is_number=True),
        _field("counts"),
        _field("reasons", "why they are one"),
        _QUOTE,
    ),
    "voices": (
        Column(title="name", say=_speaker),
        _word("kind"),
        _field("institution", "speaks for"),
        _field("side"),
        _field("draws_on"),
        _field("claims", is_number=True),
        Column(title="documents", say=lambda row, _: str(len(row["documents"])), is_number=True),
        Column(title="also called", say=_aliases),
        _QUOTE,
    ),
    "documents": (
        _ID,
        _field("file"),
        _field("outlet"),
        Column(title="published", say=_published),
        Column(title="dated by", say=_dated_by, is_quote=True),
        _field("agencies"),
        Column(title="gave a claim", say=_read, is_number=True),
        _field("title"),
    ),
    "problems": (
        _word("stage"),
        _field("file"),
        _field("doc", "document"),
        _field("reason", "what and why"),
        Column(title="in these words", say=_quote, is_quote=True),
    ),
}
