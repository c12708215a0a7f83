"""Which documents have been read before, and need not be read again?"""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

import msgspec

from sayso.model.claims import Reading
from sayso.model.settings import Settings
from sayso.store.captures import CaptureNote
from sayso.store.files import writing
from sayso.store.folders import CaseFolder

_RULES = (".py", ".toml", ".csv", ".bin")
_READER = (
    "model", "text", "lexicons", "intake", "passages", "syntax", "mentions", "reference", "attribution", "claims",
    "pipeline.py",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingCache:
    """The readings kept in `cache/`: a kept one is found by what it depends on, and by nothing else.

    That is the document as it was taken in, the rules that read it (their source, word lists and weights), the syntax
    model, and the settings that reading uses (the outlets, the time zone). `memory` holds readings by key while a
    program runs.
    """

    folder: CaseFolder
    model: str
    settings: Settings
    memory: dict[str, Reading] = field(default_factory=dict)

    def key(self, note: CaptureNote) -> str:
        """Return the name under which the reading of a document is kept."""
        lasting = replace(note, paths=(), obtained="", by="", sayso="", rights=None, sensitivity=None)
        used = (self.settings.outlets, self.settings.time_zone)
        parts = (msgspec.json.encode(lasting), msgspec.json.encode(used))
        return hashlib.sha256(b"\0".join((*parts, self.model.encode(), rules_digest().encode()))).hexdigest()[:32]

    def read(self, key: str) -> Reading | None:
        """Return a kept reading; None when there is none, or it is damaged."""
        if key in self.memory:
            return self.memory[key]
        path = self.folder.cache / f"{key}.msgpack"
        try:
            return self.memory.setdefault(key, decode_reading(path.read_bytes()))
        except (OSError, msgspec.MsgspecError):
            return None

    def keep(self, key: str, reading: Reading) -> None:
        """Keep a reading, in memory and on disk.

        Raises:
            CaseError: when the folder cannot be written.
        """
        path = self.folder.cache / f"{key}.msgpack"
        with writing(path):
            path.parent.mkdir(exist_ok=True)
            temporary = path.with_suffix(".new")
            temporary.write_bytes(encode_reading(reading))
            temporary.replace(path)
        self.memory[key] = reading

    def forget_others(self, keys: Collection[str]) -> None:
        """Delete what no document of the case needs: so the words of one that was taken out do not stay behind."""
        with writing(self.folder.cache):
            for path in self.folder.cache.glob("*"):
                if path.suffix != ".msgpack" or path.stem not in keys:
                    path.unlink()
        for key in self.memory.keys() - set(keys):
            del self.memory[key]


def encode_reading(reading: Reading) -> bytes:
    """Return the reading as bytes; `decode_reading` gives the same reading back."""
    return msgspec.msgpack.encode(reading)


def decode_reading(content: bytes) -> Reading:
    """Return the reading that `encode_reading` wrote."""
    return _decoder().decode(content)


@cache
def _decoder() -> msgspec.msgpack.Decoder[Reading]:
    return msgspec.msgpack.Decoder(Reading)


@cache
def rules_digest() -> str:
    """Return the hash of the rules, word lists and weights that reading uses: an edited word list makes new readings."""
    digest = hashlib.sha256()
    for name in _READER:
        for path in _files(resources.files("sayso") / name):
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _files(folder: Traversable) -> list[Traversable]:
    found: list[Traversable] = []
    if folder.is_file():
        return [folder]
    for path in sorted(folder.iterdir(), key=lambda part: part.name):
        if path.is_dir() and path.name != "model":
            found.extend(_files(path))
        elif path.name.endswith(_RULES):
            found.append(path)
    return found
