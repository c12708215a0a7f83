"""How were the documents of a case obtained, read and protected?"""

from collections import Counter
from dataclasses import replace

from sayso.case.leaving import list_parties
from sayso.model.records import Record
from sayso.outputs.method_pages import write_method
from sayso.outputs.methodology import Run, describe_method
from sayso.outputs.privacy import Privacy
from sayso.outputs.withholding import withhold_ties
from sayso.store import (
    CaseFolder,
    read_clearances,
    read_notes,
    read_refusals,
    read_secret,
    read_settings,
    read_tombstones,
    sayso_version,
)

_DAY = 10


def tell_method(folder: CaseFolder, untied: Record, form: str) -> str:
    """Return the page on the method of a case, as Markdown or HTML; it may be sent on, for it holds no private name.

    `untied` is the record as it may leave the case.

    Raises:
        CaseError: when the case cannot be read.
    """
    privacy = Privacy(withhold_ties(untied), read_secret(folder), frozenset(list_parties(read_settings(folder))))
    return tell_run(privacy, find_run(folder), form)


def tell_run(privacy: Privacy, run: Run, form: str) -> str:
    """Return the page of a run on the record of the private persons given; a reason that could name somebody is left out."""
    sides = {name: why if privacy.is_plain(why) else "a reason is given in the case" for name, why in run.sides.items()}
    sections = describe_method(privacy.record, replace(run, sides=sides))
    return str(privacy.hide(write_method(sections, privacy.record.title, form)))


def find_run(folder: CaseFolder) -> Run:
    """Return what a case knows of its making: counts, days and the reasons given for sides.

    Raises:
        CaseError: when the case cannot be read.
    """
    notes = read_notes(folder)
    days = sorted(note.obtained[:_DAY] for note in notes)
    sides = {side.name: side.reason or "no reason is given" for side in read_settings(folder).sides}
    return Run(
        sayso=sayso_version(),
        media=Counter(note.media_type for note in notes),
        methods=Counter(note.method for note in notes),
        completeness=Counter(note.completeness for note in notes),
        obtained=(days[0], days[-1]) if days else None,
        fetched=sum(1 for note in notes if note.fetches),
        removed=len(read_tombstones(folder)),
        refused=len(read_refusals(folder)),
        sides=sides,
        cleared=Counter(one.what for one in read_clearances(folder)),
    )
