import sys

import pytest

from sayso.errors import InputError, ModelError
from sayso.scale import Run, open_engine, read_many
from tests.scale.conftest import contents, read
from tests.scale.pieces import die, die_once, double, fail, tell_process

NUMBERS = {str(number): number for number in range(12)}


@pytest.mark.parametrize("workers", [1, 2])
def test_every_piece_is_done_once(workers):
    with open_engine("local", workers) as engine:
        found = list(engine.run(double, NUMBERS))
    assert sorted(found) == sorted((name, 2 * number) for name, number in NUMBERS.items())


@pytest.mark.slow
def test_more_pieces_than_a_process_does_are_done_by_others():
    many = {str(number): number for number in range(120)}
    with open_engine("local", 2) as engine:
        assert dict(engine.run(double, many)) == {name: 2 * number for name, number in many.items()}
        found = [process for _, process in engine.run(tell_process, many)]
    assert set(found[:100]).isdisjoint(found[100:])


@pytest.mark.slow
def test_what_a_killed_worker_did_not_end_is_done_again(tmp_path):
    with open_engine("local", 2) as engine:
        found = list(engine.run(die_once, {name: str(tmp_path / name) for name in "ab"}))
    assert sorted(found) == [("a", "a"), ("b", "b")]


@pytest.mark.slow
def test_a_piece_that_kills_every_worker_ends_the_run():
    with open_engine("local", 2) as engine, pytest.raises(ModelError, match="3 times"):
        list(engine.run(die, {"a": 1, "b": 2}))


@pytest.mark.parametrize("name", ["spark", "dask:/host", ""])
def test_there_is_no_other_engine(name):
    with pytest.raises(InputError, match="no engine"), open_engine(name, 1):
        pass


def test_a_missing_library_is_named_with_the_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(InputError, match=r"sayso\[scale\]"), open_engine("dask://127.0.0.1:1", 1):
        pass


@pytest.fixture(scope="module")
def cluster():
    library = pytest.importorskip("distributed", reason="Dask is not installed: pip install 'sayso[scale]'")
    options = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": ":0", "memory_limit": 0}
    with library.LocalCluster(**options) as cluster:
        yield cluster


def address(cluster):
    return cluster.scheduler_address.replace("tcp", "dask")


@pytest.mark.slow
def test_dask_does_every_piece_once(cluster):
    with open_engine(address(cluster), 1) as engine:
        assert dict(engine.run(double, NUMBERS)) == {name: 2 * number for name, number in NUMBERS.items()}


@pytest.mark.slow
def test_what_a_killed_worker_of_dask_did_not_end_is_done_again(cluster, tmp_path):
    with open_engine(address(cluster), 1) as engine:
        found = list(engine.run(die_once, {name: str(tmp_path / name) for name in "ab"}))
    assert sorted(found) == [("a", "a"), ("b", "b")]


@pytest.mark.slow
def test_a_fault_in_the_work_comes_back_from_dask_as_it_is(cluster):
    with open_engine(address(cluster), 1) as engine, pytest.raises(ValueError, match="no such thing"):
        list(engine.run(fail, {"a": "no such thing"}))


@pytest.mark.slow
def test_dask_writes_the_same_bytes_as_this_machine(cluster, reports, tmp_path):
    read([reports], tmp_path / "here")
    with open_engine(address(cluster), 1) as engine:
        read_many(Run(inputs=(str(reports),), to=str(tmp_path / "there")), engine)
    assert contents(tmp_path / "here") == contents(tmp_path / "there")


@pytest.mark.slow
def test_a_lost_scheduler_ends_the_run_with_what_to_do():
    library = pytest.importorskip("distributed", reason="Dask is not installed: pip install 'sayso[scale]'")
    options = {"n_workers": 1, "threads_per_worker": 1, "dashboard_address": ":0"}
    with library.LocalCluster(**options) as cluster, open_engine(address(cluster), 1) as engine:
        results = engine.run(double, {str(number): number for number in range(100)})
        next(results)
        cluster.close()
        with pytest.raises(ModelError, match="--resume"):
            list(results)
