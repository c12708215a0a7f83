"""How much memory does a process take, with all that it starts?"""

import subprocess
import threading
import time
from collections.abc import Sequence
from pathlib import Path

from bench.errors import BenchError

_INTERVAL = 0.05


def run_watched(command: Sequence[str]) -> tuple[float, float]:
    """Run a command; return its seconds and the peak MiB of it and its children together.

    Memory is the proportional set size of Linux (pages that processes share count once), looked at twenty
    times a second.

    Raises:
        BenchError: when the command fails.
    """
    begin = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
        watch = _Watch(process.pid)
        watch.start()
        _, errors = process.communicate()
        seconds = time.perf_counter() - begin
        watch.done.set()
        watch.join()
    if process.returncode:
        raise BenchError(f"{' '.join(command[:4])} failed: {errors.strip()[-300:]}")
    return seconds, watch.peak / 1024


class _Watch(threading.Thread):
    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid, self.peak, self.done = pid, 0.0, threading.Event()

    def run(self) -> None:
        while not self.done.wait(_INTERVAL):
            self.peak = max(self.peak, sum(map(_kibibytes, _family(self.pid))))


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
