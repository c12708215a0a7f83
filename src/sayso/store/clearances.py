"""Who let names and places leave the case, when and why?"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import msgspec

from sayso.errors import CaseError
from sayso.store.files import append_file
from sayso.store.folders import CaseFolder
from sayso.store.judgements import chain_hash
from sayso.store.locks import hold_file


@dataclass(frozen=True, slots=True, kw_only=True)
class Clearance:
    """One time that something left which does not leave by itself: `what` is names, agents or places, `form` the format.

    `made` and `by` are when and by whom; `previous` chains the hashes of the lines.
    """

    what: str
    reason: str
    form: str
    made: str
    by: str | None = None
    previous: str = ""
    hash: str = ""


def append_clearance(folder: CaseFolder, clearance: Clearance) -> Clearance:
    """Write a clearance as the last line of `clearances.jsonl`, with fsync; return it with its hash.

    Raises:
        CaseError: when it cannot be written; then nothing may leave.
    """
    with hold_file(folder.clearances):
        lines = list(_lines(folder))
        chained = replace(clearance, previous=str(lines[-1].get("hash", "")) if lines else "", hash="")
        signed = replace(chained, hash=chain_hash(msgspec.to_builtins(chained)))
        append_file(folder.clearances, msgspec.json.encode(signed, order="deterministic") + b"\n")
    return signed


def read_clearances(folder: CaseFolder) -> tuple[Clearance, ...]:
    """Return the clearances of a case in the order of the file.

    Raises:
        CaseError: when a line is none.
    """
    try:
        return tuple(msgspec.convert(line, Clearance) for line in _lines(folder))
    except msgspec.MsgspecError as error:
        raise CaseError(
            f"{folder.clearances} holds a line that is no clearance ({error}); put it back as it was"
        ) from error


def check_clearances(folder: CaseFolder) -> Iterator[str]:
    """Yield a line for each clearance that was changed, or whose predecessor is gone."""
    above = {""}
    for number, line in enumerate(_lines(folder), 1):
        if chain_hash(line) != line.get("hash"):
            yield f"clearances.jsonl line {number} was changed after it was written"
        if line.get("previous") not in above:
            yield f"a line before clearances.jsonl line {number} was taken out or changed"
        above.add(str(line.get("hash")))


def _lines(folder: CaseFolder) -> Iterator[dict[str, object]]:
    try:
        content = folder.clearances.read_bytes()
    except FileNotFoundError:
        return
    except OSError as error:
        raise CaseError(f"cannot read {folder.clearances}: {error.strerror}") from error
    for line in content.split(b"\n"):
        if line.strip():
            try:
                yield msgspec.json.decode(line, type=dict[str, object])
            except msgspec.MsgspecError as error:
                raise CaseError(
                    f"{folder.clearances} holds a line that is no JSON ({error}); put it back as it was"
                ) from error
