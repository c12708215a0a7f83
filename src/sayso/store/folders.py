"""What lies where in the folder of a case?"""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from sayso.errors import CaseError, NewerCaseError, SettingsError
from sayso.store.files import write_file, writing

CASE_FORMAT = 1
SETTINGS, RECORD = "sayso.toml", "case.sqlite"

TEMPLATE = """\
# What sayso is told about this case. Every key and table: docs/settings.md
case_format = 1
title = {title}

# [[places]]
# name = "..."                 # the name used in the record
# names = ["...", "..."]       # further spellings
# kind = "district"            # country region city town village district building river road other
# within = "..."               # the place that holds it
# country = "..."

# [[actors]]
# name = "..."
# aliases = ["..."]
# holder = "opposition"        # what it is called as a holder of ground
# side = "..."

# [[voices]]
# name = "..."
# kind = "monitor"
# institution = "..."
# draws_on = ["activists"]     # the voices it collects from

# [[institutions]]
# name = "..."
# side = "..."

# [[sides]]
# name = "..."
# opposed = ["..."]

# [[outlets]]
# name = "..."
# hosts = ["example.org"]
"""
# Two branches may each have added lines: git keeps those of both.
_ATTRIBUTES = b"judgements.jsonl merge=union\nclearances.jsonl merge=union\nfetches.jsonl merge=union\n"
_IGNORED = b"case.sqlite*\ncache/\noutputs/\n.lock\n.secret\n.new-*\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFolder:
    """A case on disk; only `settings`, `documents` and `judgements` are truth, the rest can be made again."""

    path: Path

    @property
    def settings(self) -> Path:
        """What the user said about the case."""
        return self.path / SETTINGS

    @property
    def documents(self) -> Path:
        """What was taken in, one folder a document."""
        return self.path / "documents"

    @property
    def judgements(self) -> Path:
        """What people decided, one line each."""
        return self.path / "judgements.jsonl"

    @property
    def fetches(self) -> Path:
        """What was asked of the web and what came of it, one line each."""
        return self.path / "fetches.jsonl"

    @property
    def clearances(self) -> Path:
        """What people let leave that does not leave by itself, one line each."""
        return self.path / "clearances.jsonl"

    @property
    def secret(self) -> Path:
        """The random secret of the case, which never leaves it."""
        return self.path / ".secret"

    @property
    def cache(self) -> Path:
        """Readings, to be had again by reading."""
        return self.path / "cache"

    @property
    def record(self) -> Path:
        """The record, to be had again by joining."""
        return self.path / RECORD

    @property
    def releases(self) -> Path:
        """What was frozen under a name, one folder a release."""
        return self.path / "releases"

    @property
    def lock(self) -> Path:
        """The file whose lock a build holds."""
        return self.path / ".lock"


def open_folder(path: str | Path) -> CaseFolder:
    """Return the case in the folder `path`.

    Raises:
        CaseError: when no case is there.
        NewerCaseError: when a newer sayso wrote it.
    """
    folder = CaseFolder(path=Path(path))
    if not folder.settings.is_file():
        raise CaseError(f"no case in {str(path)!r}; make one with: sayso build ARTICLES --case {path}")
    _check_format(folder)
    _refuse_links(folder)
    return folder


def _refuse_links(folder: CaseFolder) -> None:
    """Refuse a case that has links in it: what is written, emptied or deleted there would be so where they lead.

    Raises:
        CaseError: naming the first of them.
    """
    own = (
        folder.documents,
        folder.cache,
        folder.lock,
        folder.judgements,
        folder.record,
        folder.releases,
        folder.fetches,
        folder.clearances,
        folder.secret,
    )
    with writing(folder.path):
        inside = sorted(folder.documents.iterdir()) if folder.documents.is_dir() else []
    link = next((path for path in (*own, *inside) if path.is_symlink()), None)
    if link is not None:
        raise CaseError(
            f"{link} is a link, and nothing in a case may lead out of it; put what it leads to in its place"
        )


def create_folder(path: str | Path, settings: bytes | None = None) -> CaseFolder:
    """Return the case in the folder `path`, made first when there is none.

    `settings` is the text of its sayso.toml; without it an empty one with comments is written.

    Raises:
        CaseError: when it cannot be written.
        NewerCaseError: when a newer sayso wrote the case that is there.
    """
    folder = CaseFolder(path=Path(path))
    with writing(folder.path):
        folder.documents.mkdir(parents=True, exist_ok=True)
    if not folder.settings.exists():
        write_file(folder.path / ".gitattributes", _ATTRIBUTES)
        write_file(folder.path / ".gitignore", _IGNORED)
        write_file(folder.settings, settings if settings is not None else _template(folder.path))
    _check_format(folder)
    _refuse_links(folder)
    return folder


def _template(path: Path) -> bytes:
    name = "".join(letter for letter in path.resolve().name if letter.isprintable() and letter not in '"\\')
    return TEMPLATE.format(title=f'"{name}"').encode("utf-8", "replace")


def _check_format(folder: CaseFolder) -> None:
    found = read_toml(folder).get("case_format", CASE_FORMAT)
    if not isinstance(found, int):
        raise SettingsError(f"{folder.settings}: case_format must be a number, not {found!r}")
    if found > CASE_FORMAT:
        raise NewerCaseError(
            f"{folder.path} was written by a newer sayso (case format {found}, this one reads {CASE_FORMAT});"
            " upgrade with: pip install --upgrade sayso"
        )


def read_toml(folder: CaseFolder) -> dict[str, object]:
    """Return sayso.toml as it stands.

    Raises:
        SettingsError: when it is no TOML.
    """
    try:
        return tomllib.loads(folder.settings.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{folder.settings} cannot be read: {error}") from error
    except OSError as error:
        raise CaseError(f"cannot read {folder.settings}: {error.strerror}") from error
