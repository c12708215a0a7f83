"""How does a part of many readings come into a case?"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from sayso.case.options import Options, Step
from sayso.model.claims import Reading
from sayso.model.documents import Problem
from sayso.model.settings import PlaceEntry, Settings
from sayso.pipeline import digest_model
from sayso.scale import Manifest, Part, Selected, count_undated, open_readings, select_documents
from sayso.store import (
    CaptureNote,
    CaseFolder,
    Given,
    ReadingCache,
    Taken,
    hold,
    keep_refusals,
    read_notes,
    read_settings,
    read_tombstones,
    recover,
    restore_document,
    store_capture,
)
from sayso.store.readings import rules_digest
from sayso.text.spellings import spelling_key


def take_readings(
    folder: CaseFolder, readings: Sequence[str], part: Part, options: Options, memory: dict[str, Reading]
) -> Counter[Taken]:
    """Take the documents of a part of some readings into the case, with their readings, and say what became of each.

    The documents are stored like any others, so that the case stays whole without what they came from. A reading is
    used where the case would make the same; where its settings or the rules differ, and for copies, the next build reads.

    Raises:
        InputError: when there are no finished readings at a place, or a day is none.
        CaseError: when the case cannot be written.
    """
    taken: Counter[Taken] = Counter()
    with hold(folder, wait=options.wait):
        recover(folder)
        settings = read_settings(folder)
        model = digest_model(settings.syntax_model)
        cache = ReadingCache(folder=folder, model=model, settings=settings, memory=memory)
        desk = _Desk(folder, cache, options)
        for place in readings:
            shelf, manifest = open_readings(place)
            is_ours = _would_read_alike(manifest, cache)
            wanted = replace(part, places=widen_places(part.places, settings))
            for selected in select_documents(shelf, wanted):
                taken[desk.take(selected if is_ours else replace(selected, reading=None))] += 1
                options.tell(Step(name="taken in", done=taken.total(), file=selected.capture.file))
            desk.tell_undated(place, count_undated(shelf, wanted))
        desk.end()
    return taken


def widen_places(places: tuple[str, ...] | None, settings: Settings) -> tuple[str, ...] | None:
    """Return the names of places with all other names the settings give them, and those of the places within them."""
    if places is None:
        return None
    names = dict.fromkeys(places)
    size = 0
    while size < len(names):
        size = len(names)
        keys = {spelling_key(name) for name in names}
        for entry in settings.places:
            if _is_among(entry, keys):
                names.update(dict.fromkeys((entry.name, *entry.names)))
    return tuple(names)


def _is_among(entry: PlaceEntry, keys: set[str]) -> bool:
    known = (entry.name, *entry.names, *((entry.within,) if entry.within else ()))
    return any(spelling_key(name) in keys for name in known)


def _would_read_alike(manifest: Manifest, cache: ReadingCache) -> bool:
    """Tell whether the case would read the documents of a run as the run did."""
    ours = (rules_digest(), cache.model, cache.settings.outlets, cache.settings.time_zone)
    return ours == (manifest.rules, manifest.model, manifest.outlets, manifest.time_zone)


class _Desk:
    """Puts documents into a case, one after another."""

    def __init__(self, folder: CaseFolder, cache: ReadingCache, options: Options) -> None:
        self._folder, self._cache, self._options = folder, cache, options
        self._removed = {tombstone.id for tombstone in read_tombstones(folder)} if options.again else set()
        self._obtained = datetime.now(UTC).isoformat(timespec="seconds")
        self._readings: dict[str, Selected] = {}
        self._problems: list[Problem] = []
        self._files: set[str] = set()

    def take(self, selected: Selected) -> Taken:
        """Put one document on disk."""
        capture = selected.capture
        if capture.id in self._removed:
            restore_document(self._folder, capture.id)
        given = Given(paths=(capture.file, *capture.also), obtained=self._obtained, by=self._options.by)
        taken = store_capture(self._folder, capture, selected.original, given)
        self._files.add(capture.file)
        self._problems += (Problem(stage="intake", reason=reason, file=capture.file) for reason in selected.problems)
        if selected.reading is not None and taken is not Taken.OUT:
            self._readings[capture.id] = selected
        return taken

    def tell_undated(self, place: str, number: int) -> None:
        """Note how many documents were left out of some readings because nobody knows when they came out."""
        self._files.add(place)
        if number:
            reason = f"documents without a day, left out of the span that was asked for: {number:,}; without --since and --until they come"
            self._problems.append(Problem(stage="intake", reason=reason, file=place))

    def end(self) -> None:
        """Keep the readings of what was taken in where the next build looks for them, and the problems met."""
        keep_refusals(self._folder, self._problems, self._files)
        for note, reading in self._kept(read_notes(self._folder)):
            self._cache.keep(self._cache.key(note), reading)

    def _kept(self, notes: Sequence[CaptureNote]) -> Iterator[tuple[CaptureNote, Reading]]:
        """Yield the readings of documents that lie in the case as they were read: under the same names and facts."""
        for note in notes:
            selected = self._readings.get(note.id)
            if selected is None or selected.reading is None:
                continue
            capture = selected.capture
            if (note.names, note.page) == ((capture.file, *capture.also), capture.page):
                yield note, selected.reading
