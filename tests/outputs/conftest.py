"""What do the tests of the outputs share? The record of the smaller demo case."""

from importlib import resources
from pathlib import Path

import pytest

from sayso.case import Options, create_case


@pytest.fixture(scope="session")
def record(tmp_path_factory):
    demo = Path(str(resources.files("sayso.demo") / "rimayo"))
    case = create_case(tmp_path_factory.mktemp("rimayo") / "case", (demo / "sayso.toml").read_bytes())
    case.build(*sorted((demo / "articles").iterdir()), options=Options(by="test"))
    return case.record
