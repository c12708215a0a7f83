"""Which letters do the bytes of a file mean, if they mean any?"""

import codecs
import re
from dataclasses import dataclass
from typing import Any

REPLACEMENT = "\ufffd"

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNS = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture, film or sound"),
    (b"\x1f\x8b", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
    (b"ID3", "a sound file"),
)
_DECLARED = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE
)
_CONTROL = bytes([*range(9), *range(14, 27), *range(28, 32)])
_CODE_PAGES = (
    "cp1252", "cp1251", "cp1256", "cp1250", "cp1254", "cp1253", "cp1255", "cp1257", "koi8_r", "koi8_u", "gb18030",
    "big5", "shift_jis", "euc_jp", "euc_kr", "cp874",
)  # fmt: skip
_CLOSE = 0.01
_SAMPLE, _GUESS_SAMPLE = 65_536, 200_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The text of some bytes, the encoding, and how many characters had to be replaced."""

    text: str
    encoding: str
    replaced: int = 0


def find_binary(raw: bytes) -> str | None:
    """Return what the bytes are when they are no text ("a PDF"), else None.

    Their beginning tells, or that more than two in a hundred are control characters.
    """
    for sign, what in _SIGNS:
        if raw.startswith(sign):
            return what
    sample = raw[:_SAMPLE]
    if _bom(raw) or _wide(raw) or not sample:
        return None
    control = len(sample) - len(sample.translate(None, _CONTROL))
    return "a binary file" if control > 0.02 * len(sample) else None


def decode(raw: bytes, told: str | None = None) -> Decoded | None:
    """Return the text of a file's bytes, None when no encoding fits.

    A byte order mark decides; else UTF-8 when the bytes allow it, apart from a few damaged ones among many
    good; else what its server told, what an HTML page declares, or what charset-normalizer finds. Damaged bytes and
    NUL characters are replaced, one for one, by U+FFFD; line ends stay as they are.
    """
    encoding = _bom(raw) or _wide(raw)
    decoded = _with(raw, encoding) if encoding else (_strictly(raw, "utf-8") or _damaged(raw) or _otherwise(raw, told))
    if decoded is None or "\0" not in decoded.text:
        return decoded
    count = decoded.text.count("\0")
    text = decoded.text.replace("\0", REPLACEMENT)
    return Decoded(text=text, encoding=decoded.encoding, replaced=decoded.replaced + count)


def _bom(raw: bytes) -> str | None:
    return next((encoding for mark, encoding in _BOMS if raw.startswith(mark)), None)


def _wide(raw: bytes) -> str | None:
    """Return the kind of UTF-16 that every second byte being zero tells of."""
    sample = raw[:4096]
    if len(sample) < 4 or len(raw) % 2:
        return None
    even, odd = sample[::2].count(0) / (len(sample) / 2), sample[1::2].count(0) / (len(sample) / 2)
    if odd > 0.3 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.3 and odd < 0.05 else None


def _with(raw: bytes, encoding: str) -> Decoded:
    text = raw.decode(encoding, "replace")
    return Decoded(text=text, encoding=encoding, replaced=text.count(REPLACEMENT))


def _strictly(raw: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(text=raw.decode(encoding), encoding=encoding)
    except (ValueError, LookupError):
        return None


def _damaged(raw: bytes) -> Decoded | None:
    """Return UTF-8 with a few bad bytes: at least one good letter beyond ASCII for each of them."""
    text = raw.decode("utf-8", "replace")
    bad = text.count(REPLACEMENT)
    good = len(text) - len(text.encode("ascii", "ignore")) - bad
    return Decoded(text=text, encoding="utf-8", replaced=bad) if good >= bad else None


def _otherwise(raw: bytes, told: str | None) -> Decoded | None:
    declared = _DECLARED.search(raw[:4096])
    for name in (told, declared[1].decode("ascii") if declared else None):
        found = _strictly(raw, name) if name else None
        if found:
            return found
    guesses = _load_charsets()(raw[:_GUESS_SAMPLE], cp_isolation=list(_CODE_PAGES))
    best = guesses.best()
    if best is None:
        return None
    close = {guess.encoding for guess in guesses if guess.chaos <= best.chaos + _CLOSE}
    # Western and Central European pages differ in few letters: of near guesses the commoner one is right.
    return _with(raw, next((page for page in _CODE_PAGES if page in close), best.encoding))


def _load_charsets() -> Any:  # noqa: ANN401 - the library's own type
    from charset_normalizer import from_bytes  # noqa: PLC0415 - loaded when a file is not UTF-8

    return from_bytes
