"""For which body does somebody speak, by his office or by the words that describe him?"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from sayso.lexicons import read_csv, read_words
from sayso.model.attributions import Source
from sayso.model.kinds import VoiceKind
from sayso.model.settings import VoiceEntry
from sayso.resolution.bodies import find_body
from sayso.resolution.context import Context
from sayso.resolution.countries import Country, find_country
from sayso.resolution.names import is_proper
from sayso.text.spellings import bare, plain

# Bodies that one person may speak for; media and experts quote others, so their staff are voices of their own.
SPOKEN_FOR = frozenset({VoiceKind.ARMED_GROUP, VoiceKind.OPPOSITION, VoiceKind.MONITOR, VoiceKind.NGO, VoiceKind.UN})
STATE_KINDS = frozenset({VoiceKind.GOVERNMENT, VoiceKind.MILITARY, VoiceKind.STATE_MEDIA, VoiceKind.FOREIGN_GOVERNMENT})
Row = Mapping[str, str]


class Institution(NamedTuple):
    """A body that is spoken for: its name, and the state that it belongs to if it does."""

    name: str
    country: Country | None


def find_institution(
    source: Source, context: Context, entries: Mapping[str, VoiceEntry], rows: Mapping[str, Row]
) -> Institution | None:
    """Return the body that somebody speaks for: of his office ("director of X"), else that his description begins with.

    A name that the user, the tables of states or the table of sources know stands for that body; another one
    counts only behind an office, and only for groups, monitors, the UN and aid bodies.
    """
    for name, is_office in _candidates(source):
        entry = next((entries[form] for form in (plain(name), bare(name)) if form in entries), None)
        if entry is not None:
            return Institution(entry.institution or entry.name, None)
        row = rows.get(plain(name))
        if row is not None and row["kind"] in STATE_KINDS:
            return Institution(row["name"], find_country(row["country"]))
        if row is not None and row["kind"] in SPOKEN_FOR:
            return Institution(row["name"], None)
        body = find_body(Source(name=name, kind=source.kind, people=source.people), context) if is_office else None
        if body is not None:
            return Institution(body.name, body.country)
        if is_office and row is None and source.kind in SPOKEN_FOR and is_proper(name):
            return Institution(name, None)
    return None


@cache
def _offices() -> Mapping[str, str]:
    """Return the office of each holder of public office, by his full name."""
    return {row["name"]: row["office"] for row in read_csv("office_holders")}


def _candidates(source: Source) -> Iterator[tuple[str, bool]]:
    """Yield the names a body may stand under, the longest first; the flag marks that of an office."""
    told, known = (office.partition(" of ")[2] for office in (source.role or "", _offices().get(source.name, "")))
    if body := told or known:
        yield body.removeprefix("the "), True
    if is_proper(source.name):
        return
    words = source.name.split()
    for last in range(len(words) - 1, 0, -1):
        yield " ".join(words[:last]).rstrip("'’"), False


def speaks_at_home(name: str) -> bool:
    """Tell whether a description means somebody of the state of the case ("army officer", "governor")."""
    words = plain(name).split()
    forms = {form for word in words for form in (word, word.removesuffix("s"))}
    return not is_proper(name) and not forms.isdisjoint(read_words("bodies", "at_home"))
