"""What have people decided, and has anybody changed it since?"""

import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import msgspec

from sayso.errors import CaseError
from sayso.model.documents import Problem
from sayso.model.judgements import Judgement
from sayso.store.files import append_file, write_file, writing
from sayso.store.folders import CaseFolder
from sayso.store.locks import hold_file

# Returns a new line with what it takes over from those before it.
Complete = Callable[[Judgement, Sequence[Judgement]], Judgement]
_ID_LENGTH = 12


def read_judgements(folder: CaseFolder) -> tuple[Judgement, ...]:
    """Return the judgements of a case in the order of the file; empty when there is no file.

    Raises:
        CaseError: when a line is no judgement: a decision must not get lost in silence.
    """
    return tuple(judgement for _, _, judgement in _lines(folder))


def append_judgement(folder: CaseFolder, judgement: Judgement, complete: Complete | None = None) -> Judgement:
    """Write a judgement as the last line, chained to the line before it; return it with its id and hash.

    Its id is the beginning of its hash, so that lines that two people add apart keep their ids in a merge. `complete`
    makes it whole by the lines that stand there: nobody can add one between its look and the writing.

    Raises:
        CaseError: when it cannot be written; the file is as it was.
    """
    with hold_file(folder.judgements):
        _set_aside_torn_line(folder)
        before = [line for _, _, line in _lines(folder)]
        whole = complete(judgement, before) if complete else judgement
        chained = replace(whole, id="", previous=before[-1].hash if before else "", hash="")
        found = chain_hash(msgspec.to_builtins(chained))
        signed = replace(chained, id=found[:_ID_LENGTH], hash=found)
        append_file(folder.judgements, msgspec.json.encode(signed, order="deterministic") + b"\n")
    return signed


def check_judgements(folder: CaseFolder) -> tuple[Problem, ...]:
    """Return a problem for each line that was changed, or whose predecessor is gone.

    A line is right when its hash is that of its own words and its predecessor stands somewhere above it: so
    a file that git merged from two branches is right, and one with a line cut out or altered is not.
    """
    found, above = [], {""}
    if _torn_line(folder):
        found.append(
            Problem(stage="judgements", reason="the last line of judgements.jsonl is not whole and is passed over")
        )
    for number, line, judgement in _lines(folder):
        where = f"judgements.jsonl line {number} ({judgement.kind} by {judgement.author})"
        if chain_hash(line) != judgement.hash or not judgement.hash.startswith(judgement.id):
            found.append(Problem(stage="judgements", reason=f"{where} was changed after it was written"))
        if judgement.previous not in above:
            found.append(Problem(stage="judgements", reason=f"a line before {where} was taken out or changed"))
        above.add(judgement.hash)
    return tuple(found)


def chain_hash(line: dict[str, object]) -> str:
    """Return the hash of a judgement's line: sha256 of the previous hash and its canonical words.

    It is made of the line as read, not of the record, so that a field added by a later version changes nothing.
    """
    words = {key: value for key, value in line.items() if key not in {"id", "hash"}}
    return hashlib.sha256(
        str(line.get("previous", "")).encode() + msgspec.json.encode(words, order="deterministic")
    ).hexdigest()


def _lines(folder: CaseFolder) -> Iterator[tuple[int, dict[str, object], Judgement]]:
    """Yield number, words and judgement of each whole line."""
    content = _read(folder)
    whole = content[: content.rfind(b"\n") + 1]
    for number, line in enumerate(whole.split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            table = msgspec.json.decode(line, type=dict[str, object])
            judgement = msgspec.convert(table, Judgement)
        except msgspec.MsgspecError as error:
            raise CaseError(
                f"{folder.judgements} line {number} is no judgement ({error}); put the line back as it was"
                " (after a git merge: keep the lines of both sides)"
            ) from error
        yield number, table, judgement


def _torn_line(folder: CaseFolder) -> bytes:
    """Return what stands after the last line end: a judgement cut short by a power cut, never reported as taken."""
    content = _read(folder)
    return content[content.rfind(b"\n") + 1 :]


def _set_aside_torn_line(folder: CaseFolder) -> None:
    torn = _torn_line(folder)
    if torn:
        write_file(folder.path / "judgements.torn", torn)
        with writing(folder.judgements):
            os.truncate(folder.judgements, folder.judgements.stat().st_size - len(torn))


def _read(folder: CaseFolder) -> bytes:
    try:
        return folder.judgements.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise CaseError(f"cannot read {folder.judgements}: {error.strerror}") from error
