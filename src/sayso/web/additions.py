"""How does an article come in from a page: pasted, or as files?"""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from sayso.errors import InputError

_PASTED = ("title", "outlet", "published", "url", "text")


@contextmanager
def lay_out(pasted: Mapping[str, str], files: Sequence[tuple[str, bytes]]) -> Iterator[list[Path]]:
    """Give the files that hold what was pasted and uploaded, for as long as they are taken in.

    Raises:
        InputError: when there is nothing to take in.
    """
    row = {name: pasted[name].strip() for name in _PASTED if pasted.get(name, "").strip()}
    named = [(name, content) for name, content in files if name and content]
    if not row.get("text") and not named:
        raise InputError("there is no article: paste its text, or choose a file")
    with TemporaryDirectory(prefix="sayso-") as folder:
        paths = []
        if row.get("text"):
            path = Path(folder) / "pasted.jsonl"
            path.write_text(json.dumps(row, ensure_ascii=False) + "\n", "utf-8")
            paths.append(path)
        for number, (name, content) in enumerate(named):
            path = Path(folder) / str(number) / name_file(name)
            path.parent.mkdir()
            path.write_bytes(content)
            paths.append(path)
        yield paths


def name_file(name: str) -> str:
    r"""Return the last part of a file's name without what no file system takes; it never leads out of its folder.

    >>> name_file("../../etc/passwd"), name_file("C:\\news\\a.html"), name_file("..")
    ('passwd', 'a.html', 'file')
    """
    last = PurePosixPath(name.replace("\\", "/")).name
    kept = "".join(letter for letter in last if letter.isprintable() and letter not in '<>:"|?*')[:120]
    return kept if kept.strip(".") else "file"
