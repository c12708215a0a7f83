"""Under which name does the record know a file? Never under a path of this machine."""

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from sayso.model.documents import Capture


class Shortener:
    """Cuts the folders that were handed in off the names of the files in them.

    So the record says the same wherever the folder lies, and whether it or its files were handed in.

    >>> Shortener(["/home/ana/articles"]).name("/home/ana/articles/july/a.txt")
    'july/a.txt'
    """

    def __init__(self, inputs: Sequence[str | Path]) -> None:
        paths = [Path(path) for path in inputs]
        folders = {path if path.is_dir() else path.parent for path in paths}
        self._beginnings = sorted((f"{_write(folder).rstrip('/')}/" for folder in folders), key=len, reverse=True)

    def name(self, path: str) -> str:
        """Return the name of a file without the folder that was handed in."""
        beginning = next((part for part in self._beginnings if path.startswith(part)), "")
        return path.removeprefix(beginning) or path

    def shorten(self, capture: Capture) -> Capture:
        """Return a capture with its names, and that of the archive it came from, without the folder."""
        archived = capture.archived
        if archived is not None:
            archived = replace(archived, archive=self.name(archived.archive))
        names = tuple(self.name(name) for name in capture.also)
        return replace(capture, file=self.name(capture.file), also=names, archived=archived)


def _write(path: Path) -> str:
    return os.fsencode(path.as_posix()).decode("utf-8", "replace")
