"""On which processors is the work done? On those of this machine, or of a Dask cluster."""

import multiprocessing
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from typing import Any, Protocol, TypeVar

from sayso.errors import InputError, ModelError
from sayso.pipeline import limit_threads
from sayso.scale.libraries import load

# What kills its worker so often would kill every one.
TRIES = 3
_AHEAD = 3
# Libraries keep every word they have met: processes that have done so many pieces make room for new ones.
_ROUND = 50
_LOCAL, _DASK = "local", "dask://"

Given = TypeVar("Given")
Made = TypeVar("Made")


class Engine(Protocol):
    """What work needs of an engine: each piece done once, results as they come, in any order."""

    def run(self, work: Callable[[Given], Made], pieces: Mapping[str, Given]) -> Iterator[tuple[str, Made]]:
        """Yield the name of each piece with what the work made of it; a piece whose worker died is done again."""
        ...


@contextmanager
def open_engine(name: str, workers: int) -> Iterator[Engine]:
    """Give the engine that is called `local`, or `dask://HOST:PORT` after its scheduler.

    Raises:
        InputError: when there is no such engine, or its scheduler does not answer.
    """
    if name == _LOCAL:
        yield Local(workers)
    elif name.startswith(_DASK):
        with _dask(name) as engine:
            yield engine
    else:
        raise InputError(f"no engine {name!r}: there are 'local' and 'dask://HOST:PORT'")


class Local:
    """Processes of this machine; with one worker, this process itself."""

    def __init__(self, workers: int) -> None:
        self._workers = workers

    def run(self, work: Callable[[Given], Made], pieces: Mapping[str, Given]) -> Iterator[tuple[str, Made]]:
        """Yield the name of each piece with what the work made of it.

        Raises:
            ModelError: when a piece has stopped three processes.
        """
        if self._workers < 2 or len(pieces) < 2:
            yield from ((name, work(piece)) for name, piece in pieces.items())
            return
        tries = dict.fromkeys(pieces, 0)
        while tries:
            names = tuple(islice(tries, self._workers * _ROUND))
            for name, made in self._run_once(work, {name: pieces[name] for name in names}, tries):
                del tries[name]
                yield name, made

    def _run_once(
        self, work: Callable[[Given], Made], pieces: Mapping[str, Given], tries: dict[str, int]
    ) -> Iterator[tuple[str, Made]]:
        """Yield what one set of processes makes, until one of them is stopped; then count what that cost."""
        context = multiprocessing.get_context("spawn")
        running: dict[Future[Made], str] = {}
        with ProcessPoolExecutor(self._workers, context, limit_threads) as pool:
            try:
                yield from self._feed(pool, work, pieces, running)
            except BrokenProcessPool:
                _count(tries, tuple(running.values()))
            finally:
                pool.shutdown(wait=False, cancel_futures=True)

    def _feed(
        self,
        pool: ProcessPoolExecutor,
        work: Callable[[Given], Made],
        pieces: Mapping[str, Given],
        running: dict[Future[Made], str],
    ) -> Iterator[tuple[str, Made]]:
        """Yield what the processes make, with a few pieces waiting for each of them and no more."""
        waiting = iter(pieces)
        while True:
            for name in _take(waiting, self._workers * _AHEAD - len(running)):
                running[pool.submit(work, pieces[name])] = name
            if not running:
                return
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                made = future.result()
                yield running.pop(future), made


def _take(names: Iterator[str], count: int) -> Iterator[str]:
    for _ in range(count):
        name = next(names, None)
        if name is None:
            return
        yield name


def _count(tries: dict[str, int], names: Iterable[str]) -> None:
    for name in names:
        tries[name] += 1
        if tries[name] >= TRIES:
            raise ModelError(
                f"{name} stopped its process {TRIES} times (no memory?); what was done is kept: go on with --resume and fewer --workers"
            )


class Dask:
    """The workers of a Dask cluster."""

    def __init__(self, client: Any) -> None:  # noqa: ANN401 - the library has no types
        self._client = client

    def run(self, work: Callable[[Given], Made], pieces: Mapping[str, Given]) -> Iterator[tuple[str, Made]]:
        """Yield the name of each piece with what the work made of it.

        Raises:
            ModelError: when the scheduler is lost, or a piece has stopped three workers.
        """
        waiting = iter(pieces)
        running = load("distributed").as_completed([], loop=self._client.loop, raise_errors=False)
        names: dict[Any, str] = {}

        def fill() -> None:
            for name in _take(waiting, self._room() - len(names)):
                future = self._client.submit(work, pieces[name], pure=False, retries=TRIES - 1)
                names[future] = name
                running.add(future)

        fill()
        while names:
            future = next(running)
            name = names.pop(future)
            if future.status != "finished":
                self._refuse(future, name)
            made = future.result()
            future.release()
            fill()
            yield name, made

    def _room(self) -> int:
        return max(4, _AHEAD * sum(int(threads) for threads in self._client.nthreads().values()))

    def _check(self) -> None:
        if self._client.status != "running":
            raise ModelError(_LOST)

    def _refuse(self, future: Any, name: str) -> None:  # noqa: ANN401
        self._check()
        if future.status in {"cancelled", "lost"}:
            raise ModelError(_LOST)
        error = future.exception()
        if isinstance(error, load("distributed").KilledWorker):
            raise ModelError(
                f"{name} stopped its worker again and again (no memory?); what was done is kept: --resume"
            ) from error
        raise error


_LOST = "the Dask scheduler is lost; what was done is kept: start it again and go on with --resume"


@contextmanager
def _dask(name: str) -> Iterator[Dask]:
    library = load("distributed")
    address = f"tcp://{name.removeprefix(_DASK)}"
    try:
        client = library.Client(address, timeout="20s", set_as_default=False)
    except (OSError, ValueError) as error:
        raise InputError(f"no Dask scheduler answers at {name}: {error}") from error
    try:
        yield Dask(client)
    finally:
        client.close(timeout=5)
