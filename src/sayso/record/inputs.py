"""What is a record made of? Everything the joining stages found, in one bundle."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.model.claims import Reading
from sayso.model.documents import Problem
from sayso.model.judgements import Judgement
from sayso.model.records import Linked
from sayso.model.resolved import DocumentDate, Resolution
from sayso.model.settings import Settings
from sayso.text.memories import Memory


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """The readings with their days, what resolution and linking made of them, and what people decided.

    `dates` and `held` (when each was taken in, ISO time) run parallel to `readings`; `problems` are those met
    before a reading could be made. `memory` is that of an open case.
    """

    readings: Sequence[Reading]
    dates: Sequence[DocumentDate]
    held: Sequence[str]
    resolution: Resolution
    linked: Linked
    settings: Settings
    judgements: Sequence[Judgement] = ()
    problems: Sequence[Problem] = ()
    memory: Memory = field(default_factory=Memory)
