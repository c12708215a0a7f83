import hashlib
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sayso.errors import ModelError
from sayso.lexicons import read_toml
from sayso.model.claims import Claim, Reading
from sayso.model.documents import Document
from sayso.model.judgements import Judgement
from sayso.model.kinds import JudgementKind
from sayso.model.parses import Parse
from sayso.model.settings import Settings
from sayso.model.spans import Span
from sayso.outputs import export_rows
from sayso.pipeline import (
    LONGEST_SENTENCE,
    LONGEST_TEXT,
    Held,
    digest_model,
    join,
    known_rules,
    read_document,
    read_documents,
)
from sayso.store import decode_reading, encode_reading
from sayso.text.decisions import keep_active

NOTHING = Parse(
    words=(), starts=(), ends=(), lemmas=(), universal=(), tags=(), heads=(), relations=(), sentences=(), passages=()
)
TEXTS = (
    "The army said on Monday that it had captured the village of Harwick. At least 12 people died, a doctor said.",
    "Activists denied that the army had captured Harwick and said rebels still held most of the village.",
    "Shells fell on the town of Dunmore on 3 May 2021, residents said. Nobody was hurt.",
)
# Each judgement is written id:kind:undoes; what stands is named.
UNDONE = [
    ((), ()),
    (("a:accept",), ("a",)),
    (("a:accept", "b:undo:a"), ()),
    (("a:accept", "b:undo:a", "c:undo:b"), ("a",)),
    (("a:accept", "b:undo:a", "c:undo:b", "d:undo:c"), ()),
    (("a:accept", "b:reject", "c:undo:a"), ("b",)),
    (("a:accept", "b:undo:gone"), ("a",)),
]


class Silent:
    """A syntax model that finds no word."""

    def parse(self, _document, _passages):
        return NOTHING


class Broken:
    """A syntax model that fails on everything."""

    def parse(self, _document, _passages):
        raise RecursionError("too deep")


def make_document(text: str, **more) -> Document:
    sha256 = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    return Document(id=sha256[:16], sha256=sha256, file=f"{sha256[:4]}.txt", text=text, **more)


def judgement(short: str) -> Judgement:
    name, kind, *undoes = short.split(":")
    return Judgement(
        id=name,
        kind=JudgementKind(kind),
        author="Ana",
        reason="r",
        made="2024-05-01",
        undoes=undoes[0] if undoes else None,
    )


def held(*readings: Reading, day: str = "2024-05-01") -> Held:
    return Held(obtained={reading.document.id: f"{day}T08:00:00+00:00" for reading in readings})


@pytest.mark.parametrize("language", ["ar", "fr", "es-PE"])
def test_a_document_in_another_language_gives_a_problem_and_no_claim(language: str):
    reading = read_document(make_document("Las tropas entraron en la aldea.", language=language), Silent())
    assert (reading.claims, reading.coverage.sentences) == ((), 0)
    assert f"another language ({language})" in reading.problems[0].reason


@pytest.mark.parametrize("language", ["en", "en-US", None])
def test_english_and_unknown_languages_are_read(language: str | None):
    assert read_document(make_document("A bridge fell.", language=language), Silent()).problems == ()


def test_a_text_far_too_long_gives_a_problem():
    reading = read_document(make_document("A bridge fell. " * (LONGEST_TEXT // 10)), Silent())
    assert "is too long" in reading.problems[0].reason


def test_a_run_without_end_is_not_parsed_but_the_rest_is(syntax):
    text = f"A bridge fell on Monday.\n\n{'x ' * LONGEST_SENTENCE}\n\nSoldiers left the town."
    reading = read_document(make_document(text), syntax)
    (problem,) = reading.problems
    assert problem.span is not None
    assert problem.span.length > LONGEST_SENTENCE
    assert [s.read(text) for p in reading.passages for s in p.sentences] == [
        "A bridge fell on Monday.",
        "Soldiers left the town.",
    ]


def test_a_document_on_which_a_rule_fails_gives_a_problem():
    reading = read_document(make_document("A bridge fell."), Broken())
    assert "RecursionError: too deep" in reading.problems[0].reason
    assert reading.problems[0].file is not None


@pytest.mark.parametrize("text", ["", " \n", "\0\0", "....", "“", "🙂🙂", "\u202e\u0627\u0644", "a\r\n\r\nb\r\n"])
def test_text_without_sense_is_no_error(syntax, text: str):
    assert read_document(make_document(text), syntax).problems == ()


@settings(max_examples=25, deadline=None)
@given(text=st.text(max_size=200))
@example(text=TEXTS[0])
def test_any_text_can_be_read_and_every_claim_stands_in_it(syntax, text: str):
    reading = read_document(make_document(text), syntax)
    assert reading.problems == ()
    assert reading.claims or text != TEXTS[0]
    assert all(claim.sentence.holds(claim.span) and claim.span.end <= len(text) for claim in reading.claims)


def test_a_reading_is_the_same_when_it_is_made_again(syntax):
    documents = [make_document(text, language="en") for text in TEXTS]
    first = [read_document(document, syntax) for document in documents]
    assert [read_document(document, syntax) for document in reversed(documents)] == first[::-1]
    assert sum(len(reading.claims) for reading in first) >= 3


def test_a_reading_is_the_same_to_the_letter_when_it_comes_from_the_cache(syntax):
    for text in TEXTS:
        reading = read_document(make_document(text, language="en"), syntax)
        assert repr(decode_reading(encode_reading(reading))) == repr(reading)


@pytest.mark.slow
def test_two_processes_read_the_same_as_one_in_the_same_order():
    documents = [make_document(f"{text} Part {number}.", language="en") for number in range(7) for text in TEXTS]
    assert list(read_documents(documents, workers=2)) == list(read_documents(documents, workers=1))


def test_the_order_of_documents_does_not_change_the_record(syntax):
    readings = [read_document(make_document(text, language="en"), syntax) for text in TEXTS]
    records = [
        join(order, Settings(), (), held(*readings))
        for order in (readings, readings[::-1], readings[1:] + readings[:1])
    ]
    assert records[0] == records[1] == records[2]
    assert records[0].claims
    assert export_rows(records[0]) == export_rows(records[1])


def test_a_report_dated_after_it_was_taken_in_is_a_problem(syntax):
    reading = read_document(make_document("LONDON, 3 May 2021 - Shells fell on Dunmore.", language="en"), syntax)
    by = Judgement(
        id="j", kind=JudgementKind.DATE, author="Ana", reason="r", made="2024-05-01", document=reading.document.id,
        fields={"date": "2021-05-03"},
    )  # fmt: skip
    early = join([reading], Settings(), [by], held(reading, day="2021-05-02"))
    assert ["is dated 2021-05-03, after it was taken in" in problem.reason for problem in early.problems] == [True]
    assert join([reading], Settings(), [by], held(reading, day="2021-05-03")).problems == ()


def test_a_judgement_on_a_document_that_is_gone_is_unplaced(syntax):
    reading = read_document(make_document(TEXTS[0], language="en"), syntax)
    record = join([reading], Settings(), [replace(judgement("a:accept"), document="gone", claim="c")], held(reading))
    assert record.unplaced == ("a",)
    assert [one.id for one in record.judgements] == ["a"]


@pytest.mark.parametrize(("lines", "standing"), UNDONE)
def test_what_was_taken_back_does_not_stand_and_an_undo_can_be_undone(lines, standing):
    assert tuple(j.id for j in keep_active([judgement(line) for line in lines])) == standing


def test_a_model_is_told_by_its_files(tmp_path: Path):
    (tmp_path / "a").write_text("1")
    before = digest_model(str(tmp_path))
    assert digest_model(str(tmp_path)) == before
    (tmp_path / "a").write_text("2")
    assert digest_model(str(tmp_path)) != before


def test_a_model_that_is_not_there_says_what_to_do():
    with pytest.raises(ModelError, match=r"no syntax model 'no-such-model'.*install it"):
        digest_model("no-such-model")


def test_a_judgement_follows_its_claim_when_a_rule_moves_the_words(syntax):
    reading, claim, accepted = accept_first(syntax)
    moved = replace(claim, id="moved", span=Span(claim.span.start + 1, claim.span.end))
    record = join([replace(reading, claims=(moved, *reading.claims[1:]))], Settings(), [accepted], held(reading))
    assert [(one.claim.id, one.reviewed) for one in record.claims if one.reviewed] == [("moved", "accepted")]
    assert record.unplaced == ()


def test_a_judgement_whose_claim_is_gone_is_unplaced_and_kept(syntax):
    reading, _, accepted = accept_first(syntax)
    record = join([replace(reading, claims=reading.claims[1:])], Settings(), [accepted], held(reading))
    assert record.unplaced == ("j",)
    assert record.judgements == (accepted,)


def accept_first(syntax) -> tuple[Reading, Claim, Judgement]:
    reading = read_document(make_document(TEXTS[0], language="en"), syntax)
    claim = reading.claims[0]
    accepted = Judgement(
        id="j", kind=JudgementKind.ACCEPT, author="Ana", reason="r", made="2024-05-01", document=reading.document.id,
        claim=claim.id, span=claim.span, quote=claim.span.read(reading.document.text), claim_kind=claim.kind.value,
    )  # fmt: skip
    return reading, claim, accepted


def test_every_row_of_the_frame_tables_has_a_reason_before_anything_is_read():
    script = "from sayso.pipeline import known_rules; print(len([n for n in known_rules() if n.startswith('claims.frame.')]))"
    shown = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    rows = len(read_toml("frames")["frame"]) + len(read_toml("counting")["frames"])
    assert int(shown.stdout) == rows


def test_no_reason_speaks_of_grammar():
    jargon = re.compile(
        r"\b(tense|apposition|preposition|adverb|clause|verb|noun|pronoun|plural|passive|timex|predicate|subject)s?\b"
    )
    assert not {name: text for name, text in known_rules().items() if jargon.search(text)}
