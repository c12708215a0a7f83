"""Kills an operation on a case at every call that touches a file, and checks what the next build finds.

Run as a script: it forks, and a process with threads should not. Prints one line of JSON.
"""

import json
import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from sayso.case import Case, Options, create_case, open_case
from sayso.case.decisions import By, date_document
from sayso.model.claims import Coverage, Reading
from sayso.model.documents import Document
from sayso.store import read_tombstones

# What Python calls when a byte or a name on the disk is about to change.
TOUCHING = frozenset(
    {"open", "write", "flush", "fsync", "replace", "rename", "mkdir", "unlink", "remove", "rmdir", "truncate"}
    | {"flock", "execute", "executemany", "connect", "close"}
)


def read_nothing(documents: list[Document], _model: str | None, *, workers: int) -> Iterator[Reading]:
    """Read without a syntax model: this is about the disk."""
    assert workers == 1
    for document in documents:
        yield Reading(document=document, passages=(), claims=(), coverage=Coverage(sentences=0, with_claim=0))


OPTIONS = Options(by="Ana", read=read_nothing)


def kill_at(moment: int, operation: Callable[[], None]) -> bool:
    """Run the operation in a child that is killed just before its touch number `moment`; tell whether it was."""
    child = os.fork()
    if child == 0:
        left = moment

        def count(_frame: object, event: str, function: object) -> None:
            nonlocal left
            if event == "c_call" and getattr(function, "__name__", "") in TOUCHING:
                left -= 1
                if left == 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.setprofile(count)
        operation()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


def held(case: Case) -> set[str]:
    """Return the documents that are whole on disk, and the judgements that are whole in the file."""
    documents = {path.parent.name for path in case.folder.documents.glob("[!.]*/capture.json")}
    removed = {tombstone.id for tombstone in read_tombstones(case.folder)}
    return (documents - removed) | {judgement.id for judgement in case.judgements()} | {f"-{one}" for one in removed}


def build(path: Path, articles: Path) -> None:
    """Take everything in."""
    create_case(path).build(articles, options=OPTIONS)


def judge(path: Path, _articles: Path) -> None:
    """Set the day of the first document."""
    case = open_case(path)
    by = By(author="Ben", reason="print edition", made="2024-05-04T10:00:00+00:00")
    case.judge(date_document(case.record, case.record.documents[0].id, "2024-05-01", by), OPTIONS)


def remove(path: Path, _articles: Path) -> None:
    """Take the last document out."""
    case = open_case(path)
    case.remove(case.record.documents[-1].id, reason="names a witness", options=OPTIONS)


def check(operation: Callable[[Path, Path], None], work: Path, every: int) -> dict[str, object]:
    """Kill the operation at `every` so manyth of its touches in a copy of the case; return what went wrong."""
    before, articles = work / "before", work / "articles"
    reference, lost, killed, moment = work / "reference", [], 0, 1
    shutil.copytree(before, reference) if before.exists() else None
    operation(reference, articles)
    wanted = exports(reference)
    while True:
        path = work / f"killed{moment}"
        shutil.copytree(before, path) if before.exists() else None
        if not kill_at(moment, lambda path=path: operation(path, articles)):
            return {"killed": killed, "lost": lost}
        case = create_case(path)
        kept = held(case)
        case.build(*([articles] if operation is build else []), options=OPTIONS)
        gone = kept - held(case)
        if gone:
            lost.append(f"moment {moment}: {sorted(gone)} lost")
        lost.extend(f"moment {moment}: {finding}" for finding in case.verify(OPTIONS))
        leftovers = [str(file.relative_to(path)) for file in path.rglob(".new-*")]
        if leftovers:
            lost.append(f"moment {moment}: left {leftovers}")
        if operation is build and exports(path) != wanted:
            lost.append(f"moment {moment}: other exports")
        shutil.rmtree(path)
        killed, moment = killed + 1, moment + every


def exports(path: Path) -> dict[str, bytes]:
    """Return the exported files of a case."""
    to = path / "outputs"
    return {file.name: file.read_bytes() for file in open_case(path).export("jsonl", to)}


def main() -> None:
    """Check the operation named on the command line in a folder of its own."""
    operation, work = {"build": build, "judge": judge, "remove": remove}[sys.argv[1]], Path(sys.argv[2])
    articles = work / "articles"
    articles.mkdir(parents=True)
    for name, text in {"a.txt": "A bridge fell.", "b.txt": "A bridge stood.", "c.txt": "A bridge burned."}.items():
        (articles / name).write_text(text)
    before = work / "before"
    if operation is not build:
        build(before, articles)
        judge(before, articles)
    sys.stdout.write(json.dumps(check(operation, work, int(sys.argv[3]))))


main()
