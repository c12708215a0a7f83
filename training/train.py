"""Make the syntax model: ``python -m training.train --treebank FOLDER --out FOLDER``.

One model with a shared encoder: tagger (fine and universal tag as one label), dependency parser and
names. Sentences come from the treebank one by one, since `passages` hands the model one sentence at a
time. Names are learnt from GUM alone; EWT has no entity layer and its sentences count as unmarked.
"""

import argparse
import json
import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import fix_random_seed, minibatch
from thinc.api import Adam, NumpyOps, set_current_ops, warmup_linear

from sayso.syntax import features
from sayso.syntax.models import OUR_NAME
from sayso.syntax.packing import pack, round_weights
from training.treebanks import Sentence, read_sentences
from training.variations import vary

SEED = 20130729
# The encoder that tags and parsing share, and the smaller one that names have for themselves.
WIDTH, DEPTH = 160, 4
NAMES_WIDTH, NAMES_DEPTH = 96, 3
# Of each column of `features.COLUMNS`: how wide its table is, and how many rows it has.
WIDTHS = [96, 32, 64, 48, 48, 32, 64, 64, 48, 32, 64, 32]
ROWS = [8000, 300, 3000, 1000, 4000, 1000, 5000, 1500, 500, 100, 1500, 200]
DROPOUT, DECAY = 0.3, 0.02
NAMES_DROPOUT, NAMES_PASSES = 0.4, 20
# Names are learnt from so little that chance moves them: from so many starts, and the best on the dev file stays.
NAMES_TRIALS = 3
# How often in a thousand sentences names are learnt without commas and apostrophes; the parser gained nothing by it.
BARED = 60


def _encoder(width: int, depth: int) -> dict[str, Any]:
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {"@architectures": "sayso.WordEmbed.v1", "width": width, "widths": WIDTHS, "rows": ROWS},
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": width,
            "depth": depth,
            "window_size": 1,
            "maxout_pieces": 3,
        },
    }


def build_pipeline(sentences: list[Sentence]) -> Language:
    """Return an untrained pipeline whose labels are those of the sentences."""
    nlp = spacy.blank("en")
    encoder = _encoder(WIDTH, DEPTH)
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": WIDTH, "upstream": "*"}
    nlp.add_pipe("tok2vec", config={"model": encoder})
    nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": listener}})
    encoders = {"parser": listener, "ner": _encoder(NAMES_WIDTH, NAMES_DEPTH)}
    for name, width in (("parser", 128), ("ner", 64)):
        model = {
            "@architectures": "spacy.TransitionBasedParser.v2",
            "state_type": name,
            "extra_state_tokens": False,
            "hidden_width": width,
            "maxout_pieces": 2,
            "use_upper": True,
            "tok2vec": encoders[name],
        }
        nlp.add_pipe(name, config={"model": model})
    nlp.initialize(lambda: [_example(nlp, sentence) for sentence in sentences])
    return nlp


def _example(nlp: Language, sentence: Sentence) -> Example:
    forms, spaces = list(sentence.words), list(sentence.spaces)
    gold = Doc(
        nlp.vocab,
        words=forms,
        spaces=spaces,
        tags=[f"{t}|{u}" for t, u in zip(sentence.tags, sentence.universal, strict=True)],
        heads=list(sentence.heads),
        deps=list(sentence.relations),
        sent_starts=[True] + [False] * (len(forms) - 1),
    )
    if sentence.names is None:
        gold.set_ents([], default="missing")
    else:
        gold.set_ents([Span(gold, a, b, label=k) for a, b, k in sentence.names])
    return Example(Doc(nlp.vocab, words=forms, spaces=spaces), gold)


def _batches(
    nlp: Language, sentences: list[Sentence], chance: random.Random, *, size: int, bared: int
) -> Iterator[list[Example]]:
    order = sentences[:]
    chance.shuffle(order)
    yield from minibatch((_example(nlp, vary(s, chance, bared=bared)) for s in order), size=size)


def train(
    nlp: Language,
    names: list[str],
    train: list[Sentence],
    dev: list[Sentence],
    *,
    passes: int,
    drop: float,
    bared: int = 0,
) -> None:
    """Train the components called `names` in place; the averaged weights of the last pass stay."""
    chance, size = random.Random(SEED), 48
    steps = passes * (len(train) // size + 1)
    optimizer = Adam(
        learn_rate=warmup_linear(0.0015, min(250, steps // 20), steps),
        beta1=0.9, beta2=0.999, eps=1e-8, L2=DECAY, L2_is_weight_decay=True, grad_clip=1.0, use_averages=True,
    )  # fmt: skip
    begin = time.monotonic()
    with nlp.select_pipes(enable=names):
        for epoch in range(passes):
            losses: dict[str, float] = {}
            for batch in _batches(nlp, train, chance, size=size, bared=bared):
                nlp.update(batch, sgd=optimizer, drop=drop, losses=losses)
                optimizer.step_schedules()
            with nlp.use_params(optimizer.averages):
                scores = score(nlp, dev)
            print(json.dumps({"pass": epoch + 1, "seconds": round(time.monotonic() - begin), **scores}), flush=True)
        nlp.use_params(optimizer.averages).__enter__()


def learn_names(nlp: Language, sentences: list[Sentence], named: list[Sentence], dev: list[Sentence]) -> None:
    """Put the best of some name recognisers, each learnt from another start, into the pipeline."""
    best = 0.0
    for trial in range(NAMES_TRIALS):
        fix_random_seed(SEED + trial)
        other = build_pipeline(sentences)
        train(other, ["ner"], named, dev, passes=NAMES_PASSES, drop=NAMES_DROPOUT, bared=BARED)
        with other.select_pipes(enable=["ner"]):
            reached = score(other, dev)["names"]
        if reached > best:
            best = reached
            _names_of(nlp).from_bytes(_names_of(other).to_bytes(exclude=["vocab"]), exclude=["vocab"])


def _names_of(nlp: Language) -> Any:
    return nlp.get_pipe("ner")


def score(nlp: Language, sentences: list[Sentence]) -> dict[str, float]:
    """Return tag accuracy, UAS, LAS and name F1 in per cent, punctuation included, on gold tokens."""
    right = dict.fromkeys(("tag", "uas", "las"), 0)
    total = found = gold_names = shared = 0
    docs = (Doc(nlp.vocab, words=list(s.words), spaces=list(s.spaces),
                sent_starts=[True] + [False] * (len(s.words) - 1)) for s in sentences)  # fmt: skip
    for doc, sentence in zip(nlp.pipe(docs, batch_size=256), sentences, strict=True):
        total += len(doc)
        for token, tag, head, relation in zip(doc, sentence.tags, sentence.heads, sentence.relations, strict=True):
            right["tag"] += token.tag_.split("|")[0] == tag
            right["uas"] += token.head.i == head
            right["las"] += token.head.i == head and token.dep_ == relation
        if sentence.names is not None:
            predicted = {(ent.start, ent.end, ent.label_) for ent in doc.ents}
            found, gold_names = found + len(predicted), gold_names + len(sentence.names)
            shared += len(predicted & set(sentence.names))
    out = {name: round(100 * count / total, 2) for name, count in right.items()}
    return out | ({"names": round(200 * shared / max(1, found + gold_names), 2)} if gold_names else {})


def load(folder: Path, part: str) -> dict[str, list[Sentence]]:
    """Return the sentences of one part (train, dev, test) per treebank."""
    return {
        name: list(read_sentences(folder / f"{name}-{part}.conllu", has_names=name.startswith("gum")))
        for name in ("ewt", "gum-open")
    }


def main() -> None:
    """Train, print the scores of each pass and of the test files, write the model."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--treebank", type=Path, required=True, help="folder with ewt- and gum-open- .conllu files")
    parser.add_argument("--out", type=Path, required=True, help="folder the model is written to")
    parser.add_argument("--passes", type=int, default=16)
    args = parser.parse_args()
    fix_random_seed(SEED)
    features.SEEN_AS.clear()
    # NumPy multiplies twice as fast as what spaCy takes by itself; OPENBLAS_NUM_THREADS=1 keeps it to one core.
    set_current_ops(NumpyOps(use_blis=False))
    parts: dict[str, Any] = {part: load(args.treebank, part) for part in ("train", "dev", "test")}
    # GUM's open genres count twice: they are edited prose like news, and a third of EWT's size.
    used = [*parts["train"].values(), parts["train"]["gum-open"]]
    sentences = [s for group in used for s in group if len(s.words) < 120]
    nlp = build_pipeline(sentences)
    dev, named = parts["dev"], [s for s in parts["train"]["gum-open"] if len(s.words) < 120]
    everything = [sentence for group in dev.values() for sentence in group]
    train(nlp, ["tok2vec", "tagger", "parser"], sentences, everything, passes=args.passes, drop=DROPOUT)
    # Names have few sentences and an encoder of their own: they are learnt alone, and forget more on the way.
    learn_names(nlp, sentences, named, dev["gum-open"])
    round_weights(nlp)
    for name, group in parts["test"].items():
        print(json.dumps({"test": name, **score(nlp, group)}), flush=True)
    # WordNet's rules and tables; the model's own tags tell which apply.
    nlp.add_pipe("lemmatizer", config={"mode": "rule"}).initialize()
    nlp.meta.update(name=OUR_NAME, version="2", description="Universal Dependencies for news")
    pack(nlp, args.out)


if __name__ == "__main__":
    main()
