"""What was frozen of a case under a name, so that a later record can be held against it?"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import msgspec

from sayso.errors import CaseError, InputError
from sayso.store.files import write_folder, writing
from sayso.store.folders import CaseFolder

MANIFEST = "manifest.json"
_NAME = re.compile(r"\w[\w.-]*")
USE = "It holds the names and words of everybody in the reports and who was tied to whom: do not publish it, export instead."


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """What a release says of itself: when and by whom it was made, of what, and the hash of each of its files.

    `inputs`, `model` and `digest` are those of the record; `settings` is the hash of sayso.toml.
    """

    name: str
    made: str
    by: str | None
    sayso: str
    inputs: str
    model: str
    digest: str
    settings: str
    documents: int
    claims: int
    judgements: int
    files: Mapping[str, str]
    use: str = USE


def write_release(folder: CaseFolder, release: Release, files: Mapping[str, bytes]) -> Release:
    """Put a release into the case, with the hashes of its files; return it. What is frozen is never changed.

    Raises:
        InputError: when the name is none, or taken.
        CaseError: when it cannot be written.
    """
    if not _NAME.fullmatch(release.name):
        raise InputError(f"{release.name!r} cannot name a release; use letters, digits, '-', '_' and '.'")
    path = folder.releases / release.name
    if path.exists():
        raise InputError(
            f"there is a release {release.name!r} already, and a release is never changed; take another name"
        )
    hashes = {name: hashlib.sha256(content).hexdigest() for name, content in sorted(files.items())}
    named = replace(release, files=hashes)
    manifest = msgspec.json.format(msgspec.json.encode(named), indent=1) + b"\n"
    with writing(folder.releases):
        folder.releases.mkdir(exist_ok=True)
    write_folder(path, {**files, MANIFEST: manifest})
    return named


def read_releases(folder: CaseFolder) -> tuple[Release, ...]:
    """Return the releases of a case in the order they were made.

    Raises:
        CaseError: when a manifest cannot be read.
    """
    names = [path.parent.name for path in sorted(folder.releases.glob(f"[!.]*/{MANIFEST}"))]
    return tuple(sorted((_read(folder, name) for name in names), key=lambda release: (release.made, release.name)))


def read_release(folder: CaseFolder, name: str) -> tuple[Release, Mapping[str, bytes]]:
    """Return a release and its files.

    Raises:
        InputError: when there is none of that name.
        CaseError: when it cannot be read.
    """
    if name not in {release.name for release in read_releases(folder)}:
        known = ", ".join(release.name for release in read_releases(folder)) or "none yet"
        raise InputError(f"no release is called {name!r}; there are: {known}")
    release = _read(folder, name)
    files = {file: _read_file(folder, name, file) for file in release.files}
    changed = next((file for file, known in release.files.items() if _hash(files[file]) != known), None)
    if changed is not None:
        raise CaseError(f"release {name!r} is not as it was frozen ({changed}): put it back from a copy, or delete it")
    return release, {file: content or b"" for file, content in files.items()}


def check_releases(folder: CaseFolder) -> Iterator[str]:
    """Yield a line for each file of a release that is not as it was frozen.

    Raises:
        CaseError: when a manifest cannot be read.
    """
    for release in read_releases(folder):
        for file, known in release.files.items():
            if _hash(_read_file(folder, release.name, file)) != known:
                yield f"release {release.name}: {file} is not as it was frozen"


def _read(folder: CaseFolder, name: str) -> Release:
    path = folder.releases / name / MANIFEST
    try:
        release = msgspec.json.decode(path.read_bytes(), type=Release)
        if release.name != name or not all(_NAME.fullmatch(file) for file in release.files):
            raise ValueError("it names another release, or files elsewhere")
    except (OSError, ValueError) as error:
        raise CaseError(f"cannot read {path} ({error}); put it back from a copy, or delete the release") from error
    return release


def _read_file(folder: CaseFolder, name: str, file: str) -> bytes | None:
    """Return a file of a release, None when it is missing or only leads elsewhere."""
    path = folder.releases / name / file
    if path.is_symlink() or path.parent.is_symlink() or not path.is_file():
        return None
    try:
        return path.read_bytes()
    except OSError as error:
        raise CaseError(f"cannot read release {name!r}: {error}") from error


def _hash(content: bytes | None) -> str | None:
    return None if content is None else hashlib.sha256(content).hexdigest()
