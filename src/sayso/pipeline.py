"""How do documents become readings, and readings the record? The only place where the stages meet."""

import hashlib
import multiprocessing
import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from functools import cache, partial
from importlib import metadata, resources
from pathlib import Path
from typing import Protocol

from sayso.attribution import find_attributions
from sayso.claims import find_claims, find_speaking_spans, measure_coverage, name_rows
from sayso.dating import date_documents, find_date_problems
from sayso.errors import ModelError
from sayso.linking import link_claims
from sayso.mentions import find_mentions
from sayso.model.claims import Coverage, Layers, Reading
from sayso.model.derivations import rules
from sayso.model.documents import Document, Problem
from sayso.model.judgements import Judgement
from sayso.model.parses import Parse
from sayso.model.passages import Passage
from sayso.model.records import Record
from sayso.model.resolved import DocumentDate
from sayso.model.settings import Settings
from sayso.model.spans import Span
from sayso.passages import find_passages
from sayso.record import Joined, build_record, find_mixed_origins, find_opposed, lower_counts
from sayso.reference import find_names, find_referents
from sayso.resolution import resolve_claims, untie
from sayso.store import decode_reading, encode_reading
from sayso.syntax import load_syntax
from sayso.text.decisions import keep_active
from sayso.text.memories import Memory

# The model's own limit on one text; a longer one is no article.
LONGEST_TEXT = 1_000_000
# What has no end for so long is no sentence, and would take minutes and gigabytes to parse.
LONGEST_SENTENCE = 5_000
# Starting a second process takes about as long as reading this many articles.
WORTH_A_PROCESS = 16
_CHUNK = 8
_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")


class Parser(Protocol):
    """What reading needs of a syntax model."""

    def parse(self, document: Document, passages: tuple[Passage, ...]) -> Parse:
        """Return the parse of a document's passages."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What a case knows beside its readings: when each document was taken in (by id), and what could not be."""

    obtained: Mapping[str, str]
    problems: tuple[Problem, ...] = ()


def read_document(document: Document, syntax: Parser) -> Reading:
    """Return all that one document gives by itself: a function of the document and the model alone.

    One that cannot be read (another language, far too long, or a rule that fails on it) gives a problem and
    no claims: it never stops a build.
    """
    return read_with_layers(document, syntax)[0]


def read_with_layers(document: Document, syntax: Parser) -> tuple[Reading, Layers | None]:
    """Return the reading of a document and what it was made from: None for one that cannot be read."""
    reason = _unreadable(document)
    if reason:
        return _unread(document, _problem("passages", reason, document)), None
    try:
        return _read(document, syntax)
    except Exception as error:
        # The one edge where any failure is caught: one hostile page must not cost the other thousands.
        reason = f"could not be read ({type(error).__name__}: {error}); please report it with the document"
        return _unread(document, _problem("reading", reason, document)), None


def read_documents(documents: Sequence[Document], model: str | None = None, *, workers: int = 1) -> Iterator[Reading]:
    """Yield the readings of the documents, in their order; the same whatever the number of workers.

    Each worker is a process with its own copy of the model. Few documents are read in this one.

    Raises:
        ModelError: when the model cannot be used, or a worker was killed.
    """
    if not documents:
        return
    if workers < 2 or len(documents) < WORTH_A_PROCESS:
        syntax = load_once(model)
        yield from (read_document(document, syntax) for document in documents)
        return
    chunks = [documents[start : start + _CHUNK] for start in range(0, len(documents), _CHUNK)]
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, context, initializer=_start_worker, initargs=(model,)) as pool:
        try:
            for readings in pool.map(partial(_read_chunk, model), chunks):
                yield from readings
        except BrokenProcessPool as error:
            raise ModelError(
                "a reading process was stopped (no memory?); run it again with --workers 1: what was read is kept"
            ) from error
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def digest_model(name: str | None) -> str:
    """Return what tells the syntax model from another, without loading it.

    Raises:
        ModelError: when there is none of that name.
    """
    folder = Path(str(resources.files("sayso.syntax") / "model")) if name is None else Path(name)
    if folder.is_dir():
        digest = hashlib.sha256()
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
        return digest.hexdigest()[:16]
    try:
        return f"{name}-{metadata.version(str(name))}"
    except metadata.PackageNotFoundError as error:
        raise ModelError(
            f"no syntax model {name or str(folder)!r}: install it, or change 'syntax_model' in sayso.toml"
        ) from error


def join(
    readings: Sequence[Reading],
    settings: Settings,
    judgements: Sequence[Judgement],
    held: Held,
    memory: Memory | None = None,
) -> Record:
    """Return the record of a case: a function of readings, settings and judgements, in whatever order they come.

    `memory` is that of an open case: it saves working out again what has not changed, and changes nothing.
    """
    memory = memory or Memory()
    memory.turn()
    ordered = sorted(readings, key=lambda reading: reading.document.id)
    standing = keep_active(judgements)
    dates = date_documents(ordered, standing, memory)
    resolution = resolve_claims(ordered, dates, settings, standing, memory)
    linked = link_claims(resolution, ordered, dates, standing, memory)
    obtained = tuple(held.obtained[reading.document.id] for reading in ordered)
    record = build_record(
        Joined(
            readings=ordered,
            dates=dates,
            held=obtained,
            resolution=resolution,
            linked=linked,
            settings=settings,
            judgements=standing,
            memory=memory,
            problems=(*held.problems, *_dates_to_come(ordered, dates, obtained), *find_date_problems(ordered, dates)),
        )
    )
    known = {reading.document.id for reading in ordered}
    homeless = (one.id for one in standing if one.document is not None and one.document not in known)
    return replace(record, judgements=tuple(judgements), unplaced=tuple(dict.fromkeys((*record.unplaced, *homeless))))


def join_to_leave(
    readings: Sequence[Reading], settings: Settings, judgements: Sequence[Judgement], held: Held
) -> Record:
    """Return the record as it may leave the case: made as if nobody had tied an unnamed voice to a named one.

    Where somebody has, every lower bound of origins in it counts as if each unnamed voice might be a named one, so
    that no number is too high and none tells which.
    """
    untied = untie(readings, settings, keep_active(judgements))
    record = join(readings, untied.settings, untied.judgements, held)
    mixed = find_mixed_origins(record)
    if mixed:
        kept = tuple(judgement for judgement in untied.judgements if judgement.id not in mixed)
        record = join(readings, untied.settings, kept, held)
    return lower_counts(record, find_opposed(settings.sides)) if untied.has_ties or mixed else record


def known_rules() -> dict[str, str]:
    """Return every rule with the reason that is shown for it, those of the word tables too."""
    name_rows()
    return rules()


def _unreadable(document: Document) -> str | None:
    if document.language and not document.language.casefold().startswith("en"):
        return f"is in another language ({document.language}); only English is read"
    if len(document.text) > LONGEST_TEXT:
        return f"is too long ({len(document.text):,} characters, {LONGEST_TEXT:,} are read); cut it into articles"
    return None


def _problem(stage: str, reason: str, document: Document, span: Span | None = None) -> Problem:
    return Problem(stage=stage, reason=reason, document=document.id, file=document.file, span=span)


def _unread(document: Document, problem: Problem) -> Reading:
    return Reading(
        document=document,
        passages=(),
        claims=(),
        coverage=Coverage(sentences=0, with_claim=0),
        problems=(problem,),
    )


def read_layers(document: Document, passages: tuple[Passage, ...], syntax: Parser) -> Layers:
    """Return the document with all that is found in it before claims: parse, mentions, referents, attributions."""
    layers = Layers(document=document, passages=passages, parse=syntax.parse(document, passages))
    layers = replace(layers, mentions=find_mentions(layers))
    layers = replace(layers, referents=find_referents(layers))
    return replace(layers, attributions=find_attributions(layers))


def _read(document: Document, syntax: Parser) -> tuple[Reading, Layers]:
    passages, problems = _cut_endless(find_passages(document), document)
    layers = read_layers(document, passages, syntax)
    claims = find_claims(layers)
    reading = Reading(
        document=document,
        passages=passages,
        claims=claims,
        timexes=layers.mentions.timexes,
        toponyms=layers.mentions.toponyms,
        geographic_names=layers.mentions.geographic_names,
        names=find_names(layers),
        speaking=find_speaking_spans(layers),
        coverage=measure_coverage(layers, claims),
        problems=problems,
    )
    # As the cache gives it back: a whole number in a field for fractions must not be 5 today and 5.0 tomorrow.
    return decode_reading(encode_reading(reading)), layers


def _cut_endless(passages: tuple[Passage, ...], document: Document) -> tuple[tuple[Passage, ...], tuple[Problem, ...]]:
    """Return the passages without sentences that are none, and a problem for each of these."""
    endless = [span for passage in passages for span in passage.sentences if span.length > LONGEST_SENTENCE]
    if not endless:
        return passages, ()
    problems = tuple(
        _problem(
            "passages", f"a run of {span.length:,} characters without a sentence's end was not read", document, span
        )
        for span in endless
    )
    kept = (replace(p, sentences=tuple(s for s in p.sentences if s.length <= LONGEST_SENTENCE)) for p in passages)
    return tuple(passage for passage in kept if passage.sentences), problems


def _dates_to_come(
    readings: Sequence[Reading], dates: Sequence[DocumentDate], obtained: Sequence[str]
) -> Iterator[Problem]:
    """Yield a problem for each document dated after the day it was taken in: one of the two is wrong."""
    for reading, date, taken in zip(readings, dates, obtained, strict=True):
        if date.published and date.published > taken[:10]:
            reason = f"is dated {date.published}, after it was taken in; set its day with: sayso judge CASE date"
            yield _problem("dating", reason, reading.document)


load_once = cache(load_syntax)


def _start_worker(model: str | None) -> None:
    """Load the model before the first chunk."""
    limit_threads()
    load_once(model)


def limit_threads() -> None:
    """Keep this process to one thread: two workers with two threads each would fight over two cores."""
    for name in _ONE_THREAD:
        os.environ[name] = "1"


def _read_chunk(model: str | None, documents: Sequence[Document]) -> list[Reading]:
    return [read_document(document, load_once(model)) for document in documents]
