"""Which documents have been read before, and need not be read again?"""

import hashlib
import os
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
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


# By document: its note, what reads it, and the name that these two give its reading.
KeptNames = dict[str, tuple[CaptureNote, bytes, str]]


@dataclass(frozen=True)
class ReadingCache:
    """The readings kept in `cache/`: a kept one is found by what it depends on, and by nothing else.

    That is the document as it was taken in, the rules that read it (their source, word lists and weights), the syntax
    model, and the settings that reading uses (the outlets, the time zone). `memory` holds readings by key while a
    program runs, `names` the keys.
    """

    folder: CaseFolder
    model: str
    settings: Settings
    memory: dict[str, Reading] = field(default_factory=dict)
    names: KeptNames = field(default_factory=dict)

    def key(self, note: CaptureNote) -> str:
        """Return the name under which the reading of a document is kept."""
        known = self.names.get(note.id)
        if known is None or known[0] is not note or known[1] != self._reader:
            lasting = replace(note, paths=(), obtained="", by="", sayso="", rights=None, sensitivity=None)
            name = hashlib.sha256(b"\0".join((msgspec.json.encode(lasting), self._reader))).hexdigest()[:32]
            known = self.names[note.id] = (note, self._reader, name)
        return known[2]

    @cached_property
    def _reader(self) -> bytes:
        """What reads all documents of the case: settings, model and rules."""
        used = msgspec.json.encode((self.settings.outlets, self.settings.time_zone))
        return b"\0".join((used, self.model.encode(), rules_digest().encode()))

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
            wanted = {f"{key}.msgpack" for key in keys}
            held = os.listdir(self.folder.cache) if self.folder.cache.is_dir() else ()  # noqa: PTH208 - thousands
            for name in held:
                if name not in wanted:
                    (self.folder.cache / name).unlink()
        for key in self.memory.keys() - set(keys):
            del self.memory[key]
        for document in [document for document, (_, _, key) in self.names.items() if key not in keys]:
            del self.names[document]


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
