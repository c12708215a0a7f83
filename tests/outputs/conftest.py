"""What do the tests of the outputs share? The record of the smaller demo case, and one of who holds a town."""

from importlib import resources
from pathlib import Path

import pytest

from sayso.case import Options, create_case
from sayso.outputs import Terms, publish

ALL = {"unreviewed": True, "agents": "test", "places": "test", "secret": b"a secret of a case"}


@pytest.fixture(scope="session")
def published():
    """What may be sent on of a record, nothing held back; names are withheld unless a reason is given."""

    def make(record, **terms):
        return publish(record, Terms(**{**ALL, **terms}))

    return make


@pytest.fixture(scope="session")
def record(tmp_path_factory):
    return build(tmp_path_factory, "rimayo")


@pytest.fixture(scope="session")
def record_of_control(tmp_path_factory):
    return build(tmp_path_factory, "velmora", articles=1)


def build(tmp_path_factory, name, articles=None):
    demo = Path(str(resources.files("sayso.demo") / name))
    case = create_case(tmp_path_factory.mktemp(name) / "case", (demo / "sayso.toml").read_bytes())
    case.build(*sorted((demo / "articles").iterdir())[:articles], options=Options(by="test"))
    return case.record


@pytest.fixture(scope="session")
def demo_tables(record, record_of_control, published):
    """What may be sent on of both demo cases."""
    return [published(one).tables for one in (record, record_of_control)]
