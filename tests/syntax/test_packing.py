from importlib import resources
from pathlib import Path

import numpy as np

from sayso.syntax.models import load_spacy
from sayso.syntax.packing import is_packed, pack, round_weights, unpack

MODEL = Path(str(resources.files("sayso.syntax"))) / "model"


def read_weights(pipeline):
    nodes = pipeline.get_pipe("parser").model.walk()
    return [node.get_param(name) for node in nodes for name in node.param_names if node.has_param(name)]


def test_the_model_in_the_package_is_packed_and_small():
    assert is_packed(MODEL)
    assert sum(path.stat().st_size for path in MODEL.rglob("*")) <= 20_000_000


def test_a_pipeline_reads_back_as_it_was_packed(tmp_path):
    pipeline = load_spacy().blank("en")
    pipeline.meta["name"] = "packed"
    pack(pipeline, tmp_path / "model")
    assert is_packed(tmp_path / "model")
    assert unpack(tmp_path / "model").meta["name"] == "packed"


def test_rounding_twice_changes_nothing_more():
    load_spacy()
    pipeline = unpack(MODEL)
    before = [weights.copy() for weights in read_weights(pipeline)]
    round_weights(pipeline)
    assert all(np.array_equal(a, b) for a, b in zip(before, read_weights(pipeline), strict=True))
