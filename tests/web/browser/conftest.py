"""A real browser, and the demo case served to it."""

import shutil
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from threading import Thread

import pytest
from web.browser.driving import CHROMIUM, WIDE
from web.conftest import HOSTILE, build

import sayso
from sayso.case import Options
from sayso.web import Desk, listen, make_app
from sayso.web.servers import load_uvicorn


@pytest.fixture(scope="module")
def chromium():
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as started:
        launched = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def demo(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("browser")
    with resources.as_file(resources.files("sayso.demo") / "velmora") as shipped:
        case = sayso.create(folder / "case", (shipped / "sayso.toml").read_bytes())
        case.build(shipped / "articles", options=Options(by="Ana"))
    return folder / "case"


@contextmanager
def serving(case: Path):
    """Serve a case for as long as it is looked at; give the address, which holds the token."""
    listening = listen()
    app = make_app(Desk(case, Options(by="Ana")), listening.gate, "Ana")
    uvicorn = load_uvicorn()
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", ws="none", lifespan="off", loop="asyncio"))
    thread = Thread(target=server.run, kwargs={"sockets": [listening.socket]})
    thread.start()
    yield listening.address
    server.should_exit = True
    thread.join()
    listening.socket.close()


@pytest.fixture
def served(demo: Path, tmp_path: Path):
    """The demo case, served; the address holds the token."""
    with serving(Path(shutil.copytree(demo, tmp_path / "case"))) as address:
        yield address


@pytest.fixture
def hostile(tmp_path: Path):
    """A case of articles that try to be pages, served."""
    with serving(build(tmp_path / "hostile", HOSTILE)) as address:
        yield address


@pytest.fixture
def view(chromium, served: str):
    """A page of a browser on the overview; what it complains of fails the test."""
    context = chromium.new_context(viewport=WIDE, permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.set_default_timeout(15_000)
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(served)
    yield page
    context.close()
    assert not complaints
