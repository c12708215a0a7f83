"""Does a claim stand in another section or item of a list than what the text told before?"""

import re
from itertools import takewhile

from sayso.model.claims import Claim, Reading
from sayso.model.kinds import PassageKind
from sayso.model.passages import Passage
from sayso.model.spans import Span

# Characters: a line as short as this that ends no sentence heads what follows.
LONGEST_HEADING = 70
_BULLET = re.compile(r"\s*[-–•*·▪●◦‣]\s")
_ENDS = re.compile(r"[.!:;,][\"”’')\]]?\s*\Z")


def starts_anew(reading: Reading, before: int, claim: Claim) -> bool:
    """Tell whether a heading stands between a place in the text and a claim, or the claim in an item that begins behind it."""
    text = reading.document.text
    for passage in reading.passages:
        if passage.span.start < before or passage.span.start > claim.sentence.start:
            continue
        if passage.span.holds(claim.sentence) and _BULLET.match(text[passage.span.start : passage.span.end]):
            return True
        if passage.span.end <= claim.sentence.start and _heads(passage, text):
            return True
    return False


def find_titles(reading: Reading) -> list[Span]:
    """Return the lines with which a page begins before its first whole sentence; its first line is one in any case."""
    text = reading.document.text
    lines = takewhile(lambda numbered: numbered[0] == 0 or _is_title(numbered[1], text), enumerate(reading.passages))
    return [passage.span for _, passage in lines]


def _is_title(passage: Passage, text: str) -> bool:
    return passage.kind is PassageKind.HEADLINE or _heads(passage, text)


def _heads(passage: Passage, text: str) -> bool:
    line = passage.span.read(text)
    return passage.kind is PassageKind.BODY and len(line) <= LONGEST_HEADING and _ENDS.search(line) is None
