"""Which model reads the syntax, and what does it say of a document?"""

import hashlib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import import_module, resources
from pathlib import Path
from types import ModuleType
from typing import Any

from sayso.errors import ModelError
from sayso.model.documents import Document
from sayso.model.parses import Name, Parse, Tokens
from sayso.model.passages import Passage
from sayso.model.spans import Span
from sayso.syntax.lemmas import Lemmas, correct_lemma
from sayso.syntax.packing import is_packed, unpack
from sayso.syntax.possessives import cut_possessive, find_lost_possessives

OUR_NAME = "sayso_syntax"
NEEDED_RELATIONS = frozenset({"nsubj", "obj", "obl", "ccomp"})
_LABELS = {
    "PERSON": "PERSON", "PLACE": "PLACE", "ORGANIZATION": "ORGANIZATION",
    "PER": "PERSON", "LOC": "PLACE", "GPE": "PLACE", "FAC": "PLACE", "ORG": "ORGANIZATION",
}  # fmt: skip


def load_spacy() -> ModuleType:
    """Return the spaCy library, imported at first use: it takes a second. It knows our layer of word features."""
    import_module("sayso.syntax.features")
    return import_module("spacy")


def load_syntax(name: str | None = None) -> "Syntax":
    """Return the syntax model in the package, or the installed pipeline or model folder called `name`.

    Raises:
        ModelError: when there is no such pipeline, or its relations are not Universal Dependencies.
    """
    spacy = load_spacy()
    source = str(resources.files("sayso.syntax") / "model") if name is None else name
    try:
        # With NumPy's matrices a document is parsed in half the time that spaCy's own take.
        with import_module("thinc.api").use_ops("numpy", use_blis=False):
            pipeline = unpack(Path(source)) if is_packed(Path(source)) else spacy.load(source)
    except (OSError, ValueError) as error:
        raise ModelError(
            f"no syntax model {source!r}: install it, or leave 'syntax_model' out of sayso.toml"
        ) from error
    relations = (
        {label.split("||")[-1] for label in pipeline.get_pipe("parser").labels}
        if "parser" in pipeline.pipe_names
        else set()
    )
    if not relations >= NEEDED_RELATIONS:
        raise ModelError(
            f"the pipeline {source!r} has no Universal Dependencies relations (no {', '.join(sorted(NEEDED_RELATIONS - relations))}):"
            " name another one under 'syntax_model' in sayso.toml"
        )
    return Syntax(pipeline, digest=_digest(source, pipeline))


@cache
def _find_threads() -> Any:
    """Return the switch of the threads of the libraries that multiply, found once they are loaded."""
    return import_module("threadpoolctl").ThreadpoolController()


def _digest(source: str, pipeline: Any) -> str:
    """Return what tells this model from another: the hash of its folder's files, else its name and version."""
    folder = Path(source)
    if not folder.is_dir():
        return f"{pipeline.meta['lang']}_{pipeline.meta['name']}-{pipeline.meta['version']}"
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


class Syntax:
    """A loaded model. `digest` names it in the cache of readings: another model makes other readings."""

    def __init__(self, pipeline: Any, *, digest: str) -> None:
        self._pipeline = pipeline
        # Our own model gives both tags as one, and leaves the lemmas to a memory of words seen.
        self._lemmas = Lemmas(pipeline) if pipeline.meta["name"] == OUR_NAME else None
        self.digest = digest

    def parse(self, document: Document, passages: tuple[Passage, ...]) -> Parse:
        """Return the parse of a document's passages.

        Each sentence is one input of the model and all sentences of the document are one batch, so that a
        parse depends on nothing but its document.
        """
        places = [(number, span) for number, passage in enumerate(passages) for span in passage.sentences]
        lost = find_lost_possessives(document.text)
        sentences = [self._tokenize(span, document.text, lost) for _, span in places]
        worded = [(number, doc, spans) for (number, _), (doc, spans) in zip(places, sentences, strict=True) if len(doc)]
        docs = self._run([doc for _, doc, _ in worded])
        return self._join(docs, [spans for _, _, spans in worded], [number for number, _, _ in worded])

    def parse_words(self, sentences: Sequence[tuple[Sequence[str], Sequence[bool]]]) -> Parse:
        """Return the parse of sentences that are cut into words already, each with its spaces after words.

        Offsets count as if the sentences stood one after another with a space between; all are passage 0.
        """
        docs, spans, at = [], [], 0
        for words, spaces in sentences:
            docs.append(self._input(list(words), list(spaces)))
            offsets = []
            for word, space in zip(words, spaces, strict=True):
                offsets.append(Span(at, at + len(word)))
                at += len(word) + space
            spans.append(offsets)
            at += not spaces[-1]
        return self._join(self._run(docs), spans, [0] * len(docs))

    def _run(self, docs: list[Any]) -> list[Any]:
        leave_out = ["lemmatizer"] if self._lemmas else []
        # Sums of two threads differ in the last bit from those of one: a parse must not depend on the machine's cores.
        with _find_threads().limit(limits=1, user_api="blas"):
            return list(self._pipeline.pipe(docs, batch_size=max(1, len(docs)), disable=leave_out))

    def _input(self, words: list[str], spaces: list[bool]) -> Any:
        """Return one sentence as the model takes it; it may not be cut again."""
        doc = self._pipeline.make_doc("").__class__(self._pipeline.vocab, words=words, spaces=spaces)
        for index, token in enumerate(doc):
            token.is_sent_start = index == 0
        return doc

    def _tokenize(self, span: Span, text: str, lost: frozenset[str]) -> tuple[Any, list[Span]]:
        """Return the sentence as the model's input, white space left out, with the span of each token.

        The words `lost` are cut before the s of their possessive, which the model sees with its apostrophe.
        """
        words: list[str] = []
        spaces: list[bool] = []
        spans: list[Span] = []
        for token in self._pipeline.make_doc(span.read(text)):
            if token.is_space:
                continue
            start, end = span.start + token.idx, span.start + token.idx + len(token.text)
            *before, last = cut_possessive(token.text, lost)
            words.extend((*before, last))
            spaces.extend([False] * len(before) + [bool(token.whitespace_)])
            spans.extend((Span(start, end - 1), Span(end - 1, end)) if before else (Span(start, end),))
        return self._input(words, spaces), spans

    def _join(self, docs: list[Any], spans: list[list[Span]], passages: list[int]) -> Parse:
        columns: list[tuple[Any, ...]] = []
        sentences: list[Tokens] = []
        names: list[Name] = []
        for doc, offsets in zip(docs, spans, strict=True):
            first = len(columns)
            columns.extend(self._rows(doc, offsets, first))
            sentences.append(Tokens(first, len(columns)))
            names.extend(
                Name(first + ent.start, first + ent.end, _LABELS[ent.label_])
                for ent in doc.ents
                if ent.label_ in _LABELS
            )
        words, begins, ends, lemmas, universal, tags, heads, relations = (
            zip(*columns, strict=True) if columns else ((),) * 8
        )
        return Parse(
            words=words, starts=begins, ends=ends, lemmas=lemmas, universal=universal, tags=tags, heads=heads,
            relations=relations, sentences=tuple(sentences), passages=tuple(passages), names=tuple(names),
        )  # fmt: skip

    def _rows(self, doc: Any, spans: list[Span], first: int) -> Iterator[tuple[Any, ...]]:
        for token, span in zip(doc, spans, strict=True):
            word, head, tag = token.text, token.head.i, token.tag_
            relation = "root" if head == token.i else token.dep_.lower()
            if self._lemmas:
                tag, universal = tag.split("|")
                lemma = self._lemmas.find(word, tag, universal)
            else:
                universal, lemma = token.pos_, correct_lemma(word, token.lemma_, token.pos_)
            yield (word, span.start, span.end, lemma, universal, tag, first + head, relation)
