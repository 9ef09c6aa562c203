"""Bytes -> text, whatever was declared about them."""

import codecs
import re

from charset_normalizer import from_bytes

from stemma.errors import UnreadableError
from stemma.read.mending import mend

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or office file"),
    (b"\xd0\xcf\x11\xe0", "an old office file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a media file"),
    (b"ID3", "a sound file"),
    (b"OggS", "a media file"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*(?P<charset>[A-Za-z0-9_:.-]{2,40})"""
    rb"""|<\?xml[^>]{0,200}?encoding\s*=\s*["'](?P<encoding>[A-Za-z0-9_:.-]{2,40})""",
    re.IGNORECASE,
)
_PARAMETER = re.compile(r"""charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_HEAD = 4096
_SAMPLE = 65_536
_MOSTLY = 0.7
_TOO_MANY_CONTROLS = 0.02
_SOUND_PER_SLIP = 4
_LATIN_ONE = frozenset({"ascii", "iso8859-1", "latin-1"})


def decode(content: bytes, *, path: str, content_type: str | None = None) -> str:
    """Turn bytes into text.

    A byte order mark wins; then UTF-8 where the bytes are valid UTF-8 (nothing else is, by
    chance); then what the server or the page declares; then charset-normalizer's guess. Latin-1
    is read as Windows-1252, as browsers do (WHATWG Encoding Standard).

    Raises:
        UnreadableError: the bytes are empty, or are no text.
    """
    if not content.strip(b"\0 \t\r\n"):
        message = f"{path!r} is empty: give a file with the text of a report"
        raise UnreadableError(message)
    _refuse_signature(content, path)
    text = _decode(content, content_type)
    if _looks_binary(text):
        message = f"{path!r} is not text: give text, Markdown, HTML, JSON or JSON lines"
        raise UnreadableError(message)
    return mend(text.replace("\0", ""))


def _refuse_signature(content: bytes, path: str) -> None:
    start = content[:16].lstrip()
    kind = next((kind for signature, kind in _SIGNATURES if start.startswith(signature)), None)
    if kind:
        message = (
            f"{path!r} is {kind}, which Stemma does not read: "
            "save the article as text or HTML and give that"
        )
        raise UnreadableError(message)


def _decode(content: bytes, content_type: str | None) -> str:
    encoding = _marked(content) or _utf16_without_mark(content)
    if encoding:
        return content.decode(encoding, "replace")
    if _is_mostly_utf8(content):
        return content.decode("utf-8", "replace").rstrip("\ufffd")
    for declared in _declared(content, content_type):
        text = _try(content, declared)
        if text is not None:
            return text
    best = from_bytes(content[:_SAMPLE]).best()
    guessed = _try(content, best.encoding) if best else None
    return content.decode("cp1252", "replace") if guessed is None else guessed


def _marked(content: bytes) -> str | None:
    return next((name for mark, name in _BYTE_ORDER_MARKS if content.startswith(mark)), None)


def _utf16_without_mark(content: bytes) -> str | None:
    """Tell UTF-16 by its zeros: in English every other byte is one."""
    sample = content[: _HEAD - _HEAD % 2]
    half = max(len(sample) // 2, 1)
    if sample[1::2].count(0) > _MOSTLY * half and sample[0::2].count(0) < (1 - _MOSTLY) * half:
        return "utf-16-le"
    if sample[0::2].count(0) > _MOSTLY * half and sample[1::2].count(0) < (1 - _MOSTLY) * half:
        return "utf-16-be"
    return None


def _is_mostly_utf8(content: bytes) -> bool:
    """Tell UTF-8, also where it was cut short or a few foreign bytes were pasted into it."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.end >= len(content) and error.reason == "unexpected end of data":
            return True
    else:
        return True
    slips = content.decode("utf-8", "replace").count("\ufffd")
    sound = sum(not character.isascii() for character in content.decode("utf-8", "ignore"))
    return sound > _SOUND_PER_SLIP * slips


def _declared(content: bytes, content_type: str | None) -> list[str]:
    names: list[str] = []
    if content_type and (parameter := _PARAMETER.search(content_type)):
        names.append(parameter[1])
    if meta := _DECLARED.search(content[:_HEAD]):
        names.append((meta["charset"] or meta["encoding"]).decode("ascii"))
    return names


def _try(content: bytes, encoding: str) -> str | None:
    try:
        name = codecs.lookup(encoding).name
        name = "cp1252" if name in _LATIN_ONE else name
        if name.startswith("utf-8"):
            return None  # tried before, and it was not
        return content.decode(name, "replace" if name == "cp1252" else "strict")
    except (LookupError, ValueError, AssertionError, TypeError):  # not every codec makes text
        return None


def _looks_binary(text: str) -> bool:
    sample = text[:_SAMPLE]
    controls = sum(
        1
        for character in sample
        if (character < " " and character not in "\t\n\r\f\x1b") or character == "\ufffd"
    )
    return controls > 4 + _TOO_MANY_CONTROLS * len(sample)
