"""How does a briefing become a Word file? With python-docx, which comes with `pip install 'sayso[docx]'`."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from importlib import import_module
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from sayso.errors import InputError
from sayso.outputs.briefing.contents import Block, Briefing, Section, Table
from sayso.outputs.briefing.runs import Sentence, Whose
from sayso.text.letters import keep_letters

# A file of the same words has the same bytes: no clock enters it.
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)


def load_docx() -> Any:  # noqa: ANN401 - it has no types
    """Return python-docx, imported at first use.

    Raises:
        InputError: when it is not installed.
    """
    try:
        return import_module("docx")
    except ImportError as error:
        raise InputError(
            "a Word file needs python-docx: pip install 'sayso[docx]', or use --format html or md"
        ) from error


def write_docx(briefing: Briefing) -> bytes:
    """Return the briefing as a Word file; pictures are left to the tables that hold the same.

    Raises:
        InputError: when python-docx is not installed.
    """
    document = load_docx().Document()
    document.core_properties.author = "sayso"
    document.core_properties.title = keep_letters(briefing.title)
    document.core_properties.created = document.core_properties.modified = _EPOCH
    if briefing.warning:
        page = document.sections[0]
        page.header.paragraphs[0].text = page.footer.paragraphs[0].text = briefing.warning
    document.add_heading(keep_letters(briefing.title), 0)
    document.add_paragraph(keep_letters(briefing.span))
    for part in briefing.sections:
        _add_section(document, part, briefing.numbers)
    document.add_heading("Notes", 1)
    for note in briefing.notes:
        _add_sentence(document.add_paragraph(f"{note.number}  "), note.sentence, {})
    held = BytesIO()
    document.save(held)
    return _without_clock(held.getvalue())


def _add_section(document: Any, part: Section, numbers: Mapping[str, int]) -> None:  # noqa: ANN401
    document.add_heading(keep_letters(part.title), 1)
    for sentence in part.said:
        _add_sentence(document.add_paragraph(), sentence, numbers)
    for block in part.blocks:
        _add_block(document, block, numbers)
    for table in part.tables:
        _add_table(document, table, numbers)
    if part.left:
        document.add_paragraph(keep_letters(part.left))


def _add_block(document: Any, block: Block, numbers: Mapping[str, int]) -> None:  # noqa: ANN401
    document.add_heading(keep_letters(block.heading), 2)
    if block.why:
        document.add_paragraph().add_run(keep_letters(block.why)).italic = True
    sides = [(None, block.points), *((f"{side.answer} ({side.origins})", side.points) for side in block.sides)]
    for answer, points in sides:
        if answer:
            document.add_heading(keep_letters(answer), 3)
        for point in points:
            paragraph = document.add_paragraph(style="List Bullet")
            for sentence in (point.sentence, *point.also):
                _add_sentence(paragraph, sentence, numbers)


def _add_sentence(paragraph: Any, sentence: Sentence, numbers: Mapping[str, int]) -> None:  # noqa: ANN401
    for run in sentence.runs:
        words = keep_letters(f"“{run.words}”" if run.whose is Whose.QUOTE else run.words)
        paragraph.add_run(words).italic = run.whose is Whose.QUOTE
    _add_marks(paragraph, sentence.claims, numbers)
    paragraph.add_run(" ")


def _add_marks(paragraph: Any, claims: Iterable[str], numbers: Mapping[str, int]) -> None:  # noqa: ANN401
    marks = [str(numbers[claim]) for claim in dict.fromkeys(claims) if claim in numbers]
    if marks:
        paragraph.add_run(" ".join(marks)).font.superscript = True


def _add_table(document: Any, table: Table, numbers: Mapping[str, int]) -> None:  # noqa: ANN401
    drawn = document.add_table(rows=1, cols=len(table.head))
    drawn.style = "Light Grid Accent 1"
    for cell, words in zip(drawn.rows[0].cells, table.head, strict=True):
        cell.text = keep_letters(words)
    for row in table.rows:
        for cell, told in zip(drawn.add_row().cells, row, strict=True):
            paragraph = cell.paragraphs[0]
            paragraph.add_run(keep_letters(f"“{told.words}”" if told.is_quote else told.words)).italic = told.is_quote
            _add_marks(paragraph, told.claims, numbers)


def _without_clock(content: bytes) -> bytes:
    """Return a zip file whose parts carry no time of writing."""
    held = BytesIO()
    with ZipFile(BytesIO(content)) as read, ZipFile(held, "w", ZIP_DEFLATED) as written:
        for part in read.infolist():
            written.writestr(ZipInfo(part.filename, (2000, 1, 1, 0, 0, 0)), read.read(part), ZIP_DEFLATED)
    return held.getvalue()
