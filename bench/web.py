"""How soon does a page of the web view answer in a large case, and how heavy is it?"""

import argparse
import html
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import quote
from urllib.request import HTTPCookieProcessor, OpenerDirector, build_opener

from bench.errors import BenchError
from bench.linking import make_case
from sayso.case import create_case
from sayso.linking import link_claims
from sayso.model.claims import ControlReading
from sayso.model.kinds import ClaimKind, Extent, Hold, Precision
from sayso.model.resolved import Place, Resolution, ResolvedClaim
from sayso.model.settings import Settings
from sayso.record import Joined, build_record
from sayso.store import digest_truth, open_folder, write_record
from sayso.web.pages import STATIC, send_static
from sayso.web.sections import SECTIONS

CLAIMS = 20_000
# The first answer may have something to work out that later ones find; a reader waits for the first.
RUNS = 3
# Where a link to a page of each further kind stands; it leads to the one that most claims speak of, where those come first.
BEHIND = (
    ("/claims", "claim"), ("/disputes", "dispute"), ("/disputes", "group"), ("/documents", "document"), ("/documents", "trail"),
    ("/voices", "voice"), ("/places", "place"),
)  # fmt: skip
MORE = (
    "/claims?sort=day",
    "/claims?as_of=2024-05-09",
    "/map?on=2024-05-03",
    "/map?at=place+7",
    "/search?q=kamisel",
    "/changes?since=2024-01-01",
    "/queue?as_of=2024-05-24",
    "/map?as_of=2024-05-23",
)


def measure(_options: argparse.Namespace) -> Mapping[str, float | None]:
    """Open a made case of 20,000 claims; return the seconds to the first page, and of each page its ms and bytes.

    `PAGE_cpu_ms` is what the server worked for the first answer, `PAGE_ms` how long that took, `PAGE_again_ms` the
    quickest of those that follow, `PAGE_bytes` the page alone; `static_bytes` are styles, scripts and fonts, which a
    browser fetches once.
    """
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "case"
        write_case(folder, CLAIMS)
        begin = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-m", "sayso", "open", str(folder), "--no-browser", "-q"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        try:
            return _measure_pages(process, begin)
        finally:
            process.terminate()
            process.communicate()


def write_case(folder: Path, count: int) -> None:
    """Write a case whose record holds so many made claims of 200 places, with who holds them and their points."""
    readings, dates, resolution = make_case(count, 0)
    placed = _locate(resolution)
    joined = Joined(
        readings=readings,
        dates=dates,
        held=["2024-06-01T00:00:00+00:00"] * len(readings),
        resolution=placed,
        linked=link_claims(placed, readings, dates, ()),
        settings=Settings(),
        judgements=(),
    )
    create_case(folder)
    case = open_folder(folder)
    write_record(case, build_record(joined), inputs=digest_truth(case), model="made")


def _locate(resolution: Resolution) -> Resolution:
    places = [_place(place, number) for number, place in enumerate(resolution.places)]
    return replace(resolution, places=tuple(places), claims=tuple(map(_hold, resolution.claims)))


def _place(place: Place, number: int) -> Place:
    latitude, longitude = 33 + number % 20 / 5, 36 + number // 20 / 2.5
    return replace(place, country="SY", latitude=latitude, longitude=longitude, precision=Precision.TOWN)


def _hold(resolved: ResolvedClaim) -> ResolvedClaim:
    if resolved.claim.kind is not ClaimKind.CONTROL_CHANGE:
        return resolved
    return replace(resolved, claim=replace(resolved.claim, control=ControlReading(extent=Extent.WHOLE, hold=Hold.HELD)))


def _measure_pages(process: "subprocess.Popen[str]", begin: float) -> Mapping[str, float | None]:
    address = (process.stdout.readline() if process.stdout else "").strip()
    if not address.startswith("http://127.0.0.1:"):
        raise BenchError("`sayso open` printed no address")
    opener = build_opener(HTTPCookieProcessor(CookieJar()))
    _read(opener, address)
    found: dict[str, float | None] = {"first_page_seconds": round(time.perf_counter() - begin, 2)}
    base = address.partition("/?")[0]
    for path in (*(page.path for page in SECTIONS), *MORE):
        found |= dict(_measure_page(opener, process.pid, base + path, path))
    for path, kind in BEHIND:
        link = re.search(rf'href="(/{kind}/[^"#?]+)"', _read(opener, base + path))
        if link:
            found |= dict(
                _measure_page(opener, process.pid, base + quote(html.unescape(link[1]), safe="/%"), f"/{kind}")
            )
    found["static_bytes"] = sum(len(sent.body) for name in STATIC if (sent := send_static(name)))
    return found


def _measure_page(opener: OpenerDirector, server: int, address: str, name: str) -> Iterator[tuple[str, float]]:
    seconds, size = [], 0
    worked = _count_work(server)
    for run in range(RUNS):
        begin = time.perf_counter()
        size = len(_read(opener, address).encode())
        seconds.append(time.perf_counter() - begin)
        if run == 0:
            yield f"{name}_cpu_ms", round(1000 * (_count_work(server) - worked))
    yield f"{name}_ms", round(1000 * seconds[0])
    yield f"{name}_again_ms", round(1000 * min(seconds[1:]))
    yield f"{name}_bytes", size


def _count_work(process: int) -> float:
    """Return the seconds that a process has worked for, whatever else the machine does (Linux only)."""
    told = Path(f"/proc/{process}/stat").read_text("utf-8")
    worked = told.rpartition(")")[2].split()[11:13]
    return sum(map(int, worked)) / os.sysconf("SC_CLK_TCK")


def _read(opener: OpenerDirector, address: str) -> str:
    with opener.open(address, timeout=60) as answer:
        return str(answer.read().decode("utf-8"))
