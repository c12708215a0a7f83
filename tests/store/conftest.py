import hashlib
import runpy
from pathlib import Path

import pytest

from sayso.model.documents import Capture
from sayso.model.records import Record
from sayso.store import CaseFolder, Given, Taken, create_folder, store_capture

GIVEN = Given(paths=("/home/ana/a.txt",), obtained="2024-05-01T08:00:00+00:00", by="Ana")


@pytest.fixture
def folder(tmp_path: Path) -> CaseFolder:
    return create_folder(tmp_path / "valley")


@pytest.fixture(scope="session")
def make_capture():
    return _make_capture


@pytest.fixture(scope="session")
def put():
    return _put


def _make_capture(text: str = "A bridge fell.", file: str = "a.txt", **more) -> tuple[Capture, bytes]:
    original = text.encode("utf-8", "surrogatepass")
    sha256 = hashlib.sha256(original).hexdigest()
    return Capture(id=sha256[:16], sha256=sha256, file=file, media_type="text/plain", text=text, **more), original


def _put(folder: CaseFolder, text: str = "A bridge fell.", file: str = "a.txt", **more) -> Taken:
    capture, original = _make_capture(text, file, **more)
    return store_capture(folder, capture, original, GIVEN)


@pytest.fixture(scope="session")
def record() -> Record:
    return runpy.run_path(str(Path(__file__).parents[1] / "bridge.py"))["make_record"]()
