"""How is a Dask cluster of this machine started, and how is a part of it killed?"""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from bench.errors import BenchError

_PATIENCE = 60.0
_STEP = 0.1


class Cluster:
    """A scheduler and two workers of one thread each, as processes of their own."""

    def __init__(self, folder: Path, port: int) -> None:
        self._folder, self._port = folder, port
        self.scheduler = self._start("scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard")
        self.workers = [self._start_worker() for _ in range(2)]

    @property
    def address(self) -> str:
        """What `--engine` is given."""
        return f"dask://127.0.0.1:{self._port}"

    def wait(self) -> None:
        """Return when both workers have come.

        Raises:
            BenchError: when they do not.
        """
        code = (
            f"from distributed import Client\nc = Client('tcp://127.0.0.1:{self._port}', timeout={_PATIENCE})\n"
            f"c.wait_for_workers(2, timeout={_PATIENCE})\n"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
        if done.returncode:
            raise BenchError(f"the Dask cluster did not start: {done.stderr.strip()[-300:]}")

    def replace_worker(self) -> None:
        """Kill a worker, as the system does when it has no memory left, and start another."""
        self.workers[0].kill()
        self.workers[0].wait()
        self.workers[0] = self._start_worker()

    def end(self) -> None:
        """End all processes of the cluster."""
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()

    def _start_worker(self) -> "subprocess.Popen[bytes]":
        where = f"tcp://127.0.0.1:{self._port}"
        options = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--local-directory", str(self._folder))
        return self._start("worker", where, "--memory-limit", "0", *options)

    def _start(self, *arguments: str) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-m", "dask", *arguments]
        settings = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
        # A worker's profiler keeps every stack it has seen, and reading has many: see docs/scale.md.
        settings["DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED"] = "False"
        with (self._folder / "cluster.log").open("ab") as log:
            return subprocess.Popen(command, stdout=log, stderr=log, env={**os.environ, **settings})


@contextlib.contextmanager
def clusters(folder: Path, port: int) -> Iterator[Cluster]:
    """Give a cluster whose workers have come, and end it."""
    cluster = Cluster(folder, port)
    try:
        cluster.wait()
        yield cluster
    finally:
        cluster.end()


def wait_until_half(readings: Path, process: "subprocess.Popen[str]", lots: int) -> None:
    """Return when half of the lots are read, or the process has ended."""
    while process.poll() is None and sum(1 for _ in (readings / "done").glob("[mcu]*.json")) < lots / 2:
        time.sleep(_STEP)


def stop(process: "subprocess.Popen[bytes]") -> None:
    """Kill a process as the system would."""
    process.send_signal(signal.SIGKILL)
    process.wait()
