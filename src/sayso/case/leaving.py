"""Which record of a case may leave it, and on whose word?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from sayso.case.builds import join_case, read_case
from sayso.case.options import Options
from sayso.errors import InputError
from sayso.model.claims import Reading
from sayso.model.records import Record
from sayso.model.settings import Settings
from sayso.outputs import HeldBack, Publication, Terms, hold_back, publish
from sayso.outputs.privacy import Privacy
from sayso.pipeline import digest_model, join_to_leave
from sayso.record import Selection, find_opposed, leave_out, select_record
from sayso.resolution import could_tie
from sayso.store import (
    CaseFolder,
    Clearance,
    ReadingCache,
    append_clearance,
    read_judgements,
    read_notes,
    read_secret,
    read_settings,
)
from sayso.text.decisions import keep_active


@dataclass(frozen=True, slots=True, kw_only=True)
class Leave:
    """What somebody lets leave a case that does not leave by itself.

    `unreviewed` machine readings leave marked as such; by a reason in words each: the `names` of private persons, persons
    named as `agents` of violence, `places` of aid and shelter. `by` is who says so; each reason is written into
    `clearances.jsonl` before anything leaves.
    """

    unreviewed: bool = False
    names: str | None = None
    agents: str | None = None
    places: str | None = None
    by: str | None = None

    @property
    def reasons(self) -> dict[str, str]:
        """The reasons given, by what they let leave."""
        given = {"names": self.names, "agents": self.agents, "places": self.places}
        return {what: reason for what, reason in given.items() if reason is not None}


def leave_record(folder: CaseFolder, record: Record, selection: Selection, memory: dict[str, Reading]) -> Record:
    """Return the part of a record that is wanted, as it may leave the case.

    Raises:
        CaseError: when the documents or judgements cannot be read.
        ModelError: when a reading was not kept and the syntax model cannot be used.
    """
    return select_record(untie_record(folder, record, memory), selection)


def untie_record(folder: CaseFolder, record: Record, memory: dict[str, Reading]) -> Record:
    """Return the record without what ties an unnamed voice to a named one.

    Where somebody has tied them, it is joined again from the kept readings without that.

    Raises:
        CaseError: when the documents or judgements cannot be read.
        ModelError: when a reading was not kept and the syntax model cannot be used.
    """
    settings = read_settings(folder)
    if not could_tie(settings, keep_active(read_judgements(folder))):
        return record
    notes = read_notes(folder)
    cache = ReadingCache(folder=folder, model=digest_model(settings.syntax_model), settings=settings, memory=memory)
    readings, _ = read_case(notes, cache, Options())
    return join_case(folder, notes, readings, settings, join_to_leave)


def publish_record(
    folder: CaseFolder, untied: Record, selection: Selection, leave: Leave, form: str | None
) -> Publication:
    """Return what may be sent on of a record that ties nobody; every reason given is written down first.

    Without a form it is only held against what is sent on, and nothing is written down.

    Raises:
        InputError: when a reason is empty, or nothing of what is wanted has been reviewed.
        CaseError: when a reason cannot be written down.
    """
    _check_reasons(leave)
    settings = read_settings(folder)
    terms = Terms(
        unreviewed=leave.unreviewed,
        names=leave.names,
        agents=leave.agents,
        places=leave.places,
        secret=read_secret(folder),
        parties=frozenset(list_parties(settings)),
    )
    wanted = select_record(untied, selection)
    held = hold_back(wanted, terms)
    _check_reviewed(wanted, held)
    left = leave_out(wanted, held.all, find_opposed(settings.sides))
    published = publish(left, terms, whole=untied, held=held)
    if form is None:
        return published
    made = datetime.now(UTC).isoformat(timespec="seconds")
    for what, reason in leave.reasons.items():
        append_clearance(folder, Clearance(what=what, reason=reason, form=form, made=made, by=leave.by))
    return published


def find_unknown_names(folder: CaseFolder, record: Record) -> tuple[str, ...]:
    """Return the names in the reports of which nothing tells whose they are; what is sent on withholds them.

    Raises:
        CaseError: when the settings cannot be read.
    """
    privacy = Privacy(record, read_secret(folder), frozenset(list_parties(read_settings(folder))))
    return privacy.strangers


def _check_reasons(leave: Leave) -> None:
    empty = next((what for what, reason in leave.reasons.items() if not reason.strip()), None)
    if empty:
        raise InputError(f"no reason given for --with-{empty}: say in words why it may leave the case")


def _check_reviewed(wanted: Record, held: HeldBack) -> None:
    if wanted.claims and len(held.unreviewed) == len(wanted.claims):
        raise InputError(
            f"none of the {len(wanted.claims):,} claims wanted is reviewed, so nothing can be sent: review them"
            " (sayso open, sayso judge), or add --unreviewed, which marks every row as an unreviewed machine reading"
        )


def list_parties(settings: Settings) -> Iterator[str]:
    """Yield the names that the settings give to parties, bodies and places: nobody private, for the user says so."""
    for actor in settings.actors:
        yield from (actor.name, *actor.aliases)
    for outlet in settings.outlets:
        yield from (outlet.name, *outlet.aliases)
    for place in settings.places:
        yield from filter(None, (place.name, *place.names, place.within, place.country))
    yield from filter(None, [settings.country])
    yield from (institution.name for institution in settings.institutions)
    yield from (side.name for side in settings.sides)
    for voice in settings.voices:
        yield from filter(None, [voice.institution, *((voice.name, *voice.aliases) if voice.public else ())])
