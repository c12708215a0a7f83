"""What tests of judgements ask a case: a claim by its words, a report by its file, what was written down."""

from pathlib import Path

from sayso.store import open_folder, read_judgements
from sayso.web import Desk


def claim_with(desk: Desk, words: str) -> str:
    snapshot = desk.look()
    return next(claim for claim in snapshot.claims if words in snapshot.quote(claim))


def document_named(desk: Desk, file: str) -> str:
    return next(document.id for document in desk.look().record.documents if document.file == file)


def lines(folder: Path):
    return read_judgements(open_folder(folder))


def read(desk: Desk, claim: str):
    now = desk.look().claims[claim]
    return desk.look().index.places(now), now.agents
