"""What came of each page that was asked for? On disk before the next is looked at."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime

from sayso.model.documents import Problem
from sayso.model.fetches import Answer, Fetched, NotFetched, Unchanged
from sayso.store import Came, CaseFolder, Fetch, append_fetch, hold, keep_refusals, read_known

STAGE = "capture"
# So many answers may be missing from the list of problems after a kill; `fetches.jsonl` has them all the same.
_BATCH = 50


class FetchLog:
    """The lines of one run in `fetches.jsonl`, and what of it is a problem of the case."""

    def __init__(self, folder: CaseFolder, run: str, wait: float) -> None:
        self.known = read_known(folder, run)
        self.came: Counter[Came] = Counter()
        self.problems: list[Problem] = []
        self._folder, self._run, self._wait = folder, run, wait
        self._met: list[Problem] = []
        self._seen: set[str] = set()

    def take(self, page: Fetched, came: Came, document: str | None = None, text: str | None = None) -> None:
        """Write down a page that came; `text` is the hash of its reading text."""
        self._add(
            Fetch(
                run=self._run,
                at=page.obtained,
                url=page.url,
                came=came,
                document=document,
                text=text,
                etag=page.header("etag"),
                modified=page.header("last-modified"),
            )
        )

    def keep(self, answer: Unchanged, came: Came) -> None:
        """Write down a page that has not changed since the line before."""
        before = self.known.last.get(answer.url) or Fetch(run=self._run, at=answer.obtained, url=answer.url)
        self._add(replace(before, run=self._run, at=answer.obtained, came=came))

    def refuse(self, answer: Answer, reason: str) -> None:
        """Write down a page that was not taken in, and why."""
        self.warn(answer, reason)
        self._add(
            Fetch(
                run=self._run,
                at=answer.obtained,
                url=answer.url,
                came=Came.REFUSED,
                reason=reason,
                is_passing=isinstance(answer, NotFetched) and answer.is_passing,
            )
        )

    def warn(self, answer: Answer, reason: str) -> None:
        """Note a problem with a page."""
        self._met.append(Problem(stage=STAGE, reason=reason, file=answer.url))

    def end(self) -> None:
        """Write down that the run has ended."""
        self._keep_problems()
        append_fetch(self._folder, Fetch(run=self._run, at=datetime.now(UTC).isoformat(timespec="seconds")))

    def _add(self, line: Fetch) -> None:
        append_fetch(self._folder, line)
        if line.came:
            self.came[line.came] += 1
        if line.url and line.came is not Came.REFUSED:
            self._seen.add(line.url)
        if len(self._met) + len(self._seen) >= _BATCH:
            self._keep_problems()

    def _keep_problems(self) -> None:
        with hold(self._folder, wait=self._wait):
            keep_refusals(self._folder, self._met, self._seen)
        self.problems += self._met
        self._met, self._seen = [], set()
