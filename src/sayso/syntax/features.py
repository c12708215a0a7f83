"""What does the model see of a word?"""

from collections.abc import Callable, Sequence
from functools import cache
from importlib import resources
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from spacy import registry
from spacy.strings import hash_string  # type: ignore[attr-defined]
from spacy.tokens import Doc
from thinc.api import HashEmbed, Maxout, Model, chain, concatenate, list2ragged, ragged2list, with_array

from sayso.lexicons import read_toml

Row = NDArray[np.uint64]
# The form, its first and last letters and its shape; then how words like it are used, as written and in
# small letters ("Clashes" at the head of a sentence), and what it may name.
COLUMNS = (
    "norm", "prefix", "suffix", "shape", "prefix3", "suffix2", "suffix4", "near", "kin", "field", "small", "classes",
)  # fmt: skip
# Rare words of the news, each with the common one that the model is shown instead; emptied where it learns.
SEEN_AS: dict[str, str] = dict(read_toml("lemmas")["seen_as"])
_BITS = {"near": 0xFFFFFFFF, "kin": (1 << 8) - 1, "field": (1 << 5) - 1, "small": 0xFFFFFFFF}


@registry.architectures("sayso.WordEmbed.v1")  # type: ignore[untyped-decorator]
def embed_words(width: int, widths: list[int], rows: list[int]) -> Model[list[Doc], list[Any]]:
    """Return a layer that makes one vector a word from the hashed values of its columns.

    `widths` and `rows` are the width and the number of rows of each column's table.
    """
    tables = [
        HashEmbed(size, count, column=column, seed=8 + column, dropout=0.0)
        for column, (size, count) in enumerate(zip(widths, rows, strict=True))
    ]
    mix: Model[Any, Any] = Maxout(width, sum(widths), nP=3, dropout=0.0, normalize=True)
    return cast(
        "Model[list[Doc], list[Any]]",
        chain(
            Model("word_features", _forward),
            list2ragged(),
            with_array(chain(concatenate(*tables), mix)),
            ragged2list(),
        ),
    )


def _forward(  # the name of the last argument is thinc's
    _: Model[Any, Any],
    docs: Sequence[Doc],
    is_train: bool,  # noqa: ARG001
) -> tuple[list[Row], Callable[[Any], list[Any]]]:
    return [read_features(doc) for doc in docs], lambda _: []


def read_features(doc: Doc) -> Row:
    """Return a row of hashed values a token, a column each of `COLUMNS`."""
    rows = _rows()
    found = []
    for token in doc:
        row = rows.get(token.orth)
        if row is None:
            if len(rows) > _MOST_ROWS:
                rows.clear()
            row = rows[token.orth] = make_row(*_look_at(token))
        found.append(row)
    return np.stack(found) if found else np.zeros((0, len(COLUMNS)), dtype=np.uint64)


_MOST_ROWS = 200_000


def _look_at(token: Any) -> tuple[str, str, str]:
    """Return form, normal form and shape of a word, or those of the common word that it is seen as."""
    common = SEEN_AS.get(token.lower_)
    if common is None or token.is_upper:
        return token.text, token.norm_, token.shape_
    if token.is_title:
        return common.capitalize(), common, "Xxxxx"[: len(common)]
    return common, common, "xxxx"[: len(common)]


@cache
def _rows() -> dict[int, Row]:
    """Return the memory of rows, by the hash of the form."""
    return {}


def make_row(form: str, norm: str, shape: str) -> Row:
    """Return the hashed values of one word."""
    cluster, small = _find_cluster(form), load_words().get(form.lower(), (0, 0))[0]
    names = load_words().get(form.lower(), (0, 0))[1] if form[:1].isupper() else 0
    letters = (norm, form[:1], form[-3:], shape, form[:3].lower(), form[-2:].lower(), form[-4:].lower())
    hashed = [hash_string(f"{name}={value}") for name, value in zip(COLUMNS, letters, strict=False)]
    ways = (small if name == "small" else cluster for name in _BITS)
    used = [
        hash_string(f"{name}={way & bits if way else 'none'}")
        for way, (name, bits) in zip(ways, _BITS.items(), strict=True)
    ]
    return np.array([*hashed, *used, hash_string(f"classes={names}")], dtype=np.uint64)


def _find_cluster(form: str) -> int:
    """Return the cluster of the form as written, else as a name ("PARIS"), else in small letters; 0 for none."""
    written = (load_words().get(way, (0, 0))[0] for way in (form, form.capitalize(), form.lower()))
    return next((cluster for cluster in written if cluster), 0)


@cache
def load_words() -> dict[str, tuple[int, int]]:
    """Return the cluster of each form of the table and the name classes, which stand at the form in small letters."""
    with (resources.files("sayso.syntax") / "model" / "words.npz").open("rb") as file, np.load(file) as table:
        words = table["words"].tobytes().decode().split("\n")
        columns = zip(table["clusters"].tolist(), table["classes"].tolist(), strict=True)
    return dict(zip(words, columns, strict=True))
