"""How does a case become one page to send: the briefing, and all claims to search in, in one file that loads nothing?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sayso.outputs.briefing.contents import Briefing
from sayso.outputs.briefing.drafts import Brief, draft_briefing
from sayso.outputs.briefing.ledgers import say_day
from sayso.outputs.briefing.lints import check_briefing
from sayso.outputs.briefing.pages import write_page
from sayso.outputs.briefing.reports import Reports, Row
from sayso.text.days import read_days
from sayso.text.wordings import say_standing, say_word

_TOGETHER = "; "
PAGE = "case.html"
# How a voice holds to what it says, by stance or by basis.
_SAID = {
    "asserts": "says", "concedes": "says, against own interest", "denies": "denies", "doubts": "doubts",
    "hedges": "says, with a reservation", "expects": "expects", "presupposed": "mentions in passing",
    "conditional": "says, as a possibility",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A claim in the list: what is shown of it, and the numbers of voices and places and the days it is found by."""

    id: str
    number: int | None
    chain: tuple[str, ...]
    stance: str
    kind: str
    place: str
    when: str
    words: tuple[str, str, str] | None
    outlet: str
    published: str
    reviewed: str | None
    standing: str
    voices: tuple[int, ...]
    places: tuple[int, ...]
    first: str | None
    last: str | None


def write_bundle(brief: Brief, folder: Path) -> tuple[Path, ...]:
    """Write a case as one page to send, after every sentence of it was checked; return the file.

    Raises:
        BriefingError: when a sentence says more than it may.
        OSError: when the folder cannot be written.
    """
    briefing = draft_briefing(brief)
    check_briefing(briefing)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / PAGE
    path.write_text(make_bundle(briefing, Reports(brief.tables)), "utf-8", newline="\n")
    return (path,)


def make_bundle(briefing: Briefing, reports: Reports) -> str:
    """Return one page with the parts of a briefing and every claim, each part and claim with an anchor of its own."""
    claims = sorted(
        reports.claims.values(),
        key=lambda row: (row["time"]["edtf"] or "9", reports.numbers.get(row["doc"], 0), row["span"] or [0], row["id"]),
    )
    chains = {row["id"]: _chain(row, reports) for row in claims}
    voices = sorted({name for chain in chains.values() for name in chain}, key=str.casefold)
    places = sorted({name for row in claims for name in _places(row)}, key=str.casefold)
    index = _Index(chains=chains, voices=_number(voices), places=_number(places))
    cards = [_card(row, reports, briefing, index) for row in claims]
    targets = {row["id"]: f"c-{card.id}" for row, card in zip(claims, cards, strict=True)}
    return write_page("page.html", briefing, targets, cards=cards, voices=voices, places=places)


@dataclass(frozen=True, slots=True)
class _Index:
    chains: Mapping[str, tuple[str, ...]]
    voices: Mapping[str, int]
    places: Mapping[str, int]


def _number(names: Iterable[str]) -> dict[str, int]:
    """Return a number for each name of a list, from one on."""
    return {name: number for number, name in enumerate(names, 1)}


def _chain(row: Row, reports: Reports) -> tuple[str, ...]:
    return tuple(one["name"] for one in row["chain"]) or (reports.name_origin(row),)


def _places(row: Row) -> list[str]:
    return row["place"]["name"].split(_TOGETHER) if row["place"] else []


def _card(row: Row, reports: Reports, briefing: Briefing, index: _Index) -> Card:
    time, chain = row["time"], index.chains[row["id"]]
    first, last = _bounds(time["edtf"])
    return Card(
        id=row["id"].replace(" ", "-"),
        number=briefing.numbers.get(row["id"]),
        chain=chain,
        stance=_SAID[row["basis"] if row["basis"] in _SAID else row["stance"]],
        kind=say_word(row["kind"]),
        place=row["place"]["name"] if row["place"] else "",
        when=say_day(time["edtf"], time["basis"]),
        words=_find_words(row),
        outlet=reports.name_origin(row),
        published=reports.say_published(row),
        reviewed=row["reviewed"],
        standing=say_standing(row["standing"]),
        voices=tuple(index.voices[name] for name in chain),
        places=tuple(index.places[name] for name in _places(row)),
        first=first,
        last=last,
    )


def _find_words(row: Row) -> tuple[str, str, str] | None:
    """Return the sentence of a claim as what stands before its words, the words, and what stands after; None when withheld."""
    if not row["quote"]:
        return None
    before, found, after = (row["context"] or "").partition(row["quote"])
    return (before, row["quote"], after) if found else ("", row["quote"], "")


def _bounds(edtf: str | None) -> tuple[str | None, str | None]:
    """Return the first and last day of a period as ISO days; an open end reaches the ends of the calendar."""
    days = read_days(edtf)
    if days is None:
        return None, None
    return (days.first or date.min).isoformat(), (days.last or date.max).isoformat()
