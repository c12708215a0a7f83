"""What does a case tell of its record?"""

from typing import Unpack

from sayso.case.builds import Remembered, uncollected
from sayso.case.disputes import dispute_rows
from sayso.case.rows import Rows
from sayso.case.wishes import Wishes, read_wishes
from sayso.model.judgements import Judgement
from sayso.model.records import Record
from sayso.outputs import export_rows
from sayso.outputs.matrices import matrix_rows
from sayso.record import Selection, select_record
from sayso.store import (
    CaseFolder,
    digest_truth,
    read_judgements,
    read_record,
    read_settings,
    read_stamp,
    sayso_version,
    search_claims,
)


class Asking:
    """The record of a case, whole and in part: rows with the fields of the exports; each cell can be traced by its id."""

    def __init__(self, folder: CaseFolder) -> None:
        self.folder = folder
        self._record: Record | None = None
        self._remembered = Remembered()

    @property
    def record(self) -> Record:
        """The record as it was last built, read once.

        Raises:
            CaseError: when there is none.
        """
        if self._record is None:
            with uncollected():
                self._record = read_record(self.folder)
        return self._record

    @property
    def is_current(self) -> bool:
        """Whether nothing that the record is made of has changed since it was built, and by this version."""
        stamp = read_stamp(self.folder)
        return stamp.inputs == digest_truth(self.folder) and stamp.sayso == sayso_version()

    def select(self, **wishes: Unpack[Wishes]) -> Record:
        """Return the part of the record that is wanted, at the three clocks that are wanted.

        Raises:
            InputError: when a wish makes no sense.
        """
        if not wishes:
            return self.record
        return select_record(self.record, read_wishes(wishes, read_settings(self.folder)))

    def claims(self, **wishes: Unpack[Wishes]) -> Rows:
        """Return who says what, where and when, with the exact words."""
        return self._rows("claims", wishes)

    def disputes(self, **wishes: Unpack[Wishes]) -> Rows:
        """Return the questions that are answered differently, with each side's voices and words."""
        return Rows(name="disputes", items=tuple(dispute_rows(self.select(**wishes))))

    def control(self, place: str | None = None, /, **wishes: Unpack[Wishes]) -> Rows:
        """Return who holds a place on which day, according to whom."""
        if place is not None:
            wishes["place"] = place
        return self._rows("control", wishes)

    def figures(self, **wishes: Unpack[Wishes]) -> Rows:
        """Return how many dead, besieged, displaced, per whom."""
        return self._rows("figures", wishes)

    def groups(self, **wishes: Unpack[Wishes]) -> Rows:
        """Return the claims that give one answer together, and their conflicts."""
        return self._rows("groups", wishes)

    def matrix(self, **wishes: Unpack[Wishes]) -> Rows:
        """Return who answers which question how: a row a question, a column a voice."""
        return Rows(name="matrix", items=tuple(matrix_rows(export_rows(self.select(**wishes)))))

    def origins(self, **wishes: Unpack[Wishes]) -> Rows:
        """Return where claims first came from, with the reasons for each merge."""
        return self._rows("origins", wishes)

    def voices(self, **wishes: Unpack[Wishes]) -> Rows:
        """Return who speaks, for which institution and side."""
        return self._rows("voices", wishes)

    def documents(self, **wishes: Unpack[Wishes]) -> Rows:
        """Return the reports, their days and how much of each was read."""
        return self._rows("documents", wishes)

    def problems(self, **wishes: Unpack[Wishes]) -> Rows:
        """Return what could not be read, in words."""
        return self._rows("problems", wishes)

    def judgements(self) -> tuple[Judgement, ...]:
        """Return all judgements in the order of the file, those taken back too."""
        return read_judgements(self.folder)

    def search(self, words: str) -> Rows:
        """Return the claims in whose sentence all of the words stand, best match first."""
        rows = {row["id"]: row for row in self.claims()}
        return Rows(name="claims", items=tuple(rows[claim] for claim in search_claims(self.folder, words)))

    def refresh(self) -> None:
        """Forget the record that was read, so that the next question reads what another program has written."""
        self._record = None

    def _selection(self, wishes: Wishes) -> Selection:
        return read_wishes(wishes, read_settings(self.folder)) if wishes else Selection()

    def _rows(self, table: str, wishes: Wishes) -> Rows:
        return Rows(name=table, items=tuple(export_rows(self.select(**wishes))[table]))
