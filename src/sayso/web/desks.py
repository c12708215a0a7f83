"""What lies open? One case, read once, and the only way in which pages change it."""

import gc
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from threading import Lock
from time import monotonic

from sayso.case import Case, Options, Wishes, open_case
from sayso.case.changes import Changes
from sayso.case.wishes import read_wishes
from sayso.errors import CaseError, SaysoError
from sayso.model.claims import Claim
from sayso.model.documents import Document
from sayso.model.judgements import Judgement
from sayso.model.settings import Settings
from sayso.record import select_record
from sayso.store import read_settings
from sayso.web.snapshots import Snapshot
from sayso.web.stocks import Stock
from sayso.web.turns import take_turns

Stamp = tuple[int, int, int]
Draft = Callable[[Snapshot, Sequence[Judgement]], Sequence[Judgement]]
# A comparison holds the older record too.
_KEPT_SELECTIONS, _KEPT_COMPARISONS = 16, 2


class Desk:
    """A case that lies open. Pages read a snapshot, which never changes; a change swaps in the next one.

    Judgements come one after the other, whatever number of windows sends them: each is on disk before its page is
    answered. `patience` is how long, in seconds, an answer waits for the record to follow; None: until it has. `tick` tells
    the seconds that pass.
    """

    def __init__(
        self,
        folder: str | Path,
        options: Options | None = None,
        patience: float | None = None,
        tick: Callable[[], float] = monotonic,
    ) -> None:
        given = options or Options()
        self.options = replace(given, read=take_turns(given.read))
        self.patience = patience
        self._builder = ThreadPoolExecutor(1, "sayso-build")
        self._tick = tick
        self._looked = tick()
        self._writing = Lock()
        self._wanted = self._made = 0
        self._case = open_case(folder)
        self._changing = Lock()
        self._reading = Lock()
        self._snapshot: Snapshot | None = None
        self._stamp: Stamp | None = None
        self._currency: tuple[object, bool] | None = None
        self._selections = Stock[Snapshot](_KEPT_SELECTIONS)
        self._comparisons = Stock[Changes](_KEPT_COMPARISONS)

    @property
    def case(self) -> Case:
        """The case itself."""
        return self._case

    @property
    def settings(self) -> Settings:
        """What sayso.toml says now."""
        return read_settings(self._case.folder)

    @property
    def name(self) -> str:
        """What the folder of the case is called."""
        return self._case.folder.path.resolve().name

    def is_current(self) -> bool:
        """Tell whether documents, settings and judgements are still those that the record was made of."""
        stamp = (self._stamp, *self._read_changes())
        if self._currency is None or self._currency[0] != stamp:
            self._currency = (stamp, self._case.is_current)
        return self._currency[1]

    def look(self) -> Snapshot:
        """Return the record as it is now; one that another program has written meanwhile is read again.

        Raises:
            CaseError: when there is none.
        """
        self._looked = self._tick()
        if self._snapshot is not None and self._stamp == self._read_stamp():
            return self._snapshot
        # While a change is being made, pages show what was there before.
        if self._snapshot is not None and self._changing.locked():
            return self._snapshot
        with self._changing:
            return self._read_anew()

    def tell_idle(self) -> float:
        """Return for how many seconds nobody has looked at the record."""
        return self._tick() - self._looked

    def select(self, wishes: Wishes) -> Snapshot:
        """Return the part of the record that is wanted.

        Raises:
            InputError: when a wish makes no sense.
        """
        whole = self.look()
        if not wishes:
            return whole
        key = tuple(sorted(wishes.items()))
        found = self._selections.find(key)
        if found is not None:
            return found
        selection = read_wishes(wishes, self.settings)
        selected = Snapshot(select_record(whole.record, selection), whole=whole)
        with self._reading:
            if self._snapshot is whole:
                self._selections.put(key, selected)
        return selected

    def compare(self, *, since: str = "", start: str = "", end: str = "") -> Changes:
        """Return what has changed since a day, or from one release to another, to now without `end`.

        The last comparisons with the record as it is are not worked out again.

        Raises:
            InputError: when the day is none, or there is no such release.
        """
        self.look()
        found = self._comparisons.find((since, start, end))
        if found is None:
            with self._changing:
                found = self._case.compare(
                    since=since or None, start=start or None, end=end or None, options=self.options
                )
                self._comparisons.put((since, start, end), found)
        return found

    def freeze(self, name: str, by: str) -> None:
        """Freeze the record under a name.

        Raises:
            InputError: when the name is none or taken, or the record is older than the case.
        """
        with self._changing:
            self._case.release(name, by=by)

    def judge(self, draft: Draft) -> tuple[Judgement, ...]:
        """Write down what `draft` makes of the record and of all judgements so far, and have the record follow.

        The judgements are on disk when this returns. So is the record made with them, but in a case so large that
        it takes longer than this desk has patience.

        Raises:
            SaysoError: when the draft cannot be made or written.
        """
        snapshot = self.look()
        with self._writing:
            drafts = draft(snapshot, self._case.judgements())
            written = self._case.write_down(drafts, snapshot.record)
        try:
            self.follow()
        except SaysoError as error:
            raise CaseError(f"this is written down, but the record cannot be made with it now: {error}") from error
        return written

    def follow(self) -> None:
        """Make the record with all that is written down. What several windows want meanwhile is made once.

        Raises:
            SaysoError: when it cannot be made, and that is known before patience ends.
        """
        self._wanted += 1
        made = self._builder.submit(self._make, self._wanted)
        with suppress(TimeoutError):
            made.result(self.patience)

    @property
    def is_behind(self) -> bool:
        """Whether something is written down that the record does not show yet."""
        return self._made < self._wanted

    def _make(self, wanted: int) -> None:
        if self._made >= wanted:
            return
        begun = self._wanted
        try:
            with self._changing:
                before = self._read_changes()
                self._case.build(options=self.options)
                self._show()
                # Nothing to compare again: what was there before the build is in the record.
                self._currency = ((self._stamp, *before), True)
        finally:
            self._made = begun

    def take_in(self, inputs: Sequence[Path], options: Options | None = None) -> None:
        """Take articles into the case and build the record with them; without any, build it again.

        Raises:
            SaysoError: when they cannot be taken in.
        """
        with self._changing:
            self._case.build(*inputs, options=options or self.options)
            self._show()

    def read_words(self, words: str) -> tuple[Claim, ...]:
        """Return the claims that the machine reads in some words when they stand alone.

        Raises:
            ModelError: when the syntax model cannot be used.
        """
        alone = Document(id="words", sha256="", file="words", text=words, language="en")
        model = self.settings.syntax_model
        return tuple(claim for reading in self.options.read([alone], model) for claim in reading.claims)

    def options_with(self, **changes: object) -> Options:
        """Return how this desk builds, with changes."""
        return replace(self.options, **changes)  # type: ignore[arg-type]

    def _read_anew(self) -> Snapshot:
        """Return the snapshot, read again when another program has written the record. Only within a change."""
        if self._snapshot is None or self._stamp != self._read_stamp():
            self._case.refresh()
            return self._show()
        return self._snapshot

    def _show(self) -> Snapshot:
        stamp = self._read_stamp()
        snapshot = Snapshot(self._case.record)
        # A record is a tree of many objects: the search for cycles would walk all of it in the middle of a request.
        gc.freeze()
        with self._reading:
            self._snapshot, self._stamp = snapshot, stamp
            self._selections.clear()
            self._comparisons.clear()
        return snapshot

    def _read_changes(self) -> tuple[int, ...]:
        changed = self._case.folder.judgements, self._case.folder.settings, self._case.folder.documents
        return tuple(path.stat().st_mtime_ns if path.exists() else 0 for path in changed)

    def _read_stamp(self) -> Stamp | None:
        with suppress(FileNotFoundError):
            found = self._case.folder.record.stat()
            return found.st_ino, found.st_mtime_ns, found.st_size
        return None
