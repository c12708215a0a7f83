"""Which files does a review sheet for coders hold?"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from sayso.lexicons import read_toml
from sayso.outputs.columns import COLUMNS
from sayso.outputs.files import write_manifest, write_table
from sayso.outputs.flat import flatten_row, guard
from sayso.outputs.manifests import describe_publication
from sayso.outputs.publication import Publication
from sayso.outputs.sheets.acled import code_acled
from sayso.outputs.sheets.events import Coding, Event
from sayso.outputs.sheets.notes import say_claim
from sayso.outputs.sheets.questions import Question
from sayso.outputs.sheets.ucdp import code_ucdp, refuse_ucdp

Cells = Mapping[str, Any]
_UNDECIDED = ("question", "answer", "origins_low", "origins_high", "standing", "claims", "words", "reviewed")
_UNCODED = ("question", "reason", "claims", "reviewed")


def write_acled(publication: Publication, folder: Path) -> tuple[Path, ...]:
    """Write the events of what may be sent on in ACLED's columns, with what is undecided, uncoded and claimed beside them.

    Raises:
        OSError: when the folder cannot be written.
    """
    coding = Coding(publication)
    rows = [(event, code_acled(event)) for event in coding.events]
    return _write("acled", rows, coding, (), folder)


def write_ucdp(publication: Publication, folder: Path) -> tuple[Path, ...]:
    """Write the events with deaths of what may be sent on in the columns of UCDP GED, with the same files beside them.

    Raises:
        OSError: when the folder cannot be written.
    """
    coding = Coding(publication)
    headlines = {row["id"]: row["title"] for row in publication.tables["documents"] if row["title"]}
    refused = [(event, refuse_ucdp(event)) for event in coding.events]
    rows = [(event, code_ucdp(event, headlines)) for event, reason in refused if reason is None]
    others = tuple((one, reason) for event, reason in refused if reason for one in event.questions)
    return _write("ucdp", rows, coding, others, folder)


def _write(
    form: str,
    rows: Sequence[tuple[Event, Cells]],
    coding: Coding,
    refused: Sequence[tuple[Question, str]],
    folder: Path,
) -> tuple[Path, ...]:
    columns = read_toml("sheets")[form]["columns"]
    name = {"acled": "event_id_cnty", "ucdp": "id"}[form]
    claims = [column.name for column in COLUMNS["claims"]]
    about = describe_publication(coding.publication, form) | {
        "policy": read_toml("sheets")["policy"],
        "rules": read_toml("sheets")["says"],
    }
    return (
        _table(folder / f"{form}.csv", columns, (cells for _, cells in rows)),
        _table(folder / "undecided.csv", _UNDECIDED, (row for one in coding.undecided for row in _tell_sides(one))),
        _table(folder / "uncoded.csv", _UNCODED, (_tell_reason(*one) for one in (*coding.uncoded, *refused))),
        write_table(folder / "claims.csv", [name, *claims], _claim_cells(name, rows)),
        write_manifest(folder, about),
    )


def _claim_cells(name: str, rows: Iterable[tuple[Event, Cells]]) -> Iterable[dict[str, str]]:
    """Yield every claim on an event with the name of its event: the words that its row rests on."""
    for event, _ in rows:
        for claim in event.claims:
            yield {name: event.id, **flatten_row(claim, COLUMNS["claims"])}


def _tell_sides(question: Question) -> Iterable[Cells]:
    """Yield an answer a row of a question that a person must decide."""
    members = {claim["id"]: claim for claim in question.claims}
    for group in question.groups:
        claims = [members[claim] for claim in group["members"] if claim in members]
        if claims:
            yield {
                "question": question.text,
                "answer": group["answer"],
                "origins_low": group["independent_origins"][0],
                "origins_high": group["independent_origins"][1],
                "standing": group["standing"],
                "claims": "; ".join(claim["id"] for claim in claims),
                "words": " | ".join(say_claim(claim) for claim in claims),
                "reviewed": group["reviewed"],
            }


def _tell_reason(question: Question, reason: str) -> Cells:
    return {
        "question": question.text,
        "reason": reason,
        "claims": "; ".join(claim["id"] for claim in question.claims),
        "reviewed": "; ".join(dict.fromkeys(group["reviewed"] for group in question.groups)),
    }


def _table(path: Path, columns: Sequence[str], rows: Iterable[Cells]) -> Path:
    cells = ({name: _cell(row[name]) for name in columns} for row in rows)
    return write_table(path, list(columns), cells)


def _cell(value: object) -> str:
    if value is None:
        return ""
    return guard(value) if isinstance(value, str) else str(value)
