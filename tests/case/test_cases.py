from pathlib import Path

import pytest

import sayso
from sayso.case import Options
from sayso.case.decisions import By, date_document
from sayso.errors import CaseBusyError, CaseError, InputError, JudgementError
from sayso.store import hold

ARTICLES = {
    "army.txt": "National Herald\n\n4 May 2021\n\nThe army said on Monday that it had captured the whole village of Harwick.\n",
    "rebels.txt": "Valley Voice\n\n5 May 2021\n\nActivists denied that the army had captured Harwick.\n",
    "undated.txt": "Shells fell on Harwick on Saturday, residents said. Two women were killed.\n",
}
BY = By(author="Ana", reason="print edition", made="2024-05-04T10:00:00+00:00")
ROWS = ["claims", "disputes", "control", "figures", "groups", "origins", "voices", "documents", "problems"]


@pytest.fixture
def case(tmp_path: Path) -> sayso.Case:
    (tmp_path / "articles").mkdir()
    for name, text in ARTICLES.items():
        (tmp_path / "articles" / name).write_text(text)
    case = sayso.create(tmp_path / "case")
    case.build(tmp_path / "articles", options=Options(by="Ana"))
    return case


def test_a_case_is_opened_and_asked(case: sayso.Case):
    opened = sayso.open(case.folder.path)
    assert [row["file"] for row in opened.documents()] == sorted(ARTICLES, key=lambda name: id_of(opened, name))
    assert set() < {row["doc"] for row in opened.claims()} <= {row["id"] for row in opened.documents()}
    assert {row["place"] for row in opened.control("Harwick", as_of="2021-05-31")} == {"Harwick"}
    assert list(opened.control("Harwick")) == list(opened.control(place="Harwick"))


def id_of(case: sayso.Case, file: str) -> str:
    return next(document.id for document in case.record.documents if document.file == file)


@pytest.mark.parametrize("name", ROWS)
def test_a_built_case_and_an_opened_one_give_the_same_rows(case: sayso.Case, name: str):
    opened = sayso.open(case.folder.path)
    assert list(getattr(case, name)()) == list(getattr(opened, name)())
    assert opened.record == case.record


def test_every_claim_reads_back_its_words(case: sayso.Case):
    texts = {document.id: document.text for document in case.record.documents}
    rows = case.claims()
    assert rows
    for row in rows:
        start, end = row["span"]
        assert texts[row["doc"]][start:end] == row["quote"]


def test_words_are_searched_in_the_sentences_of_claims(case: sayso.Case):
    found = case.search("residents shells")
    assert found
    assert all("residents" in row["context"] for row in found)
    assert not case.search("elephant")


def test_a_record_is_current_until_its_case_changes(case: sayso.Case):
    assert case.is_current
    case.folder.settings.write_text('title = "other"\n')
    assert not case.is_current
    case.build()
    assert case.is_current


def test_a_judgement_changes_the_record_at_once(case: sayso.Case):
    written = case.judge(date_document(case.record, id_of(case, "undated.txt"), "2021-05-03", BY))
    dates = {row["file"]: row["published"] for row in case.documents()}
    assert dates["undated.txt"] == "2021-05-03"
    assert case.judgements() == (written,)


def test_a_judgement_that_quotes_what_is_not_there_is_refused(case: sayso.Case):
    draft = date_document(case.record, id_of(case, "army.txt"), "2021-05-03", BY)
    moved = type(draft)(
        id="", kind=draft.kind, author="Ana", reason="r", made="2024", document=draft.document,
        span=case.record.claims[0].claim.span, quote="never said",
    )  # fmt: skip
    with pytest.raises(JudgementError, match="does not stand"):
        case.judge(moved)
    assert case.judgements() == ()


def test_a_judgement_made_while_a_build_runs_is_kept(case: sayso.Case):
    draft = date_document(case.record, id_of(case, "undated.txt"), "2021-05-03", BY)
    with hold(case.folder), pytest.raises(CaseBusyError, match="the judgement is written"):
        case.judge(draft, Options(by="Ana", wait=0))
    assert len(case.judgements()) == 1
    case.build()
    assert {row["published"] for row in case.documents()} >= {"2021-05-03"}


def test_an_unknown_export_format_is_refused(case: sayso.Case, tmp_path: Path):
    with pytest.raises(InputError, match="no format 'xls'; there are jsonl, csv, geojson"):
        case.export("xls", tmp_path / "out")


def test_a_folder_without_case_is_an_error(tmp_path: Path):
    with pytest.raises(CaseError, match="no case in"):
        sayso.open(tmp_path)


def test_the_package_offers_nothing_else():
    with pytest.raises(AttributeError, match="no attribute 'elephant'"):
        sayso.elephant  # noqa: B018
