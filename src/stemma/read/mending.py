"""UTF-8 that somebody read as Windows-1252 and saved again: "â€œ" -> "“"."""

import re

_UNUSED = {0x81, 0x8D, 0x8F, 0x90, 0x9D}  # bytes that Windows-1252 leaves open; kept as they are
_BYTE_OF = {
    (chr(byte) if byte in _UNUSED else bytes([byte]).decode("cp1252")): byte
    for byte in range(0x80, 0x100)
} | {chr(byte): byte for byte in range(0x80, 0xA0)}
_CONTINUING = range(0x80, 0xC0)
_FOLLOWING = "".join(re.escape(sign) for sign, byte in _BYTE_OF.items() if byte in _CONTINUING)
_SEQUENCE = re.compile(f"[ÂÃÄÅ][{_FOLLOWING}]|[âï][{_FOLLOWING}]{{2}}|ð[{_FOLLOWING}]{{3}}")
_BY_CHANCE = 1


def mend(text: str) -> str:
    """Undo the mistake, sign by sign, where it was made more than once in a text.

    Each sequence is put back only if its bytes are UTF-8, so that "Ã" in its own right stays.
    """
    if len(_SEQUENCE.findall(text)) <= _BY_CHANCE:
        return text
    return _SEQUENCE.sub(_mended, text)


def _mended(match: re.Match[str]) -> str:
    try:
        return bytes(_BYTE_OF[sign] for sign in match[0]).decode("utf-8")
    except UnicodeDecodeError:
        return match[0]
