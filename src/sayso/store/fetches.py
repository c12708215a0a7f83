"""What was asked of the web, and what came of it? So that a broken run goes on, and nothing is asked for twice."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import msgspec

from sayso.model.fetches import Wanted
from sayso.store.files import append_file
from sayso.store.folders import CaseFolder
from sayso.store.locks import hold_file


class Came(StrEnum):
    """What came of asking for a page."""

    TAKEN = "taken in"
    SAME = "unchanged"
    REFUSED = "not taken in"
    LISTING = "read for addresses"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetch:
    """One line of `fetches.jsonl`: a page that was asked for in a run.

    `run` is the hash of what the run was asked for. `text` is the hash of the page's reading text, `etag` and `modified`
    are what the server said of this version. A line without `url` ends its run.
    """

    run: str
    at: str
    url: str | None = None
    came: Came | None = None
    document: str | None = None
    text: str | None = None
    reason: str | None = None
    is_passing: bool = False
    etag: str | None = None
    modified: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of the pages asked for before: the last good fetch of each.

    `done` are those that a run with the same wishes did before it broke off; None when it ended or never began.
    """

    last: Mapping[str, Fetch]
    done: frozenset[str] | None = None

    def is_done(self, url: str) -> bool:
        """Tell whether the run that is gone on with has had a page."""
        return self.done is not None and url in self.done

    def want(self, url: str) -> Wanted:
        """Return a page with what its server said of the version that we have.

        What a broken run asked for is asked for again without: the pages that a feed named would be lost.
        """
        before = self.last.get(url) if self.done is None else None
        return Wanted(url=url, etag=before.etag, modified=before.modified) if before else Wanted(url=url)


def append_fetch(folder: CaseFolder, fetch: Fetch) -> None:
    """Write down what came of a page; it is on disk when this returns.

    Raises:
        CaseError: when it cannot be written.
    """
    line = msgspec.json.encode(fetch, order="deterministic")
    with hold_file(folder.fetches):
        # A line that a power cut left half written gets an end of its own, and is passed over when read.
        append_file(folder.fetches, (b"\n" if _is_torn(folder) else b"") + line + b"\n")


def read_known(folder: CaseFolder, run: str) -> Known:
    """Return what is known before a run: one with the same wishes that did not end is gone on with."""
    last: dict[str, Fetch] = {}
    done: set[str] | None = None
    for fetch in _read(folder):
        if fetch.url is None:
            done = None if fetch.run == run else done
            continue
        if fetch.came is not Came.REFUSED:
            last[fetch.url] = fetch
        if fetch.run == run:
            is_settled = fetch.came is not Came.LISTING and not fetch.is_passing
            done = set() if done is None else done
            done.update({fetch.url} if is_settled else ())
    return Known(last=last, done=None if done is None else frozenset(done))


def _is_torn(folder: CaseFolder) -> bool:
    with folder.fetches.open("rb") as file:
        if not file.seek(0, os.SEEK_END):
            return False
        file.seek(-1, os.SEEK_END)
        return file.read() != b"\n"


def _read(folder: CaseFolder) -> tuple[Fetch, ...]:
    found = []
    content = folder.fetches.read_bytes() if folder.fetches.is_file() else b""
    for line in content.splitlines():
        try:
            found.append(msgspec.json.decode(line, type=Fetch))
        except msgspec.MsgspecError:
            # The line of a run that was cut off: its page is asked for again.
            continue
    return tuple(found)
