"""Who answers which question how? The matrix of questions and voices, cut to what a page can hold."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from sayso.outputs.matrices import Matrix, Question
from sayso.web.desks import Desk
from sayso.web.few_fields import list_claims, list_documents, list_groups
from sayso.web.lists import cut
from sayso.web.queries import Query
from sayso.web.snapshots import Snapshot

Context = Mapping[str, Any]
QUESTIONS, VOICES = 20, 8
_KEPT = "matrix"


def show_matrix(desk: Desk, query: Query) -> Context:
    """Return the questions that most voices answer, and the voices that answer most of those on the page."""
    snapshot = desk.select(query.wishes)
    matrix = find_matrix(snapshot)
    sheet = cut(matrix.order, query, QUESTIONS)
    questions = [matrix.row(question) for question in sheet.items]
    counted = Counter(voice for row in questions for voice in row.entries)
    voices = sorted(counted, key=lambda voice: (-counted[voice], voice))
    shown = voices[:VOICES]
    rows = [_row(row, shown) for row in questions]
    return {"sheet": sheet, "voices": shown, "rows": rows, "left": len(voices) - len(shown), "filters": True}


def find_matrix(snapshot: Snapshot) -> Matrix:
    """Return the matrix of a record, made once for each snapshot."""
    found = snapshot.kept.get(_KEPT)
    if not isinstance(found, Matrix):
        tables = {
            "documents": list_documents(snapshot),
            "claims": list_claims(snapshot),
            "groups": list_groups(snapshot),
        }
        found = snapshot.kept[_KEPT] = Matrix(tables)
    return found


def _row(row: Question, voices: list[str]) -> Context:
    others = {voice: entries for voice, entries in row.entries.items() if voice not in voices}
    return {
        "question": row.question,
        "standing": row.standing,
        "cells": [(voice, row.entries.get(voice, ())) for voice in voices],
        "others": sorted(others.items()),
    }
