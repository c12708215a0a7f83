"""How do the words of a document hang together? Columns, one entry a token."""

from dataclasses import dataclass
from typing import NamedTuple

from sayso.model.spans import Span


class Name(NamedTuple):
    """A name span: tokens `[first, last)` and its label PERSON, PLACE or ORGANIZATION."""

    first: int
    last: int
    label: str


class Tokens(NamedTuple):
    """A run of tokens `[first, last)`."""

    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Parse:
    """The syntax of one document: parallel columns over all its tokens, in reading order.

    `words` are as printed, but for the apostrophe of a possessive that the page has lost ("Turkeys minister" has
    "Turkey" and "'s"). `starts`, `ends` are offsets into the document. `universal` are UPOS tags, `tags` fine (Penn) tags,
    `relations` Universal Dependencies relations in lower case ("root" for the root of a sentence),
    `heads` indexes of the governing token; a root is its own head. `sentences[i]` are the tokens of the
    i-th sentence of all passages together, `passages[i]` the index of its passage.
    """

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    lemmas: tuple[str, ...]
    universal: tuple[str, ...]
    tags: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    sentences: tuple[Tokens, ...]
    passages: tuple[int, ...]
    names: tuple[Name, ...] = ()

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, last: int) -> Span:
        """Return the text span of tokens `[first, last)`."""
        return Span(self.starts[first], self.ends[last - 1])
