"""How are many pages fetched at once, and each host left in peace?"""

import queue
import threading
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

from sayso.capture.exchanges import refuse_address
from sayso.capture.pages import fetch_page
from sayso.capture.terms import Terms
from sayso.capture.turns import Turns, site_of
from sayso.model.fetches import Answer, Wanted

# How often a lane that nobody reads any more looks up.
_LOOK_UP = 0.2


def fetch_pages(wanted: Iterable[Wanted], terms: Terms, turns: Turns | None = None) -> Iterator[Answer]:
    """Yield what came of each page, as it comes: the pages of one host one after the other, of several side by side.

    Nothing runs ahead of the reader by more than a few pages, and all stops when he stops. `turns` are those of an
    earlier call, so that the pauses hold between the two.
    """
    lanes: dict[str, list[Wanted]] = {}
    for page in wanted:
        lanes.setdefault("" if refuse_address(page.url) else site_of(page.url), []).append(page)
    run = _Run(terms, turns or Turns(terms))
    with ThreadPoolExecutor(max_workers=terms.hosts) as pool:
        try:
            for pages in lanes.values():
                pool.submit(run.walk, pages)
            yield from run.read(len(lanes))
        finally:
            run.is_over.set()


class _Run:
    """The lanes of one run, and the answers on their way to the reader."""

    def __init__(self, terms: Terms, turns: Turns) -> None:
        self.is_over = threading.Event()
        self._terms = terms
        self._turns = turns
        self._answers: queue.Queue[Answer | BaseException | None] = queue.Queue(maxsize=2 * terms.hosts)

    def walk(self, pages: Sequence[Wanted]) -> None:
        """Fetch the pages of one lane; whatever goes wrong there is the reader's to hear."""
        try:
            for page in pages:
                if self.is_over.is_set():
                    return
                self._hand_over(fetch_page(page, self._turns, self._terms))
        except BaseException as error:
            self._hand_over(error)
        self._hand_over(None)

    def read(self, lanes: int) -> Iterator[Answer]:
        """Yield the answers until all lanes have ended."""
        while lanes:
            answer = self._answers.get()
            if answer is None:
                lanes -= 1
            elif isinstance(answer, BaseException):
                raise answer
            else:
                yield answer

    def _hand_over(self, answer: Answer | BaseException | None) -> None:
        while not self.is_over.is_set():
            try:
                self._answers.put(answer, timeout=_LOOK_UP)
            except queue.Full:
                continue
            return
