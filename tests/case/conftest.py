import runpy
from pathlib import Path

import pytest

from sayso.model.records import Record


@pytest.fixture(scope="session")
def record() -> Record:
    return runpy.run_path(str(Path(__file__).parents[1] / "bridge.py"))["make_record"]()
