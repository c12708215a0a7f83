"""What can be asked of a case, and done with it?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from sayso.case.builds import Build, build_case
from sayso.case.changes import Changes, find_changes
from sayso.case.checks import check_case
from sayso.case.edits import keep_edits
from sayso.case.ids import find_id
from sayso.case.options import Options
from sayso.case.rows import Rows
from sayso.case.sending import Sending
from sayso.case.snapshots import freeze, go_back, take_snapshot, thaw
from sayso.errors import CaseBusyError, InputError, JudgementError
from sayso.model.judgements import Judgement
from sayso.model.records import Record
from sayso.store import (
    Imported,
    Release,
    Taken,
    Tombstone,
    append_judgement,
    create_folder,
    hold,
    import_places,
    keep_refusals,
    open_folder,
    read_notes,
    read_releases,
    remove_document,
)

if TYPE_CHECKING:
    from sayso.capture import Terms
    from sayso.case.captures import Captured, Wish
    from sayso.scale import Part


class Case(Sending):
    """A case folder. What it returns are rows with the fields of the exports; each cell can be traced by its id."""

    def build(self, *inputs: str | Path, options: Options | None = None) -> Build:
        """Take `inputs` in, read what is new and write the record; without inputs, build it again.

        Raises:
            CaseError: when the case cannot be written, or another build holds it.
        """
        build = build_case(self.folder, inputs, options or Options(), self._remembered)
        self._record = build.record
        return build

    def build_part(self, readings: Sequence[str], part: "Part", options: Options | None = None) -> Build:
        """Take the documents of a part of some readings in, with their readings, and write the record.

        Raises:
            InputError: when there are no finished readings at a place, or a day is none.
            CaseError: when the case cannot be written, or another build holds it.
        """
        options = options or Options()
        take = import_module("sayso.case.selections").take_readings
        taken: Mapping[Taken, int] = take(self.folder, readings, part, options, self._remembered.readings)
        return replace(self.build(options=options), taken=taken)

    def judge(self, judgement: Judgement, options: Options | None = None) -> Judgement:
        """Write a judgement down, then build the record with it; return it with its id.

        Raises:
            JudgementError: when the text it quotes does not stand there.
            CaseError: when it cannot be written.
        """
        return self.judge_all([judgement], options)[0]

    def judge_all(self, judgements: Sequence[Judgement], options: Options | None = None) -> tuple[Judgement, ...]:
        """Write judgements down, then build the record once with all of them; return them with their ids.

        Raises:
            JudgementError: when the text that one quotes does not stand there; none is written then.
            CaseError: when one cannot be written.
        """
        written = self.write_down(judgements, self.record)
        try:
            self.build(options=options)
        except CaseBusyError as error:
            raise CaseBusyError(
                f"the judgement is written and will be in the record after the next build; {error}"
            ) from error
        return written

    def write_down(self, judgements: Sequence[Judgement], record: Record) -> tuple[Judgement, ...]:
        """Write judgements on `record` down, and return them with their ids; the record follows at the next build.

        Raises:
            JudgementError: when the text that one quotes does not stand there; none is written then.
            CaseError: when one cannot be written.
        """
        texts = {document.id: document.text for document in record.documents}
        for judgement in judgements:
            _check_quote(judgement, texts)
        return tuple(append_judgement(self.folder, judgement, keep_edits) for judgement in judgements)

    def capture(self, wish: "Wish", options: Options | None = None, terms: "Terms | None" = None) -> "Captured":
        """Fetch pages from the web into the case; the next build reads them.

        Raises:
            InputError: when nothing is wished.
            CaseError: when the case cannot be written.
        """
        captured: Captured = _load_captures().capture_pages(self.folder, wish, options or Options(), terms)
        return captured

    def watch(
        self, every: timedelta, options: Options | None = None, terms: "Terms | None" = None
    ) -> "Iterator[Captured]":
        """Yield what each round over the feeds of the settings brought, and wait before the next.

        Raises:
            InputError: when the settings name no feed.
        """
        rounds: Iterator[Captured] = _load_captures().watch_feeds(self.folder, every, options or Options(), terms)
        return rounds

    def import_places(self, path: str | Path) -> Imported:
        """Add the places of a GeoNames dump, a CSV or a GeoJSON file to the settings; the next build uses them.

        Raises:
            InputError: when the file cannot be read.
            CaseError: when the case is held by another build.
        """
        with hold(self.folder):
            return import_places(self.folder, Path(path))

    def remove(self, document: str, *, reason: str, options: Options) -> str:
        """Take a document out and build the record without it; return its id. A tombstone stays.

        Raises:
            UnknownIdError: when no one document is meant.
        """
        notes = {note.id: note for note in read_notes(self.folder)}
        found = find_id(document, notes, "document")
        made = datetime.now(UTC).isoformat(timespec="seconds")
        with hold(self.folder, wait=options.wait):
            remove_document(
                self.folder,
                Tombstone(id=found, sha256=notes[found].sha256, removed=made, by=options.by, reason=reason),
            )
            keep_refusals(self.folder, (), notes[found].names)
        self.build(options=replace(options, days={}))
        return found

    def diff(self, *, since: str | None = None, start: str | None = None, end: str | None = None) -> Rows:
        """Return what changed: since a day, or from the release `start` to the release `end` (to now without it).

        A row is one answer that is new, changed, newly disputed, corrected, retracted or gone, with the cause.

        Raises:
            InputError: when neither or both of a day and a release are given, or there is no such release.
        """
        return Rows(name="changes", items=tuple(self.compare(since=since, start=start, end=end)))

    def compare(
        self,
        *,
        since: str | None = None,
        start: str | None = None,
        end: str | None = None,
        options: Options | None = None,
    ) -> Changes:
        """Return what `diff` does, each row made when it is asked for; `options` tell how to read what is not read yet.

        Raises:
            InputError: when neither or both of a day and a release are given, or there is no such release.
        """
        if (since is None) == (start is None):
            raise InputError("say from when: a day with --since, or a release with --from")
        if start is not None:
            old = thaw(self.folder, start)
        else:
            old = go_back(self.folder, since or "", self._remembered.readings, options or Options())
        new = thaw(self.folder, end) if end is not None else take_snapshot(self.record)
        return find_changes(old, new)

    def release(self, name: str, *, by: str | None = None) -> Release:
        """Freeze the record under a name, with a manifest of what it was made of; return the manifest.

        Raises:
            InputError: when the name is none or taken, or the record is older than the case.
            CaseError: when it cannot be written.
        """
        with hold(self.folder):
            self.refresh()
            if not self.is_current:
                raise InputError(
                    f"the record is older than the case; build it first: sayso build --case {self.folder.path}"
                )
            return freeze(self.folder, self.record, name, by)

    def releases(self) -> tuple[Release, ...]:
        """Return the manifests of what was frozen, in the order it was."""
        return read_releases(self.folder)

    def verify(self, options: Options | None = None) -> Iterator[str]:
        """Yield a line for everything that is not as it should be; none for a sound case."""
        return check_case(self.folder, options or Options())


def _load_captures() -> ModuleType:
    """Return the module that uses the network, imported at first use: it brings what speaks HTTP."""
    return import_module("sayso.case.captures")


def _check_quote(judgement: Judgement, texts: Mapping[str, str]) -> None:
    if not (judgement.span and judgement.document):
        return
    if judgement.span.read(texts.get(judgement.document, "")) != judgement.quote:
        raise JudgementError(f"{judgement.quote!r} does not stand at {list(judgement.span)} of its document")


def open_case(path: str | Path) -> Case:
    """Return the case in the folder `path`.

    Raises:
        CaseError: when there is none; `create_case` makes one.
    """
    return Case(open_folder(path))


def create_case(path: str | Path, settings: bytes | None = None) -> Case:
    """Return the case in the folder `path`, made first when there is none; `settings` is its sayso.toml.

    Raises:
        CaseError: when it cannot be written.
    """
    return Case(create_folder(path, settings))
