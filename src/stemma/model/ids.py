"""Identifiers: digests of what they name, with the algorithm written into them."""

import hashlib

_HEX_DIGITS = 16


def digest(kind: str, *parts: str | int | None) -> str:
    """Name a value by its content: ``"report:sha256:9f86d081884c7d65"``.

    ``None`` and ``""`` differ, and so do ``("ab", "c")`` and ``("a", "bc")``: every part is
    written with its length before it is hashed.
    """
    hasher = hashlib.sha256()
    for part in parts:
        written = b"" if part is None else str(part).encode("utf-8", "surrogatepass")
        tag = b"n" if part is None else b"v"
        hasher.update(tag + str(len(written)).encode("ascii") + b":" + written)
    return f"{kind}:sha256:{hasher.hexdigest()[:_HEX_DIGITS]}"
