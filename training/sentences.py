"""Make the weights of sentence ends: ``python -m training.sentences --treebank FOLDER --out FILE``.

A document's sentences are joined by a space, as the treebanks give no lines. Every gap where a sentence might end is a
case for a logistic regression over what stands around it (`sayso.passages.gaps`); each clue has a place in a table of
131,072 weights by its checksum, and a weight is written as one signed byte.
"""

import argparse
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

import numpy as np

from sayso.model.spans import Span
from sayso.passages.gaps import could_end, describe_gap, read_setting
from sayso.passages.weights import MASK, STEP, find_keys
from sayso.passages.words import find_words
from training.treebanks import Sentence, read_sentences

SEED, PASSES, BATCH, RATE, DECAY = 20130729, 10, 256, 0.1, 1e-6
FILES = {"ewt-train": 1.0, "gum-open-train": 3.0}  # edited texts, news among them, count more

Case = tuple[list[int], bool]


def read_cases(sentences: Iterable[Sentence]) -> Iterator[Case]:
    """Yield for each gap of a treebank where a sentence might end its clues' keys, and whether one ends."""
    for _, group in groupby(sentences, key=lambda sentence: sentence.document):
        text, starts = "", set()
        for sentence in group:
            starts.add(len(text))
            text += sentence.text + " "
        words = find_words(text, Span(0, len(text)))
        setting = read_setting([word.look for word in words])
        for at in range(1, len(words)):
            if could_end(words[at - 1].look, words[at].look):
                yield find_keys(describe_gap(setting, at)), words[at].start in starts


def fit(keys: np.ndarray, ends: np.ndarray, trust: np.ndarray) -> np.ndarray:
    """Return the weights, the mean of those after the later half of the passes (AdaGrad, fixed seed)."""
    chance = np.random.default_rng(SEED)
    weights, squares, kept = np.zeros(MASK + 1), np.full(MASK + 1, 1e-6), np.zeros(MASK + 1)
    for turn in range(PASSES):
        order = chance.permutation(len(ends))
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            found = keys[batch]
            error = (1 / (1 + np.exp(-weights[found].sum(1))) - ends[batch]) * trust[batch]
            used, where = np.unique(found, return_inverse=True)
            slope = np.bincount(where.ravel(), np.repeat(error, found.shape[1])) / BATCH + DECAY * weights[used]
            squares[used] += slope**2
            weights[used] -= RATE * slope / np.sqrt(squares[used])
        if turn >= PASSES // 2:
            kept += weights / (PASSES - PASSES // 2)
    return kept


def main() -> None:
    """Read the treebanks, train, and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--treebank", type=Path, required=True, help="folder with the .conllu files")
    parser.add_argument("--out", type=Path, required=True, help="the table to write")
    args = parser.parse_args()
    keys: list[list[int]] = []
    ends: list[bool] = []
    trust: list[float] = []
    for name, share in FILES.items():
        for found, is_end in read_cases(read_sentences(args.treebank / f"{name}.conllu", has_names=False)):
            keys.append(found)
            ends.append(is_end)
            trust.append(share)
    weights = fit(np.array(keys, np.int32), np.array(ends, float), np.array(trust))
    args.out.write_bytes(np.clip(np.rint(weights * STEP), -127, 127).astype(np.int8).tobytes())
    print(f"{len(ends)} gaps, {sum(ends)} of them ends; {np.count_nonzero(weights)} weights")


if __name__ == "__main__":
    main()
