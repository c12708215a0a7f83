"""Into which pieces is the input cut, so that each can be read by itself?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.errors import InputError
from sayso.intake import Section, find_sections
from sayso.intake import find_files as find_paths
from sayso.intake.folders import ARCHIVES, HTML, ROWS, TEXT, name_of
from sayso.intake.names import Shortener
from sayso.model.documents import Problem
from sayso.scale.shelves import find_files, is_address, opening

# So many articles are worth a piece of work of their own, and so many are at most lost with a worker.
ARTICLES, FILES = 200, 50
_MANY = (*ARCHIVES, *ROWS)


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file of the input: its name in the record, and where it is opened."""

    name: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """A piece of the input: some whole files, or a section of one."""

    files: tuple[File, ...]
    section: Section | None = None


def find_inputs(inputs: Sequence[str]) -> tuple[tuple[File, ...], tuple[Problem, ...]]:
    """Return the files of the inputs in their order, each once, and what of them cannot be one.

    Raises:
        InputError: when an input is not there.
    """
    files: dict[str, File] = {}
    problems: list[Problem] = []
    short = Shortener([one for one in inputs if not is_address(one)])
    for one in inputs:
        for found in _of_address(one) if is_address(one) else _of_path(one, short):
            if isinstance(found, Problem):
                problems.append(found)
            else:
                files.setdefault(found.url, found)
    return tuple(files.values()), tuple(problems)


def cut_files(files: Sequence[File]) -> tuple[list[File], list[Slice]]:
    """Return the files that hold many articles each, and slices of those that hold one."""
    many = [file for file in files if file.url.casefold().endswith(_MANY)]
    single = [file for file in files if not file.url.casefold().endswith(_MANY)]
    return many, [Slice(files=tuple(single[at : at + FILES])) for at in range(0, len(single), FILES)]


def cut_file(file: File) -> list[Slice | Problem]:
    """Return the slices of a file that holds many articles."""
    try:
        with opening(file.url) as stream:
            found = list(find_sections(file.name, stream, ARTICLES))
    except OSError as error:
        return [Problem(stage="intake", reason=f"cannot be read: {error}", file=file.name)]
    return [one if isinstance(one, Problem) else Slice(files=(file,), section=one) for one in found]


def _of_path(path: str, short: Shortener) -> Iterator[File | Problem]:
    if not Path(path).exists():
        raise InputError(f"no file or folder {path!r}; check the path")
    for found in find_paths(path):
        if isinstance(found, Problem):
            yield Problem(stage=found.stage, reason=found.reason, file=short.name(found.file or ""))
        else:
            yield File(name=short.name(name_of(found)), url=str(found.resolve()))


def _of_address(url: str) -> Iterator[File]:
    found = list(find_files(url))
    start = url.rstrip("/") if len(found) > 1 or found[0] != url else url.rpartition("/")[0]
    for one in found:
        name = one.removeprefix(start).strip("/") or one
        if len(found) == 1 or name.casefold().endswith((*_MANY, *HTML, *TEXT)):
            yield File(name=name, url=one)
