"""Does anything in the project repeat what others wrote? Six words alike, in the same order, count as a copy.

Set phrases of the language (`set_phrases.toml`) and names of bodies that the lexicons list are nobody's own: a run of
words ends where one of them begins.
"""

import itertools
import json
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent
RUN = 6
OURS = ("src", "tests", "docs", "bench", "training", "*.md", "Makefile", "pyproject.toml")
WRITTEN = {".py", ".md", ".toml", ".txt", ".jsonl", ".csv", ".json", ""}
# The weights; the case that nobody reads; the phrases themselves. Tables of names hold no sentence either.
PASSED_OVER = ("src/sayso/syntax/model/", "bench/gold/kept_aside/", "bench/set_phrases.toml")
NAMES = tuple(f"src/sayso/lexicons/data/{name}.csv" for name in ("armed_groups", "countries", "publishers", "sources"))
_WORD = re.compile(r"\d[\d.,:]*|[^\W\d_]+")
_NUMBER = "#"
_END = "\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A run of words that stands in a file of ours, and in one that others wrote."""

    file: str
    line: int
    words: str
    other: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """The words of one file of ours, with the line each stands on."""

    file: str
    words: tuple[str, ...]
    lines: tuple[int, ...]


def run(gold: Path | None) -> int:
    """Print every copy and return 1 when there is one; without the texts of others, say so and return 0."""
    others = tuple(_find_others(gold)) if gold else ()
    if not others:
        print("skipped copies: no texts of others here; give their folder with --gold")
        return 0
    found = find_copies(ROOT, others)
    for copy in found:
        print(f"{copy.file}:{copy.line}: “{copy.words}” also stands in {copy.other}")
    print(f"{len(found)} runs of words repeat what others wrote" if found else "nothing repeats what others wrote")
    return 1 if found else 0


def find_copies(root: Path, others: Iterable[Path], length: int = RUN) -> list[Copy]:
    """Return the runs of at least `length` words that files below `root` share with `others`, in reading order.

    Case, punctuation and the value of a number count for nothing; of the words of a run one at most is a number.
    """
    ours = tuple(_read_ours(root))
    runs = {run for text in ours for run in _runs(text.words, length) if _says_something(run)}
    shared: dict[tuple[str, ...], str] = {}
    for path in others:
        for run in runs.intersection(_runs(tuple(_words_of_others(path)), length)):
            shared.setdefault(run, path.name)
    return [copy for text in ours for copy in _join(text, shared, length)]


def _find_others(gold: Path) -> Iterator[Path]:
    for pattern in ("cases/*/text/*.txt", "bench/**/*.jsonl", "treebank/*.conllu"):
        yield from sorted(gold.glob(pattern))


def _read_ours(root: Path) -> Iterator[_Words]:
    set_phrases = _set_phrases(root)
    for path in _find_ours(root):
        lines = path.read_text("utf-8").replace("\\n", "  ").split("\n")
        numbered = [(word, number) for number, line in enumerate(lines, 1) for word in _split(line)]
        words = _cut(tuple(word for word, _ in numbered), set_phrases)
        yield _Words(file=str(path.relative_to(root)), words=words, lines=tuple(number for _, number in numbered))


def _find_ours(root: Path) -> Iterator[Path]:
    for start in (found for pattern in OURS for found in sorted(root.glob(pattern))):
        for path in sorted(start.rglob("*")) if start.is_dir() else (start,):
            name = path.relative_to(root).as_posix()
            if path.is_file() and path.suffix in WRITTEN and not name.startswith((*PASSED_OVER, *NAMES)):
                yield path


def _set_phrases(root: Path) -> dict[str, list[tuple[str, ...]]]:
    """Return what is nobody's own, longest first, by its first word."""
    table = tomllib.loads((HERE / "set_phrases.toml").read_text("utf-8"))
    listed = [phrase for group in table["group"] for phrase in group["phrases"]]
    names = [name for file in NAMES if (root / file).exists() for name in _names(root / file)]
    phrases: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for words in sorted({tuple(_split(text)) for text in (*listed, *names)}, key=len, reverse=True):
        if len(words) > 1:
            phrases[words[0]].append(words)
    return phrases


def _names(path: Path) -> list[str]:
    return [name for name in re.split(r"[,|;\"\n]", path.read_text("utf-8")) if name]


def _cut(words: tuple[str, ...], phrases: dict[str, list[tuple[str, ...]]]) -> tuple[str, ...]:
    """Return the words with an end in place of each word of a set phrase."""
    kept = list(words)
    place = 0
    while place < len(words):
        fitting = (p for p in phrases.get(words[place], ()) if words[place : place + len(p)] == p)
        length = len(next(fitting, ()))
        kept[place : place + length] = [_END] * length
        place += length or 1
    return tuple(kept)


def _words_of_others(path: Path) -> Iterator[str]:
    for text in _texts(path):
        yield from _split(text)
        yield _END


def _texts(path: Path) -> Iterator[str]:
    text = path.read_text("utf-8")
    if path.suffix == ".jsonl":
        for line in filter(None, map(str.strip, text.split("\n"))):
            yield from _strings(json.loads(line))
    elif path.suffix == ".conllu":
        yield from re.findall(r"^# text = (.*)$", text, re.MULTILINE)
    else:
        yield text


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _strings(part)


def _split(text: str) -> list[str]:
    return [_NUMBER if word[0].isdigit() else word for word in _WORD.findall(text.casefold())]


def _runs(words: Sequence[str], length: int) -> Iterator[tuple[str, ...]]:
    return zip(*(words[start:] for start in range(length)), strict=False)


def _says_something(run: tuple[str, ...]) -> bool:
    return _END not in run and run.count(_NUMBER) < 2


def _join(text: _Words, shared: dict[tuple[str, ...], str], length: int) -> Iterator[Copy]:
    """Yield the shared runs of one file, those that follow at once on one another joined."""
    starts = {place for place, run in enumerate(_runs(text.words, length)) if run in shared}
    for first in sorted(place for place in starts if place - 1 not in starts):
        last = next(place for place in itertools.count(first) if place + 1 not in starts)
        words = text.words[first : last + length]
        yield Copy(file=text.file, line=text.lines[first], words=" ".join(words), other=shared[words[:length]])
