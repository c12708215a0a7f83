"""How much memory does a process take, with all that it starts?"""

import subprocess
import threading
import time
from collections.abc import Sequence
from pathlib import Path

from bench.errors import BenchError

_INTERVAL = 0.05


def run_watched(command: Sequence[str], more: "Largest | None" = None) -> tuple[float, float]:
    """Run a command; return its seconds and the peak MiB of it and its children together. `more` sees each of them.

    Memory is the proportional set size of Linux (pages that processes share count once), looked at twenty
    times a second.

    Raises:
        BenchError: when the command fails.
    """
    begin = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
        watch = _Watch(process.pid, more)
        watch.start()
        _, errors = process.communicate()
        seconds = time.perf_counter() - begin
        watch.done.set()
        watch.join()
    if process.returncode:
        raise BenchError(f"{' '.join(command[:4])} failed: {errors.strip()[-300:]}")
    return seconds, watch.peak / 1024


class Largest:
    """The size of the largest of some processes, in KiB, over time."""

    def __init__(self) -> None:
        self._seen: list[float] = []

    def see(self, size: float) -> None:
        """Write down a size."""
        self._seen.append(size)

    @property
    def largest(self) -> float:
        """The largest size seen."""
        return max(self._seen, default=0.0)

    @property
    def growth(self) -> float:
        """How much larger it was in the last quarter of the time than in the one before, when all is loaded."""
        quarter = len(self._seen) // 4
        early, late = self._seen[2 * quarter : 3 * quarter], self._seen[3 * quarter :]
        return max(late, default=0.0) - max(early, default=0.0)


class _Watch(threading.Thread):
    def __init__(self, pid: int, more: "Largest | None") -> None:
        super().__init__(daemon=True)
        self.pid, self.peak, self.done, self._more = pid, 0.0, threading.Event(), more

    def run(self) -> None:
        while not self.done.wait(_INTERVAL):
            sizes = [_kibibytes(pid) for pid in _family(self.pid)]
            self.peak = max(self.peak, sum(sizes))
            if self._more:
                self._more.see(max(sizes, default=0.0))


def _family(pid: int) -> list[int]:
    found, waiting = [], [pid]
    while waiting:
        current = waiting.pop()
        found.append(current)
        for children in Path(f"/proc/{current}/task").glob("*/children"):
            try:
                waiting.extend(int(word) for word in children.read_text().split())
            except OSError:  # the process ended while we looked
                continue
    return found


def _kibibytes(pid: int) -> float:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:  # the process ended while we looked
        return 0.0
    return next((float(line.split()[1]) for line in lines if line.startswith("Pss:")), 0.0)
