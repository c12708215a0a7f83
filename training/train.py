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
from thinc.api import Adam, warmup_linear

from training.treebanks import Sentence, read_sentences

SEED = 20130729
WIDTH, DEPTH, ROWS = 128, 4, [6000, 1500, 3000, 1500]
CURLY = {'"': ("\u201c", "\u201d"), "'": ("\u2018", "\u2019"), "'s": ("\u2019s",) * 2, "n't": ("n\u2019t",) * 2}


def build_pipeline(sentences: list[Sentence]) -> Language:
    """Return an untrained pipeline whose labels are those of the sentences."""
    nlp = spacy.blank("en")
    encoder = {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": WIDTH,
            "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
            "rows": ROWS,
            "include_static_vectors": False,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": WIDTH,
            "depth": DEPTH,
            "window_size": 1,
            "maxout_pieces": 3,
        },
    }
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": WIDTH, "upstream": "*"}
    nlp.add_pipe("tok2vec", config={"model": encoder})
    nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": listener}})
    for name, state, width in (("parser", "parser", 96), ("ner", "ner", 64)):
        model = {
            "@architectures": "spacy.TransitionBasedParser.v2",
            "state_type": state,
            "extra_state_tokens": False,
            "hidden_width": width,
            "maxout_pieces": 2,
            "use_upper": True,
            "tok2vec": listener,
        }
        nlp.add_pipe(name, config={"model": model})
    nlp.initialize(lambda: [_example(nlp, sentence) for sentence in sentences])
    return nlp


# What tells the lemmatizer that a form is a dictionary form already: "bring" is no participle of "bre".
BASE_FORMS = {"VB": "VerbForm=Inf", "VBP": "VerbForm=Inf", "NN": "Number=Sing", "JJ": "Degree=Pos"}


def add_lemmas(nlp: Language, labels: tuple[str, ...]) -> None:
    """Split the joint tags again and add the lemmatizer (WordNet's rules and tables)."""
    ruler = nlp.add_pipe("attribute_ruler", after="tagger")
    for label in labels:
        fine, universal = label.split("|")
        attributes = {"TAG": fine, "POS": universal, "MORPH": BASE_FORMS.get(fine, "_")}
        ruler.add(patterns=[[{"TAG": label}]], attrs=attributes)
    nlp.add_pipe("lemmatizer", config={"mode": "rule"}).initialize()


def _example(nlp: Language, sentence: Sentence, words: tuple[str, ...] | None = None) -> Example:
    forms = list(words or sentence.words)
    spaces = list(sentence.spaces)
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


def _varied(sentence: Sentence, chance: random.Random) -> tuple[str, ...]:
    """Return the words, now and then with typographic quotes or in capitals as news prints them."""
    words = sentence.words
    if chance.random() < 0.4:
        opened, out = False, []
        for word in words:
            pair = CURLY.get(word)
            out.append(pair[opened] if pair else word)
            opened = opened != (word == '"')
        words = tuple(out)
    if chance.random() < 0.02:
        words = tuple(word.upper() for word in words)
    return words


def _batches(nlp: Language, sentences: list[Sentence], chance: random.Random, size: int) -> Iterator[list[Example]]:
    order = sentences[:]
    chance.shuffle(order)
    yield from minibatch((_example(nlp, s, _varied(s, chance)) for s in order), size=size)


def train(nlp: Language, train: list[Sentence], dev: list[Sentence], *, passes: int) -> None:
    """Train in place; the averaged weights of the last pass stay."""
    chance, size = random.Random(SEED), 48
    steps = passes * (len(train) // size + 1)
    optimizer = Adam(
        learn_rate=warmup_linear(0.0015, 250, steps),
        beta1=0.9, beta2=0.999, eps=1e-8, L2=0.01, L2_is_weight_decay=True, grad_clip=1.0, use_averages=True,
    )  # fmt: skip
    begin = time.monotonic()
    for epoch in range(passes):
        losses: dict[str, float] = {}
        for batch in _batches(nlp, train, chance, size):
            nlp.update(batch, sgd=optimizer, drop=0.2, losses=losses)
            optimizer.step_schedules()
        with nlp.use_params(optimizer.averages):
            scores = score(nlp, dev)
        print(json.dumps({"pass": epoch + 1, "seconds": round(time.monotonic() - begin), **scores}), flush=True)
    nlp.use_params(optimizer.averages).__enter__()


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
    parts: dict[str, Any] = {part: load(args.treebank, part) for part in ("train", "dev", "test")}
    sentences = [s for group in parts["train"].values() for s in group if len(s.words) < 120]
    nlp = build_pipeline(sentences)
    train(nlp, sentences, [s for group in parts["dev"].values() for s in group], passes=args.passes)
    for name, group in parts["test"].items():
        print(json.dumps({"test": name, **score(nlp, group)}), flush=True)
    add_lemmas(nlp, tuple(nlp.get_pipe("tagger").labels))
    nlp.meta.update(name="sayso_syntax", version="1", description="Universal Dependencies for news")
    nlp.to_disk(args.out)


if __name__ == "__main__":
    main()
