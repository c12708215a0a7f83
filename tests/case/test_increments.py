"""Is a case that was built step by step the same as one built at once?"""

import shutil
from collections.abc import Iterator, Sequence
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.case import Case, Options, create_case, open_case
from sayso.case.decisions import By, date_document, join_names, judge_claim, undo_judgement
from sayso.model.claims import Reading
from sayso.model.documents import Document
from sayso.model.judgements import Judgement
from sayso.model.kinds import JudgementKind
from sayso.pipeline import read_documents
from sayso.store import read_record

DEMO = resources.files("sayso.demo") / "velmora"
BY = By(author="Ana", reason="seen", made="2024-05-01T10:00:00+00:00")
STEP = st.tuples(
    st.sampled_from(["add", "add", "add", "accept", "reject", "edit", "date", "merge", "undo", "remove"]),
    st.integers(0, 99),
)


class Reader:
    """Reads each document once, however many cases hold it."""

    def __init__(self) -> None:
        self.readings: dict[str, Reading] = {}

    def read(self, documents: Sequence[Document], model: str | None = None, *, workers: int = 1) -> Iterator[Reading]:
        for document in documents:
            if document.id not in self.readings:
                (self.readings[document.id],) = read_documents([document], model, workers=workers)
            yield self.readings[document.id]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def decide(case: Case, kind: str, number: int) -> Judgement | None:
    """Return a decision on something of the case, None where it has nothing of the sort."""
    record, lines = case.record, case.judgements()
    if kind == "undo":
        return undo_judgement(lines, lines[number % len(lines)].id, BY) if lines else None
    if kind == "date":
        return date_document(record, record.documents[number % len(record.documents)].id, "2019-03-14", BY)
    if kind == "merge":
        names = [voice.name for voice in record.voices]
        chosen = [names[number % len(names)], names[(number + 1) % len(names)]]
        return join_names(record, JudgementKind.MERGE, "voice", chosen, BY) if len(set(chosen)) > 1 else None
    if not record.claims:
        return None
    fields = {"place": "Selba"} if kind == "edit" else {}
    return judge_claim(record, JudgementKind(kind), record.claims[number % len(record.claims)].claim.id, BY, fields)


def take_step(case: Case, kind: str, number: int, options: Options) -> None:
    files = sorted(path for path in (DEMO / "articles").iterdir() if path.is_file())
    if kind == "add" or not case.record.documents:
        case.build(files[number % len(files)], options=options)
    elif kind == "remove":
        documents = case.record.documents
        case.remove(documents[number % len(documents)].id, reason="asked for", options=options)
    else:
        judgement = decide(case, kind, number)
        if judgement is not None:
            case.judge(judgement, options)


def export(case: Case, folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in case.export("jsonl", folder)}


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps=st.lists(STEP, min_size=4, max_size=10))
def test_a_case_built_step_by_step_is_the_one_built_at_once(steps, reader, tmp_path_factory):
    work = tmp_path_factory.mktemp("work")
    options = Options(by="Ana", read=reader.read)
    case = create_case(work / "case", (DEMO / "sayso.toml").read_bytes())
    case.build(options=options)
    for kind, number in steps:
        take_step(case, kind, number, options)
    shutil.copytree(work / "case", work / "other")
    for path in (work / "other" / "case.sqlite", work / "other" / "case.sqlite.sha256"):
        path.unlink()
    other = open_case(work / "other")
    other.build(options=options)
    assert repr(case.record) == repr(read_record(case.folder))
    assert case.record == other.record
    assert export(case, work / "one") == export(other, work / "two")
    assert list(case.verify(options)) == []
