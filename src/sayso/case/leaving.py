"""Which record of a case may leave it?"""

from sayso.case.builds import join_case, read_case
from sayso.case.options import Options
from sayso.model.claims import Reading
from sayso.model.records import Record
from sayso.pipeline import digest_model, join_to_leave
from sayso.record import Selection, select_record
from sayso.resolution import could_tie
from sayso.store import CaseFolder, ReadingCache, read_judgements, read_notes, read_settings
from sayso.text.decisions import keep_active


def leave_record(folder: CaseFolder, record: Record, selection: Selection, memory: dict[str, Reading]) -> Record:
    """Return the part of a record that is wanted, as it may leave the case.

    Where somebody has tied an unnamed voice to a named one, it is joined again from the kept readings without that.

    Raises:
        CaseError: when the documents or judgements cannot be read.
        ModelError: when a reading was not kept and the syntax model cannot be used.
    """
    settings = read_settings(folder)
    if not could_tie(settings, keep_active(read_judgements(folder))):
        return select_record(record, selection)
    notes = read_notes(folder)
    cache = ReadingCache(folder=folder, model=digest_model(settings.syntax_model), settings=settings, memory=memory)
    readings, _ = read_case(notes, cache, Options())
    return select_record(join_case(folder, notes, readings, settings, join_to_leave), selection)
