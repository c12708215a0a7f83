"""What of a case can be sent on, and in which forms?"""

from contextlib import suppress
from pathlib import Path
from typing import Unpack

from sayso.case.asking import Asking
from sayso.case.briefs import check_since, make_brief, write_page
from sayso.case.leaving import Leave, find_unknown_names, leave_record, publish_record, untie_record
from sayso.case.methods import tell_method
from sayso.case.wishes import Wishes
from sayso.errors import InputError
from sayso.outputs import Publication, draw_control, write_csv, write_geojson, write_jsonl
from sayso.outputs.briefing import FORMS, write_briefing
from sayso.outputs.sheets import write_acled, write_ucdp
from sayso.store import writing

WORKING = "jsonl"
# What each format that is sent on is made by, of what may be sent on.
SENT = {"csv": write_csv, "geojson": write_geojson, "acled": write_acled, "ucdp": write_ucdp, "html": write_page}
FORMATS = (WORKING, *SENT)
METHOD_FORMS = ("md", "html")


class Sending(Asking):
    """What leaves a case: made of what may be sent on, but for the working format."""

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

    def draw_control(self, place: str | None = None, /, **wishes: Unpack[Wishes]) -> str:
        """Return who held a place when, according to whom, as a drawing (SVG) to send: a strip for each voice and extent.

        What no person has reviewed is drawn too, and the drawing says so; persons are withheld.

        Raises:
            InputError: when a wish makes no sense.
        """
        if place is not None:
            wishes["place"] = place
        return draw_control(self._publish(None, Leave(unreviewed=True), wishes).tables)

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
