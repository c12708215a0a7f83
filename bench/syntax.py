"""How well does the syntax model parse, and how fast?"""

import argparse
import time
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bench.errors import BenchError
from sayso.model.documents import Document
from sayso.model.parses import Parse
from sayso.passages import find_passages
from sayso.syntax import Syntax, load_syntax
from training.treebanks import Sentence, read_sentences

Arc = tuple[int, int, int, int, str]


def measure(options: argparse.Namespace) -> Mapping[str, float | None]:
    """Return per cent on a CoNLL-U file: `las`, `uas`, `tag` on gold tokens (punctuation included).

    `las_raw` and `sentence_f1` are F1 from raw text; `names` span F1 by type where the file has an entity layer.
    `words_per_second` is that of one core, model time only.

    Raw text is a document's sentences joined by a space. In the raw text of the CoNLL shared tasks a blank line parts
    paragraphs (`# newpar`), but these files do not say where one begins: so headings, captions and lists run into
    sentences here, which they do in no article that kept its lines, and the figures are the lower for it.
    """
    if options.gold is None or not options.gold.is_file():
        raise BenchError(f"no treebank file '{options.gold}': give a .conllu file under --gold")
    sentences = list(read_sentences(options.gold, has_names="gum" in options.gold.name))
    syntax = load_syntax()
    begin = time.perf_counter()
    parses = [syntax.parse_words([(s.words, s.spaces) for s in group]) for group in _documents(sentences).values()]
    seconds = time.perf_counter() - begin
    scores = _gold_tokens(list(_documents(sentences).values()), parses) | _raw_text(syntax, _documents(sentences))
    return scores | {"words_per_second": round(sum(len(s.words) for s in sentences) / seconds)}


def _documents(sentences: Iterable[Sentence]) -> dict[str, list[Sentence]]:
    groups: dict[str, list[Sentence]] = {}
    for sentence in sentences:
        groups.setdefault(sentence.document, []).append(sentence)
    return groups


def _gold_tokens(groups: Sequence[Sequence[Sentence]], parses: Sequence[Parse]) -> dict[str, float | None]:
    total = tags = heads = arcs = found = named = shared = 0
    has_names = False
    for group, parse in zip(groups, parses, strict=True):
        first = 0
        for sentence in group:
            size = len(sentence.words)
            for index in range(size):
                at = first + index
                same_head = parse.heads[at] == first + sentence.heads[index]
                tags += parse.tags[at] == sentence.tags[index]
                heads += same_head
                arcs += same_head and parse.relations[at] == sentence.relations[index].lower()
            if sentence.names is not None:
                has_names = True
                own = {(a - first, b - first, label) for a, b, label in parse.names if first <= a < first + size}
                found, named, shared = (
                    found + len(own),
                    named + len(sentence.names),
                    shared + len(own & set(sentence.names)),
                )
            total, first = total + size, first + size
    return {
        "las": _percent(arcs, total),
        "uas": _percent(heads, total),
        "tag": _percent(tags, total),
        "names": _percent(2 * shared, found + named) if has_names else None,
    }


def _raw_text(syntax: Syntax, groups: Mapping[str, Sequence[Sentence]]) -> dict[str, float | None]:
    arcs = [0, 0, 0]
    ends = [0, 0, 0]
    for name, group in groups.items():
        text = " ".join(sentence.text for sentence in group)
        document = Document(id=name, sha256=name, file=name, text=text)
        passages = find_passages(document)
        _count(arcs, _parsed_arcs(syntax.parse(document, passages)), _gold_arcs(group))
        _count(ends, {tuple(s) for p in passages for s in p.sentences}, set(_sentence_spans(group)))
    return {
        "las_raw": _percent(2 * arcs[0], arcs[1] + arcs[2]),
        "sentence_f1": _percent(2 * ends[0], ends[1] + ends[2]),
    }


def _count(sums: list[int], found: set[Any], gold: set[Any]) -> None:
    sums[0], sums[1], sums[2] = sums[0] + len(found & gold), sums[1] + len(found), sums[2] + len(gold)


def _parsed_arcs(parse: Parse) -> set[Arc]:
    return {
        (parse.starts[t], parse.ends[t], parse.starts[h], parse.ends[h], parse.relations[t])
        for t, h in enumerate(parse.heads)
    }


def _gold_arcs(group: Sequence[Sentence]) -> set[Arc]:
    arcs: set[Arc] = set()
    for (start, _), sentence in zip(_sentence_spans(group), group, strict=True):
        spans, at = [], start
        for word, space in zip(sentence.words, sentence.spaces, strict=True):
            spans.append((at, at + len(word)))
            at += len(word) + space
        arcs |= {
            (*spans[t], *spans[h], relation.lower())
            for t, (h, relation) in enumerate(zip(sentence.heads, sentence.relations, strict=True))
        }
    return arcs


def _sentence_spans(group: Sequence[Sentence]) -> list[tuple[int, int]]:
    spans, start = [], 0
    for sentence in group:
        spans.append((start, start + len(sentence.text)))
        start += len(sentence.text) + 1
    return spans


def _percent(part: float, whole: float) -> float | None:
    return round(100 * part / whole, 2) if whole else None
