"""How does a model lie in a folder, small enough for the package?"""

import zlib
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np

_CONFIG, _WEIGHTS = "config.cfg", "pipeline.zlib"


def round_weights(pipeline: Any) -> None:
    """Keep of every weight what a number of half the length can hold: it then packs into half the room.

    To be done before a model is scored, so that the scores are those of what is shipped.
    """
    models = [component.model for _, component in pipeline.pipeline if getattr(component, "model", None)]
    for node in (node for model in models for node in model.walk()):
        for name in filter(node.has_param, node.param_names):
            node.set_param(name, node.get_param(name).astype(np.float16).astype(np.float32))


def pack(pipeline: Any, folder: Path) -> None:
    """Write a pipeline into a folder: its settings in plain text, all else compressed in one file."""
    folder.mkdir(parents=True, exist_ok=True)
    pipeline.config.to_disk(folder / _CONFIG)
    (folder / _WEIGHTS).write_bytes(zlib.compress(pipeline.to_bytes(), 6))


def is_packed(folder: Path) -> bool:
    """Tell whether the folder was written by `pack`."""
    return (folder / _WEIGHTS).is_file()


def unpack(folder: Path) -> Any:
    """Return the pipeline in the folder."""
    util = import_module("spacy.util")
    settings = util.load_config(folder / _CONFIG)
    pipeline = util.load_model_from_config(settings, auto_fill=False)
    return pipeline.from_bytes(zlib.decompress((folder / _WEIGHTS).read_bytes()))
