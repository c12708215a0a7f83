"""Does the matrix tell who answers which question how?"""

import csv
import io

from outputs.made_rows import claim, group, tables

from sayso.outputs.matrices import Matrix, guard_rows, matrix_rows

ROWS = tables(
    claim("c1"), claim("c2", voice="officer", stance="denies"), claim("c3", voice=None, doc="d2", basis="presupposed"),
    claim("c4", voice="officer", stance="hedges"),
    groups=[group(members=["c1", "c3", "c4"]), group("g2", ["c2"], "no, it is denied: fighting", "disputed"), group("g3", ["c4"], "12", question="How many?")],
)  # fmt: skip


def test_a_cell_has_the_stance_and_the_answer_of_a_voice():
    row = Matrix(ROWS).questions[0]
    said = {voice: [entry.words for entry in entries] for voice, entries in row.entries.items()}
    assert said == {
        "activists": ["asserts: fighting"],
        "officer": ["hedges: fighting", "denies: fighting"],
        "an unnamed outlet (d2)": ["in passing: fighting"],
    }
    assert row.standing == "disputed"


def test_questions_and_voices_stand_by_how_many_answer():
    matrix = Matrix(ROWS)
    assert [row.question for row in matrix.questions] == ["Was there fighting in Rahna on 1 May 2024?", "How many?"]
    assert matrix.voices == ("officer", "activists", "an unnamed outlet (d2)")


def test_no_answer_of_the_demo_is_lost_in_the_matrix(demo_tables):
    for rows in demo_tables:
        told = {
            claim
            for row in Matrix(rows).questions
            for entries in row.entries.values()
            for entry in entries
            for claim in entry.claims
        }
        assert told == {claim for row in rows["groups"] if row["relation"] == "same" for claim in row["members"]}


def test_as_a_table_it_can_be_opened_in_a_spreadsheet():
    rows = tables(claim(voice="=1+2"), groups=[group(answer="-12")])
    held = io.StringIO()
    cells = list(guard_rows(matrix_rows(rows)))
    writer = csv.DictWriter(held, list(cells[0]))
    writer.writeheader()
    writer.writerows(cells)
    assert held.getvalue().splitlines() == [
        "question,standing,reviewed,'=1+2",
        'Was there fighting in Rahna on 1 May 2024?,single_origin,"accepted by Ana, 2024-05-04",asserts: -12',
    ]


def test_a_row_with_a_claim_that_nobody_reviewed_says_so():
    rows = tables(
        claim("c1"), claim("c2", reviewed="no: unreviewed machine reading"), groups=[group(members=["c1", "c2"])]
    )
    assert [row["reviewed"] for row in matrix_rows(rows)] == ["no: unreviewed machine reading"]
