"""Under which name does the record know a file? Never under a path of this machine."""

import os
from collections.abc import Sequence
from pathlib import Path


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


def _write(path: Path) -> str:
    return os.fsencode(path.as_posix()).decode("utf-8", "replace")
