"""Which model reads the syntax, and what does it say of a document?"""

import hashlib
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from functools import cache
from importlib import import_module, resources
from pathlib import Path
from types import ModuleType
from typing import Any

from sayso.errors import ModelError
from sayso.model.documents import Document
from sayso.model.kinds import PassageKind
from sayso.model.parses import Name, Parse, Tokens
from sayso.model.passages import Passage
from sayso.model.spans import Span
from sayso.syntax.absolutes import mend_absolutes
from sayso.syntax.additions import mend_additions
from sayso.syntax.appositions import mend_appositions
from sayso.syntax.bare_sentences import find_bare_verb
from sayso.syntax.contrasts import mend_contrasts
from sayso.syntax.headings import find_hidden_verbs, is_read
from sayso.syntax.inversions import mend_inversions
from sayso.syntax.lemmas import Lemmas, correct_lemma
from sayso.syntax.openings import mend_openings
from sayso.syntax.packing import is_packed, unpack
from sayso.syntax.participles import mend_participles
from sayso.syntax.pauses import COMMA, find_opening, find_pause, is_mended
from sayso.syntax.possessives import cut_possessive, find_lost_possessives
from sayso.syntax.prepositions import mend_prepositions
from sayso.syntax.relatives import mend_relatives
from sayso.syntax.results import mend_results
from sayso.syntax.shown import Shown, choose_shown
from sayso.syntax.subjects import mend_subjects
from sayso.syntax.swallowed import mend_swallowed
from sayso.syntax.telegrams import mend_telegrams
from sayso.syntax.unparted import mend_without_comma
from sayso.syntax.verbs import mend_verbs
from sayso.syntax.verdicts import mend_verdicts
from sayso.text.trees import keep_sound

OUR_NAME = "sayso_syntax"
# How many words the model keeps: more than half of them come with it.
MOST_WORDS = 400_000
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


# What is mended in a parse, in this order: each may build on those before it.
MENDS = (
    mend_prepositions, mend_verbs, mend_swallowed, mend_subjects, mend_openings, mend_additions, mend_inversions,
    mend_without_comma, mend_participles, mend_absolutes, mend_relatives, mend_results, mend_appositions,
    mend_telegrams, mend_verdicts, mend_contrasts,
)  # fmt: skip


class Syntax:
    """A loaded model. `digest` names it in the cache of readings: another model makes other readings."""

    def __init__(self, pipeline: Any, *, digest: str) -> None:
        self._pipeline = pipeline
        # Our own model gives both tags as one, and leaves the lemmas to a memory of words seen.
        self._lemmas = Lemmas(pipeline) if pipeline.meta["name"] == OUR_NAME else None
        self.digest = digest
        self._lock = threading.Lock()

    def parse(self, document: Document, passages: tuple[Passage, ...]) -> Parse:
        """Return the parse of a document's passages.

        Each sentence is one input of the model and all sentences of the document are one batch, so that a
        parse depends on nothing but its document.
        """
        places = [(number, span) for number, passage in enumerate(passages) for span in passage.sentences]
        lost = find_lost_possessives(document.text)
        with self._forgetting():
            sentences = [self._tokenize(span, document.text, lost) for _, span in places]
            worded = [
                (number, doc, spans) for (number, _), (doc, spans) in zip(places, sentences, strict=True) if len(doc)
            ]
            parsed = self._mend_pauses(self._run([doc for _, doc, _ in worded]))
            headings = [n for n, row in enumerate(worded) if passages[row[0]].kind is PassageKind.HEADLINE]
            others = [n for n in range(len(worded)) if n not in set(headings)]
            for numbers, find in ((headings, find_hidden_verbs), (others, find_bare_verb)):
                for number, again in zip(numbers, self._read_again([parsed[n] for n in numbers], find), strict=True):
                    parsed[number] = again
            return self._join(parsed, [spans for _, _, spans in worded], [number for number, _, _ in worded])

    def parse_words(self, sentences: Sequence[tuple[Sequence[str], Sequence[bool]]]) -> Parse:
        """Return the parse of sentences that are cut into words already, each with its spaces after words.

        Offsets count as if the sentences stood one after another with a space between; all are passage 0.
        """
        spans, at = [], 0
        for words, spaces in sentences:
            offsets = []
            for word, space in zip(words, spaces, strict=True):
                offsets.append(Span(at, at + len(word)))
                at += len(word) + space
            spans.append(offsets)
            at += not spaces[-1]
        with self._forgetting():
            docs = [self._input(list(words), list(spaces)) for words, spaces in sentences]
            return self._join(self._mend_pauses(self._run(docs)), spans, [0] * len(docs))

    @contextmanager
    def _forgetting(self) -> Iterator[None]:
        """Let the model forget the words it meets in here, once it knows enough: a process may read for days.

        Words that are kept are found sooner. Zones may not overlap, so one thread at a time.
        """
        with self._lock:
            knows_enough = len(self._pipeline.vocab.strings) >= MOST_WORDS
            with self._pipeline.memory_zone() if knows_enough else nullcontext():
                yield

    def _run(self, docs: list[Any]) -> list[tuple[Shown, Any]]:
        """Return the sentences as shown to the model, and as parsed by it."""
        leave_out = ["lemmatizer"] if self._lemmas else []
        shown = [choose_shown([token.text for token in doc]) for doc in docs]
        docs = [self._as_shown(doc, sentence) for doc, sentence in zip(docs, shown, strict=True)]
        # Sums of two threads differ in the last bit from those of one: a parse must not depend on the machine's cores.
        with _find_threads().limit(limits=1, user_api="blas"):
            parsed = list(self._pipeline.pipe(docs, batch_size=max(1, len(docs)), disable=leave_out))
        return list(zip(shown, parsed, strict=True))

    def _as_shown(self, doc: Any, shown: Shown) -> Any:
        """Return a sentence with only those words that the model is shown."""
        words = shown.seen()
        spaces = [bool(doc[at].whitespace_) for at in shown.places]
        return doc if words == shown.words else self._input(list(words), spaces)

    def _read_again(
        self, lines: list[tuple[Shown, Any]], find: Callable[[Any], dict[int, str]]
    ) -> Iterator[tuple[Shown, Any]]:
        """Yield the lines as parsed, those without a verb once more with a plain verb in the place of what may be one."""
        hidden = [find(doc) for _, doc in lines]
        chosen = [self._with(doc, verbs) for (_, doc), verbs in zip(lines, hidden, strict=True) if verbs]
        again = iter(self._run(chosen))
        for (shown, doc), verbs in zip(lines, hidden, strict=True):
            other = next(again)[1] if verbs else doc
            yield shown, other if is_read(other, verbs) else doc

    def _mend_pauses(self, parsed: list[tuple[Shown, Any]]) -> list[tuple[Shown, Any]]:
        """Return the sentences, those that lack a comma behind the time or place that opens them as read with one."""
        pauses = {number: at for number, (_, doc) in enumerate(parsed) if (at := find_pause(doc)) is not None}
        chosen = [self._pausing(parsed[number][1], at) for number, at in pauses.items()]
        mended = list(parsed)
        for (number, at), (_, doc) in zip(pauses.items(), self._run(chosen), strict=True):
            shown, before = parsed[number]
            with doc.retokenize() as retokenizer:
                retokenizer.merge(doc[at - 1 : at + 1])
            mended[number] = (shown, doc if is_mended(doc, find_opening(before, at), at) else before)
        return mended

    def _pausing(self, doc: Any, at: int) -> Any:
        words, spaces = [token.text for token in doc], [bool(token.whitespace_) for token in doc]
        return self._input([*words[:at], COMMA, *words[at:]], [*spaces[: at - 1], False, True, *spaces[at:]])

    def _with(self, doc: Any, verbs: Mapping[int, str]) -> Any:
        return self._input([verbs.get(t.i, t.text) for t in doc], [bool(t.whitespace_) for t in doc])

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

    def _join(self, parsed: list[tuple[Shown, Any]], spans: list[list[Span]], passages: list[int]) -> Parse:
        columns: list[tuple[Any, ...]] = []
        sentences: list[Tokens] = []
        names: list[Name] = []
        for (shown, doc), offsets in zip(parsed, spans, strict=True):
            first, places = len(columns), shown.places
            columns.extend(self._rows(shown, doc, offsets, first))
            sentences.append(Tokens(first, len(columns)))
            names.extend(
                Name(first + places[ent.start], first + places[ent.end - 1] + 1, _LABELS[ent.label_])
                for ent in doc.ents
                if ent.label_ in _LABELS
            )
        words, begins, ends, lemmas, universal, tags, heads, relations = (
            zip(*columns, strict=True) if columns else ((),) * 8
        )
        parse = Parse(
            words=words, starts=begins, ends=ends, lemmas=lemmas, universal=universal, tags=tags, heads=heads,
            relations=relations, sentences=tuple(sentences), passages=tuple(passages), names=tuple(names),
        )  # fmt: skip
        for mend in MENDS:
            parse = keep_sound(mend(parse), parse)
        return parse

    def _rows(self, shown: Shown, doc: Any, spans: list[Span], first: int) -> Iterator[tuple[Any, ...]]:
        """Yield the columns of a sentence's tokens, those put back that the model was not shown."""
        hidden, places, tokens = shown.put_back(doc), shown.places, iter(doc)
        for at, (word, span) in enumerate(zip(shown.words, spans, strict=True)):
            if at in hidden:
                head, *tags, relation = hidden[at]
                yield (word, span.start, span.end, word, *tags, first + head, relation)
            else:
                yield self._row(next(tokens), word, span, first, places)

    def _row(self, token: Any, word: str, span: Span, first: int, places: tuple[int, ...]) -> tuple[Any, ...]:
        head, tag = token.head.i, token.tag_
        relation = "root" if head == token.i else token.dep_.lower()
        if self._lemmas:
            tag, universal = tag.split("|")
            lemma = self._lemmas.find(word, tag, universal)
        else:
            universal, lemma = token.pos_, correct_lemma(word, token.lemma_, token.pos_)
        return (word, span.start, span.end, lemma, universal, tag, first + places[head], relation)
