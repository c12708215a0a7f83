"""Which paragraphs does a page take from an agency whose name stands in brackets behind their last sentence?"""

import re
from collections.abc import Iterator
from dataclasses import replace

from sayso.attribution.pages import Page, Run
from sayso.attribution.source_notes import find_noted
from sayso.attribution.staff import MEDIA
from sayso.lexicons.bodies import find_body
from sayso.lexicons.states import find_state
from sayso.model.attributions import Attribution, Attributions, Source
from sayso.model.derivations import name_rule
from sayso.model.kinds import PassageKind, VoiceKind
from sayso.model.spans import Span

CREDITED = name_rule(
    "attribution.credited",
    "The name of an agency in brackets closes the paragraph, and the page goes on with its own: the paragraph is the agency's.",
)
_FEWEST, _LONGEST = 3, 8
_CREDIT = re.compile(r"[ \t]*[(\[]([^\W\d_][\w.&’'-]{2,}(?: [^\W\d_][\w.&’'-]*){0,3})[)\]][ \t]*(?=\n|$)")


def credit_paragraphs(page: Page, found: Attributions) -> Attributions:
    """Return the attributions with the agency before every chain of a paragraph that is its own.

    The name in the brackets is that of a known medium, or one word in capitals or of a name. What closes the last
    paragraph credits the whole page and is left to that; the outlet's own name too. So does a note behind a passage that
    names its source.
    """
    for run, source in (*_find_credits(page), *find_noted(page)):
        found = _credit(page, found, run, source)
    return found


def _find_credits(page: Page) -> Iterator[tuple[Run, Source]]:
    text, paragraphs = page.layers.document.text, [*_paragraphs(page)]
    for first, end in paragraphs[:-1]:
        last = _without_brackets(page, first, end)
        match = _CREDIT.match(text, page.parse.ends[last - 1])
        if match is not None and (kind := _find_kind(page, match[1])) is not None:
            body = find_body(match[1])
            name = match[1] if body is None else body.name
            yield (first, last), Source(name=name, kind=kind, span=Span(*match.span(1)), rule=CREDITED)


def _without_brackets(page: Page, first: int, last: int) -> int:
    """Return where the words of a paragraph end before a bracket that closes it and stands behind a full stop."""
    opening = next(
        (t for t in range(last - 2, max(first, last - _LONGEST), -1) if page.parse.words[t] in {"(", "["}), last
    )
    is_closed = page.parse.words[last - 1] in {")", "]"} and opening < last and page.parse.words[opening - 1] == "."
    return opening if is_closed else last


def _paragraphs(page: Page) -> Iterator[Run]:
    """Yield the tokens of each paragraph below the headlines; of a few sentences it may be a caption with its picture's credit."""
    for first, last in page.paragraphs:
        passage = page.layers.passages[page.passage(first)]
        is_text = len(passage.sentences) >= _FEWEST or passage.kind is PassageKind.BODY
        if is_text and passage.kind is not PassageKind.HEADLINE:
            yield first, last


def _find_kind(page: Page, name: str) -> VoiceKind | None:
    """Return the kind of medium that a name in brackets is, None for the outlet itself, a place or whoever else it may be."""
    body = find_body(name)
    if body is not None:
        return VoiceKind(body.kind) if body.kind in MEDIA else None
    outlet = (page.layers.document.outlet or "").casefold()
    is_other = (
        name.casefold() in outlet
        or find_state(name) is not None
        or any(
            page.labels.get(t) in {"PLACE", "PERSON"}
            for t in page.with_word({name.casefold()})
            if page.word(t - 1) not in {"(", "["}
        )
    )
    return VoiceKind.AGENCY if name[:1].isupper() and " " not in name and not is_other else None


def _credit(page: Page, found: Attributions, run: Run, source: Source) -> Attributions:
    number = len(found.items)
    inside = {index for token in range(*run) if (index := found.of_token[token]) is not None}
    items = [
        replace(item, chain=(source, *item.chain), parent=number if item.parent is None else item.parent)
        if index in _with_parents(found, inside) and item.chain[0].name != source.name
        else item
        for index, item in enumerate(found.items)
    ]
    whole = Attribution(
        chain=(source,), cue=None, cue_lemma="", content=(page.parse.span(*run),), rule=CREDITED,
    )  # fmt: skip
    of_token = tuple(
        number if index is None and run[0] <= token < run[1] else index for token, index in enumerate(found.of_token)
    )
    return Attributions(items=(*items, whole), of_token=of_token, quoted=found.quoted)


def _with_parents(found: Attributions, indexes: set[int]) -> set[int]:
    """Return attributions with all those that they stand inside."""
    line = set(indexes)
    for index in indexes:
        above = found.items[index].parent
        while above is not None and above not in line:
            line.add(above)
            above = found.items[above].parent
    return line
