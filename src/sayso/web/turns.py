"""Who may read documents now? The threads of a web view share one syntax model, so they take turns."""

from collections.abc import Callable, Iterator, Sequence
from threading import Lock

from sayso.model.claims import Reading
from sayso.model.documents import Document

Reader = Callable[..., Iterator[Reading]]


def take_turns(read: Reader) -> Reader:
    """Return what makes readings as `read` does, one call after the other; a call that has nothing to read waits for none."""
    turn = Lock()

    def read_in_turn(documents: Sequence[Document], model: str | None = None, *, workers: int = 1) -> Iterator[Reading]:
        if documents:
            with turn:
                yield from read(documents, model, workers=workers)

    return read_in_turn
