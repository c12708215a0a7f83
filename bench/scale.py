"""How fast, and how surely, are many pages read: by a local pool, on Dask, and when a worker or the scheduler dies?"""

import argparse
import hashlib
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.clusters import Cluster, clusters, stop, wait_until_half
from bench.errors import BenchError
from bench.fillings import MONTH, fill_readings
from bench.memory import Largest, run_watched
from bench.pages import write_archive
from sayso.intake import Item, read_content
from sayso.model.settings import Settings
from sayso.scale import Run, open_engine, read_many
from sayso.scale.manifests import make_manifest
from sayso.scale.shelves import Shelf
from sayso.scale.sifting import sift_item
from sayso.scale.tables import read_table

READINGS, CLAIMS = 200_000, 2_000
PORT, WORKERS = 47_861, 2
_EACH = 16


def measure(options: argparse.Namespace) -> Mapping[str, float | None]:
    """Read an archive of made pages four times: with a pool, on Dask, with a worker killed, and with the scheduler killed.

    `lost_or_twice` counts documents that are missing or there twice, pages that no table knows, and files that differ
    between the runs. `peak_mib` is of the largest process, `growth_mib` how much more it takes in the last quarter of the
    time than in the one before. `gate_ratio` is what a general page costs, of what one about conflict does.
    `select_seconds` is a case of 2,000 claims out of 200,000 readings.
    """
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        archive = folder / "made.warc.gz"
        counts = write_archive(archive, options.pages)
        watch = Largest()
        pool_seconds, _ = run_watched(_command(archive, folder / "pool"), watch)
        lots = sum(1 for _ in (folder / "pool" / "done").glob("[mcu]*.json"))
        dask_seconds = _read_on_dask(archive, folder, lots)
        lost = _count_lost(folder / "pool", counts) + sum(
            _count_differing(folder / "pool", folder / other) for other in ("dask", "worker", "scheduler")
        )
        return {
            "pages": options.pages,
            "pool_seconds": round(pool_seconds, 1),
            "dask_seconds": round(dask_seconds, 1),
            "dask_over_pool": round(dask_seconds / pool_seconds, 2),
            "lost_or_twice": lost,
            "peak_mib": round(watch.largest / 1024),
            "growth_mib": round(watch.growth / 1024),
            "gate_ratio": round(_compare_costs(folder), 3),
            "select_seconds": round(_select(folder), 1),
        }


def _command(archive: Path, to: Path, *more: str) -> list[str]:
    return [
        sys.executable,
        "-m",
        "sayso",
        "read",
        str(archive),
        "--to",
        str(to),
        "-q",
        "--workers",
        str(WORKERS),
        *more,
    ]


def _read_on_dask(archive: Path, folder: Path, lots: int) -> float:
    """Read the archive on Dask in peace, with a worker killed, and with the scheduler killed; return the seconds in peace."""
    with clusters(folder, PORT) as cluster:
        seconds, _ = run_watched(_command(archive, folder / "dask", "--engine", cluster.address))
        broken = _start(_command(archive, folder / "worker", "--engine", cluster.address))
        wait_until_half(folder / "worker", broken, lots)
        cluster.replace_worker()
        _end(broken, 0)
        broken = _start(_command(archive, folder / "scheduler", "--engine", cluster.address))
        wait_until_half(folder / "scheduler", broken, lots)
        stop(cluster.scheduler)
        _end(broken, 2)
    with clusters(folder, PORT + 1) as cluster:
        _resume(archive, folder / "scheduler", cluster)
    return seconds


def _resume(archive: Path, to: Path, cluster: Cluster) -> None:
    _end(_start(_command(archive, to, "--engine", cluster.address, "--resume")), 0)


def _start(command: Sequence[str]) -> "subprocess.Popen[str]":
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)


def _end(process: "subprocess.Popen[str]", expected: int) -> None:
    _, errors = process.communicate()
    if process.returncode != expected:
        raise BenchError(f"sayso read ended with {process.returncode}, not {expected}: {errors.strip()[-300:]}")


def _count_lost(readings: Path, counts: Mapping[str, int]) -> int:
    """Return how many pages about conflict are no document, how many documents are there twice, or have no reading."""
    shelf = Shelf(str(readings))
    documents = [
        row
        for name in shelf.names("documents")
        for row in read_table(shelf, name, ("document", "names", "state")).to_pylist()
    ]
    ids = [row["document"] for row in documents]
    names = {name for row in documents for name in row["names"]}
    read = [
        document
        for name in shelf.names("readings")
        for document in read_table(shelf, name, ("document",)).column("document").to_pylist()
    ]
    missing = counts["conflict"] + counts["copies"] - len(names)
    unread = {row["document"] for row in documents if row["state"] == "read"} ^ set(read)
    return abs(missing) + len(ids) - len(set(ids)) + len(read) - len(set(read)) + len(unread)


def _count_differing(first: Path, second: Path) -> int:
    left, right = (
        {
            path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in root.rglob("*.parquet")
        }
        for root in (first, second)
    )
    return len(set(left.items()) ^ set(right.items()))


def _compare_costs(folder: Path) -> float:
    """Return the processor time of a general page by that of one about conflict, each from its archive to its tables."""
    archive = folder / "few.warc.gz"
    write_archive(archive, 60, seed=11)
    manifest = make_manifest((str(archive),), Settings(), gate=True)
    with archive.open("rb") as stream:
        items = [found for found in read_content("few.warc.gz", stream) if isinstance(found, Item)]
    sift_item(items[0], manifest)
    spent: dict[bool, list[float]] = {True: [], False: []}
    kept: list[Item] = []
    for item in items:
        begin = time.process_time()
        is_kept = sift_item(item, manifest)["state"] == "kept"
        spent[is_kept].append(time.process_time() - begin)
        kept += [item] if is_kept else []
    general = sum(spent[False]) / len(spent[False])
    return general / _cost_of_reading(folder, kept[:_EACH])


def _cost_of_reading(folder: Path, items: Sequence[Item]) -> float:
    """Return the processor time of reading a page about conflict, with the model loaded."""
    _read_pages(folder / "first", items[:1])
    begin = time.process_time()
    read = _read_pages(folder / "then", items[1:])
    return (time.process_time() - begin) / read


def _read_pages(folder: Path, items: Sequence[Item]) -> int:
    folder.mkdir()
    for number, item in enumerate(items):
        (folder / f"{number}.html").write_bytes(item.raw)
    with open_engine("local", 1) as engine:
        return read_many(Run(inputs=(str(folder),), to=str(folder / "readings")), engine).read


def _select(folder: Path) -> float:
    places = fill_readings(folder / "pool", folder / "filled", READINGS, CLAIMS)
    command = [sys.executable, "-m", "sayso", "build", "-q", "--readings", str(folder / "filled")]
    named = [word for place in places for word in ("--place", place)]
    days = ["--since", MONTH, "--until", MONTH]
    return run_watched([*command, "--case", str(folder / "case"), *named, *days])[0]
