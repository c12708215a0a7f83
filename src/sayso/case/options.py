"""How is a build to be done, and how far has it come?"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO

from sayso.model.claims import Reading
from sayso.pipeline import read_documents


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """How far a build has come: `done` of `total` (None when nobody can know), and with which file."""

    name: str
    done: int
    total: int | None = None
    file: str | None = None


def say_nothing(_step: Step) -> None:
    """Tell nobody how far a build has come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How to build: by whom, with which days for which files, with how many processes, and whom to tell.

    `again`: what was taken out before may come back. `read` is the function that makes readings, of the
    shape of `sayso.pipeline.read_documents`.
    """

    by: str | None = None
    days: Mapping[str, str] = field(default_factory=dict)
    workers: int = 1
    again: bool = False
    wait: float = 10.0
    stdin: BinaryIO | None = None
    tell: Callable[[Step], None] = say_nothing
    read: Callable[..., Iterator[Reading]] = read_documents
