"""What was handed in and could not be taken in? It is said in every record, so it is kept with the documents."""

from collections.abc import Collection

import msgspec

from sayso.errors import CaseError
from sayso.model.documents import Problem
from sayso.store.files import write_file
from sayso.store.folders import CaseFolder

NAME = "refused.json"


def read_refusals(folder: CaseFolder) -> tuple[Problem, ...]:
    """Return the problems met when taking in, in order of file name.

    Raises:
        CaseError: when the list cannot be read.
    """
    path = folder.documents / NAME
    try:
        return msgspec.json.decode(path.read_bytes(), type=tuple[Problem, ...])
    except FileNotFoundError:
        return ()
    except (OSError, msgspec.MsgspecError) as error:
        raise CaseError(f"cannot read {path} ({error}); put it back from a copy, or delete it") from error


def keep_refusals(folder: CaseFolder, met: Collection[Problem], files: Collection[str]) -> None:
    """Keep the problems met in this run; what was known before of the files seen now (`files`) is replaced.

    A row of a `.jsonl` file ("rows.jsonl:3") is seen when any row of that file is.

    Raises:
        CaseError: when the list cannot be written.
    """
    before = read_refusals(folder)
    seen = {_container(file) for file in (*files, *(problem.file for problem in met))}
    kept = {*met, *(problem for problem in before if _container(problem.file) not in seen)}
    after = tuple(sorted(kept, key=lambda problem: (problem.file or "", problem.stage, problem.reason)))
    if after != before:
        content = msgspec.json.format(msgspec.json.encode(after), indent=2)
        write_file(folder.documents / NAME, content + b"\n")


def _container(file: str | None) -> str | None:
    name, colon, row = (file or "").rpartition(":")
    return name if colon and row.isdigit() else file
