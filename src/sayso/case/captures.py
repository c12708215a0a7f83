"""How do pages come from the web into a case?"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sayso.capture import Listing, Terms, Turns, fetch_pages, read_feed, read_list, read_sitemap
from sayso.case.fetch_logs import FetchLog
from sayso.case.options import Options, Step
from sayso.errors import InputError
from sayso.intake import forget_pages, read_fetched
from sayso.model.documents import Capture, Problem
from sayso.model.fetches import Answer, Fetched, NotFetched, Unchanged
from sayso.model.settings import CaptureEntry
from sayso.store import Came, CaseFolder, Given, Taken, hold, read_settings, sayso_version, store_capture

__all__ = ["Captured", "Wish", "capture_pages", "read_list", "read_terms", "watch_feeds"]

# A page of a feed is looked at again for corrections, but not at every round.
_REST = timedelta(hours=6)
# A sitemap may name sitemaps, and those more.
_MOST_SITEMAPS = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What to fetch: pages, and the feeds and sitemaps that name more. Pages asked for within `rest` are left alone."""

    pages: tuple[str, ...] = ()
    feeds: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()
    rest: timedelta = timedelta()

    @property
    def run(self) -> str:
        """The hash by which a broken run with the same wish is known again."""
        told = "\n".join(("pages", *self.pages, "feeds", *self.feeds, "sitemaps", *self.sitemaps))
        return hashlib.sha256(told.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True, kw_only=True)
class Captured:
    """What a run brought: how many pages came how, how many were left alone, and what was not taken in, in words."""

    came: Mapping[Came, int]
    rested: int
    problems: tuple[Problem, ...]

    @property
    def has_new(self) -> bool:
        """Whether a page came that the case had not."""
        return self.came.get(Came.TAKEN, 0) > 0


def read_terms(entry: CaptureEntry) -> Terms:
    """Return the terms that the settings of a case set."""
    contact = f"+{entry.contact}" if entry.contact else "reads news reports for a record of who says what"
    return Terms(
        agent=f"sayso/{sayso_version()} ({contact})",
        open_hosts=frozenset(entry.allow_hosts),
        delay=entry.delay,
        largest=int(entry.largest_mb * 1_000_000),
        seconds=entry.seconds,
        hosts=entry.hosts,
    )


def capture_pages(folder: CaseFolder, wish: Wish, options: Options, terms: Terms | None = None) -> Captured:
    """Fetch pages into the case, each on disk before the next; what cannot be had is a problem of the case.

    A page that has not changed since it was last fetched is left as it is; a changed one is a document of its own.
    A run that was broken off goes on where it was when the same is wished again.

    Raises:
        CaseError: when the case cannot be written.
        InputError: when nothing is wished.
        SettingsError: when sayso.toml is wrong.
    """
    if not (wish.pages or wish.feeds or wish.sitemaps):
        raise InputError("nothing to fetch: give the address of a page, a feed, a sitemap or a list")
    run = _Run(folder, wish, options, terms or read_terms(read_settings(folder).capture))
    pages = run.find_pages()
    rested = run.take_pages(pages)
    run.log.end()
    return Captured(came=run.log.came, rested=rested, problems=tuple(run.log.problems))


def watch_feeds(
    folder: CaseFolder, every: timedelta, options: Options, terms: Terms | None = None
) -> Iterator[Captured]:
    """Yield what each round over the feeds of `sayso.toml` brought, and wait before the next; it has no end of its own.

    The settings are read anew at each round, so that a feed may be added meanwhile.

    Raises:
        InputError: when the settings name no feed.
    """
    while True:
        settings = read_settings(folder).capture
        if not settings.feeds:
            raise InputError(f'{folder.settings} names no feed to watch; add: [capture] feeds = ["https://..."]')
        used = terms or read_terms(settings)
        yield capture_pages(folder, Wish(feeds=settings.feeds, rest=_REST), options, used)
        # It may run for weeks.
        forget_pages()
        used.sleep(every.total_seconds())


class _Run:
    def __init__(self, folder: CaseFolder, wish: Wish, options: Options, terms: Terms) -> None:
        self.log = FetchLog(folder, wish.run, options.wait)
        self._folder, self._wish, self._options, self._terms = folder, wish, options, terms
        self._turns = Turns(terms)

    def find_pages(self) -> tuple[str, ...]:
        """Return the pages that are wished, that feeds and sitemaps name, and that sitemaps of sitemaps do."""
        pages = dict.fromkeys(self._wish.pages)
        for answer in self._fetch(self._wish.feeds):
            found = read_feed(answer.body, answer.final_url) if isinstance(answer, Fetched) else None
            self._add(pages, answer, self._list(answer, found))
        met = dict.fromkeys(self._wish.sitemaps)
        waiting = tuple(met)
        while waiting:
            named: dict[str, None] = {}
            for answer in self._fetch(waiting):
                found = read_sitemap(answer.body, answer.final_url) if isinstance(answer, Fetched) else None
                listing = self._list(answer, found)
                self._add(pages, answer, listing)
                named.update(dict.fromkeys(listing.sitemaps))
            waiting = tuple(address for address in named if address not in met)[: max(0, _MOST_SITEMAPS - len(met))]
            met.update(dict.fromkeys(waiting))
        return tuple(pages)

    def _add(self, pages: dict[str, None], answer: Answer, listing: Listing) -> None:
        """Add the pages that a feed or sitemap names, as long as there is room."""
        new = [page for page in listing.pages if page not in pages]
        room = max(0, self._terms.pages - len(pages))
        pages.update(dict.fromkeys(new[:room]))
        if len(new) > room:
            self.log.warn(answer, f"pages left out: {len(new) - room:,}; a run asks for {self._terms.pages:,}")

    def take_pages(self, pages: Sequence[str]) -> int:
        """Fetch the pages that are due and put each on disk; return how many were left alone."""
        due = [page for page in pages if self._is_due(page)]
        for number, answer in enumerate(self._fetch(due), 1):
            if isinstance(answer, NotFetched):
                self.log.refuse(answer, answer.reason)
            elif isinstance(answer, Fetched):
                self._read(answer)
            else:
                self.log.keep(answer, Came.SAME)
            self._options.tell(Step(name="fetched", done=number, total=len(due), file=answer.url))
        return len(pages) - len(due)

    def _fetch(self, addresses: Sequence[str]) -> Iterator[Answer]:
        return fetch_pages([self.log.known.want(address) for address in addresses], self._terms, self._turns)

    def _is_due(self, page: str) -> bool:
        before = self.log.known.last.get(page)
        since = datetime.now(UTC) - self._wish.rest
        is_resting = bool(self._wish.rest) and before is not None and datetime.fromisoformat(before.at) > since
        return not is_resting and not self.log.known.is_done(page)

    def _list(self, answer: Answer, found: Listing | None) -> Listing:
        """Write down what came of a feed or sitemap, and return what it names."""
        if isinstance(answer, NotFetched):
            self.log.refuse(answer, answer.reason)
        elif isinstance(answer, Unchanged):
            self.log.keep(answer, Came.LISTING)
        elif found is None:
            self.log.refuse(answer, "is no feed and no sitemap")
        else:
            self.log.take(answer, Came.LISTING)
        return found or Listing()

    def _read(self, page: Fetched) -> None:
        """Put a page on disk, unless its reading text is that of the version we have."""
        reasons = []
        taken = False
        for found in read_fetched(page):
            if isinstance(found, Problem):
                reasons.append(found.reason)
            else:
                self._store(page, *found)
                taken = True
        for reason in reasons if taken else ():
            self.log.warn(page, reason)
        if not taken:
            self.log.refuse(page, "; ".join(reasons))

    def _store(self, page: Fetched, capture: Capture, original: bytes) -> None:
        text = hashlib.sha256(capture.text.encode("utf-8", "surrogatepass")).hexdigest()
        before = self.log.known.last.get(page.url)
        if before and before.text == text:
            self.log.take(page, Came.SAME, before.document, text)
            return
        given = Given(paths=(page.url,), obtained=page.obtained, by=self._options.by, page=page)
        with hold(self._folder, wait=self._options.wait):
            taken = store_capture(self._folder, capture, original, given)
        came = Came.TAKEN if taken in {Taken.ADDED, Taken.CHANGED} else Came.SAME
        self.log.take(page, came, capture.id, text)
