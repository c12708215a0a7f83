"""What can be asked of a case, and done with it?"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Unpack

from sayso.case.asking import Asking
from sayso.case.briefs import check_since, make_brief, write_page
from sayso.case.builds import Build, build_case
from sayso.case.changes import find_changes
from sayso.case.checks import check_case
from sayso.case.ids import find_id
from sayso.case.leaving import Leave, find_unknown_names, leave_record, publish_record, untie_record
from sayso.case.methods import tell_method
from sayso.case.options import Options
from sayso.case.rows import Rows
from sayso.case.snapshots import freeze, go_back, take_snapshot, thaw
from sayso.case.wishes import Wishes
from sayso.errors import CaseBusyError, InputError, JudgementError
from sayso.model.judgements import Judgement
from sayso.model.records import Record
from sayso.outputs import Publication, write_csv, write_geojson, write_jsonl
from sayso.outputs.briefing import FORMS, write_briefing
from sayso.outputs.sheets import write_acled, write_ucdp
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
    writing,
)

if TYPE_CHECKING:
    from sayso.capture import Terms
    from sayso.case.captures import Captured, Wish
    from sayso.scale import Part

WORKING = "jsonl"
# What each format that is sent on is made by, of what may be sent on.
SENT = {"csv": write_csv, "geojson": write_geojson, "acled": write_acled, "ucdp": write_ucdp, "html": write_page}
FORMATS = (WORKING, *SENT)
METHOD_FORMS = ("md", "html")


class Case(Asking):
    """A case folder. What it returns are rows with the fields of the exports; each cell can be traced by its id."""

    def build(self, *inputs: str | Path, options: Options | None = None) -> Build:
        """Take `inputs` in, read what is new and write the record; without inputs, build it again.

        Raises:
            CaseError: when the case cannot be written, or another build holds it.
        """
        build = build_case(self.folder, inputs, options or Options(), self._remembered)
        # Read again when it is asked for: what is shown is what is kept.
        self._record = None
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
        return tuple(append_judgement(self.folder, judgement) for judgement in judgements)

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

    def publish(self, form: str, leave: Leave | None = None, **wishes: Unpack[Wishes]) -> Publication:
        """Return what may be sent on: the one thing that every format but the working one is made of.

        `form` is the format it is for, as it is written down with each reason that `leave` gives.

        Raises:
            InputError: when a wish makes no sense, a reason is empty, or nothing that is wanted was reviewed.
            CaseError: when a reason cannot be written down.
        """
        return self._publish(form, leave or Leave(), wishes)

    def _publish(self, form: str | None, leave: Leave, wishes: Wishes) -> Publication:
        untied = untie_record(self.folder, self.record, self._remembered.readings)
        return publish_record(self.folder, untied, self._selection(wishes), leave, form)

    def export(
        self,
        format: str,  # noqa: A002
        folder: str | Path,
        leave: Leave | None = None,
        **wishes: Unpack[Wishes],
    ) -> tuple[Path, ...]:
        """Write the exports in `format` to a folder; return the files.

        `jsonl` is the full working format: the record without what ties an unnamed voice to a named one. Every other is
        made of what `publish` returns.

        Raises:
            InputError: when there is no such format, or nothing may be sent on.
            CaseError: when the folder cannot be written.
        """
        if format not in FORMATS:
            raise InputError(f"no format {format!r}; there are {', '.join(FORMATS)}")
        if format == WORKING:
            selection = self._selection(wishes)
            leaving = leave_record(self.folder, self.record, selection, self._remembered.readings)
            with writing(Path(folder)):
                return write_jsonl(leaving, Path(folder))
        published = self.publish(format, leave, **wishes)
        with writing(Path(folder)):
            return SENT[format](published, Path(folder))

    def brief(
        self,
        form: str = "html",
        leave: Leave | None = None,
        *,
        changed_since: str | None = None,
        **wishes: Unpack[Wishes],
    ) -> bytes:
        """Return a briefing of what may be sent on, as `html`, `md` or `docx`: every sentence with its note.

        With `changed_since` it tells what changed since the end of that day, by what had been published.

        Raises:
            InputError: when there is no such form or day, or nothing may be sent on.
            BriefingError: when a sentence would say more than it may; nothing is written then.
        """
        if form not in FORMS:
            raise InputError(f"no form {form!r}; there are {', '.join(FORMS)}")
        published = self.publish(form, leave, **wishes)
        before = None
        if changed_since is not None:
            check_since(changed_since)
            earlier: Wishes = {**wishes, "as_of": changed_since}
            # Of what had been published by then nobody may have reviewed anything: then all of it is new.
            with suppress(InputError):
                before = self._publish(None, leave or Leave(), earlier)
        return write_briefing(make_brief(published, before, changed_since), form)

    def write_file(self, path: Path, content: bytes) -> None:
        """Write a file that leaves the case, and the folder it lies in.

        Raises:
            CaseError: when it cannot be written.
        """
        with writing(path.parent):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)

    def methodology(self, form: str = "md") -> str:
        """Return the page on how the record was made, as Markdown (`md`) or HTML (`html`); it may be sent on.

        Raises:
            InputError: when there is no such form.
        """
        if form not in METHOD_FORMS:
            raise InputError(f"no format {form!r}; there are {', '.join(METHOD_FORMS)}")
        return tell_method(self.folder, untie_record(self.folder, self.record, self._remembered.readings), form)

    def unknown_names(self) -> tuple[str, ...]:
        """Return the names in the reports that no table and no setting knows: they are withheld, whosever they are."""
        return find_unknown_names(self.folder, self.record)

    def diff(self, *, since: str | None = None, start: str | None = None, end: str | None = None) -> Rows:
        """Return what changed: since a day, or from the release `start` to the release `end` (to now without it).

        A row is one answer that is new, changed, newly disputed, corrected, retracted or gone, with the cause.

        Raises:
            InputError: when neither or both of a day and a release are given, or there is no such release.
        """
        if (since is None) == (start is None):
            raise InputError("say from when: a day with --since, or a release with --from")
        memory = self._remembered.readings
        old = thaw(self.folder, start) if start is not None else go_back(self.folder, since or "", memory)
        new = thaw(self.folder, end) if end is not None else take_snapshot(self.record)
        return Rows(name="changes", items=tuple(find_changes(old, new)))

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
