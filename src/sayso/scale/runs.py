"""How does a run over many documents go, from the first to the last, and on after it was broken off?"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from sayso.errors import InputError
from sayso.model.documents import Problem
from sayso.model.settings import Settings
from sayso.scale.engines import Engine
from sayso.scale.lots import COPY, READ, Lot, Page, Work, read_lot
from sayso.scale.manifests import (
    MANIFEST,
    Manifest,
    is_same_run,
    make_manifest,
    read_done,
    read_manifest,
    write_done,
    write_manifest,
)
from sayso.scale.marks import Mark, Twin, find_twins
from sayso.scale.shelves import Shelf, is_address
from sayso.scale.sifting import KEPT, Sift, name_pages, sift_slice
from sayso.scale.slices import Slice, cut_file, cut_files, find_inputs
from sayso.scale.tables import read_table

# A lot is a hundredth of all or so: small enough to lose with a worker, large enough to be worth a file.
LEAST, MOST, SHARE = 8, 256, 64
_COLUMNS = ("document", "name", "state", "part", "first_day", "text_sha256", "telling", "runs")

Given = TypeVar("Given")
Tell = Callable[[str, int, int], None]


def say_nothing(_name: str, _done: int, _total: int) -> None:
    """Tell nobody how far a run has come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What is to be read and where its readings are put; `gate` passes over what does not speak of conflict.

    `resume` goes on with a run that was broken off; `tell` is told how far it has come.
    """

    inputs: tuple[str, ...]
    to: str
    settings: Settings = field(default_factory=Settings)
    gate: bool = True
    resume: bool = False
    tell: Tell = say_nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of the pages: how many were read, how many are copies, why others were not, and what is broken."""

    read: int
    copies: int
    claims: int
    passed: Mapping[str, int]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    """A page that is to be read, as the run's plan knows it."""

    document: str
    slice: int
    row: int
    part: str
    first_day: str | None
    mark: Mark


def read_many(run: Run, engine: Engine) -> Outcome:
    """Read all documents of a run into tables, and return what became of them.

    The same inputs give the same files, byte for byte, with whatever engine and however many workers. All that is
    done is written down piece by piece: after a kill at any moment, `resume` goes on, and nothing is lost or twice.

    Raises:
        InputError: when an input is not there, or readings of another run lie at the place.
        ModelError: when the model cannot be used, or the engine is lost.
        CaseError: when the place cannot be written.
    """
    # Workers have another folder to start from than we have.
    shelf = Shelf(run.to if is_address(run.to) else str(Path(run.to).absolute()))
    manifest = _begin(run, shelf, engine)
    done = read_done(shelf)
    sifts = {
        f"pages-{number:06}": Sift(number=number, slice=piece, manifest=_light(manifest), shelf=shelf)
        for number, piece in enumerate(manifest.slices)
    }
    sifted = _work("sifted", sift_slice, sifts, _Desk(engine, shelf, done, run.tell))
    works = {
        lot.name: Work(lot=lot, manifest=_light(manifest), shelf=shelf)
        for lot in make_lots(shelf, len(manifest.slices))
    }
    lots = _work("read", read_lot, works, _Desk(engine, shelf, done, run.tell))
    if manifest.counts is None:
        write_manifest(shelf, replace(manifest, counts=dict(sorted((sifted + lots).items()))))
    return Outcome(
        read=lots[READ],
        copies=lots[COPY],
        claims=lots["claims"],
        passed={reason: count for reason, count in sorted(sifted.items()) if reason != KEPT},
        problems=tuple(Problem(stage="intake", reason=reason, file=name) for name, reason in manifest.problems),
    )


def _light(manifest: Manifest) -> Manifest:
    """Return the manifest as workers need it: without the list of all pieces."""
    return replace(manifest, slices=(), inputs=(), problems=())


def _begin(run: Run, shelf: Shelf, engine: Engine) -> Manifest:
    """Return the manifest of the run, written down before any work: that of the broken run when it goes on."""
    new = make_manifest(run.inputs, run.settings, gate=run.gate)
    old = read_manifest(shelf)
    if old is not None:
        if not run.resume:
            raise InputError(f"{run.to} holds readings already; name another place, or go on with --resume")
        if not is_same_run(old, new):
            raise InputError(
                f"{run.to} was begun with other inputs, settings, gate or version of sayso (see its {MANIFEST}); name another place"
            )
        return old
    files, problems = find_inputs(run.inputs)
    many, slices = cut_files(files)
    found = dict(engine.run(cut_file, {file.url: file for file in many}))
    for file in many:
        slices += [one for one in found[file.url] if isinstance(one, Slice)]
        problems += tuple(one for one in found[file.url] if isinstance(one, Problem))
    broken = tuple((problem.file or "", problem.reason) for problem in problems)
    manifest = replace(new, slices=tuple(slices), problems=broken)
    write_manifest(shelf, manifest)
    return manifest


@dataclass(frozen=True, slots=True)
class _Desk:
    """Where work is done, and what is done already."""

    engine: Engine
    shelf: Shelf
    done: Mapping[str, dict[str, int]]
    tell: Tell


def _work(name: str, work: Callable[[Given], dict[str, int]], pieces: Mapping[str, Given], desk: _Desk) -> Counter[str]:
    """Do what of the pieces is not done, write each down, and return what all of them counted."""
    counts: Counter[str] = Counter()
    for piece in pieces.keys() & desk.done.keys():
        counts.update(desk.done[piece])
    missing = {piece: given for piece, given in pieces.items() if piece not in desk.done}
    ready = len(pieces) - len(missing)
    desk.tell(name, ready, len(pieces))
    for number, (piece, made) in enumerate(desk.engine.run(work, missing), ready + 1):
        write_done(desk.shelf, piece, made)
        counts.update(made)
        desk.tell(name, number, len(pieces))
    return counts


def make_lots(shelf: Shelf, slices: int) -> Iterator[Lot]:
    """Yield the lots that the kept pages are read in: of one part each, in the order of ids.

    How they are cut depends on the pages alone. The same bytes under several names are one document with all of them;
    of copies the one that came out first is read.
    """
    names: dict[str, set[str]] = {}
    kept: dict[str, _Kept] = {}
    for page, name in _read_kept(shelf, slices):
        names.setdefault(page.document, set()).add(name)
        kept.setdefault(page.document, page)
    in_order = sorted(kept.values(), key=lambda page: (page.first_day or "9999", page.document))
    twins = find_twins((page.document, page.mark) for page in in_order)
    parts: dict[str, list[Page]] = {}
    for page in sorted(kept.values(), key=lambda page: page.document):
        parts.setdefault(page.part, []).append(_place(page, names[page.document], twins.get(page.document)))
    size = min(MOST, max(LEAST, len(kept) // SHARE))
    for part, pages in sorted(parts.items()):
        yield from _cut(part, pages, size)


def _cut(part: str, pages: Sequence[Page], size: int) -> Iterator[Lot]:
    for number, start in enumerate(range(0, len(pages), size)):
        yield Lot(part=part, number=number, pages=tuple(pages[start : start + size]))


def _place(page: _Kept, names: set[str], twin: Twin | None) -> Page:
    return Page(
        document=page.document,
        slice=page.slice,
        row=page.row,
        names=tuple(sorted(names)),
        copy_of=twin.first if twin else None,
        copy_how=twin.how if twin else None,
    )


def _read_kept(shelf: Shelf, slices: int) -> Iterator[tuple[_Kept, str]]:
    for number in range(slices):
        for row, page in enumerate(read_table(shelf, name_pages(number), _COLUMNS).to_pylist()):
            if page["state"] == KEPT:
                mark = Mark(text=page["text_sha256"], telling=page["telling"], runs=page["runs"])
                yield (
                    _Kept(
                        document=page["document"],
                        slice=number,
                        row=row,
                        part=page["part"],
                        first_day=page["first_day"],
                        mark=mark,
                    ),
                    page["name"],
                )
