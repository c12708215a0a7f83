"""How does a briefing become Markdown, with footnotes?"""

import re
from collections.abc import Iterable, Iterator, Mapping

from sayso.outputs.briefing.contents import Block, Briefing, Cell, Section, Table
from sayso.outputs.briefing.runs import Sentence

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")
_LISTED = re.compile(r"^(\s*)([-+]|\d+[.)])(\s)")


def write_markdown(briefing: Briefing) -> str:
    """Return the briefing as Markdown; names and quotations are escaped, so that none is taken for a mark-up."""
    numbers = briefing.numbers
    lines = [f"# {_escape(briefing.title)}", "", _escape(briefing.span), ""]
    warning = [f"**{briefing.warning}**", ""] if briefing.warning else []
    lines += warning
    for part in briefing.sections:
        lines += [*_section(part, numbers), *warning]
    lines += [f"[^{note.number}]: {_escape(note.sentence.text)}" for note in briefing.notes]
    return "\n".join(lines).rstrip() + "\n"


def _escape(words: str) -> str:
    return _LISTED.sub(r"\1\\\2\3", _SPECIAL.sub(r"\\\1", " ".join(words.split())))


def _section(part: Section, numbers: Mapping[str, int]) -> Iterator[str]:
    yield from (f"## {_escape(part.title)}", "")
    for sentence in part.said:
        yield from (_say(sentence, numbers), "")
    for block in part.blocks:
        yield from _block(block, numbers)
    for table in part.tables:
        yield from _table(table, numbers)
    if part.left:
        yield from (_escape(part.left), "")


def _block(block: Block, numbers: Mapping[str, int]) -> Iterator[str]:
    yield from (f"### {_escape(block.heading)}", "")
    if block.why:
        yield from (f"*{_escape(block.why)}*", "")
    for point in block.points:
        yield "- " + " ".join(_say(one, numbers) for one in (point.sentence, *point.also))
    if block.points:
        yield ""
    for side in block.sides:
        yield from (f"**{_escape(side.answer)}** ({side.origins})", "")
        yield from (
            "- " + " ".join(_say(one, numbers) for one in (point.sentence, *point.also)) for point in side.points
        )
        yield ""


def _say(sentence: Sentence, numbers: Mapping[str, int]) -> str:
    return _escape(sentence.text) + _marks(sentence.claims, numbers)


def _marks(claims: Iterable[str], numbers: Mapping[str, int]) -> str:
    return "".join(f"[^{numbers[claim]}]" for claim in dict.fromkeys(claims) if claim in numbers)


def _table(table: Table, numbers: Mapping[str, int]) -> Iterator[str]:
    yield f"| {' | '.join(map(_escape, table.head))} |"
    yield f"|{' --- |' * len(table.head)}"
    for row in table.rows:
        yield f"| {' | '.join(_cell(cell, numbers) for cell in row)} |"
    yield ""


def _cell(cell: Cell, numbers: Mapping[str, int]) -> str:
    words = _escape(cell.words)
    return (f"“{words}”" if cell.is_quote else words) + _marks(cell.claims, numbers)
