"""Features as bytes, to be kept: a few kilobytes a report."""

from functools import lru_cache

import numpy as np

from stemma.group.bag import Bag
from stemma.group.features import Features

_MARK = 1
_TOLD_FIRST = 2
_NAME = 4
_LENGTH_BYTES = 4
_UNPACKED = 1024
"""Reports that are kept unpacked: those of stories that go on growing come again and again."""


def pack(features: Features) -> bytes:
    """Write features; vectors lose what a number of 16 bits cannot hold.

    First the length of the text, then the text: the report's id, its day, the dimensions of the
    vectors, and the words, a line each. Then, a byte each, the counts of the words, what else is
    known of them, and the counts of names; last the vectors.
    """
    words = features.words.words
    names = set(features.names.words)
    flags = bytes(
        _MARK * (word in features.marks)
        + _TOLD_FIRST * (word in features.told_first)
        + _NAME * (word in names)
        for word in words
    )
    day = "" if features.day is None else str(features.day)
    text = "\n".join([features.report, day, str(features.opening.shape[1]), *words])
    written = text.encode("utf-8", "surrogatepass")
    return b"".join(
        [
            len(written).to_bytes(_LENGTH_BYTES, "little"),
            written,
            features.words.counts.tobytes(),
            flags,
            features.names.counts.tobytes(),
            features.opening.astype("<f2").tobytes(),
        ]
    )


@lru_cache(maxsize=_UNPACKED)
def unpack(packed: bytes) -> Features:
    """Read back what ``pack`` wrote."""
    start = _LENGTH_BYTES + int.from_bytes(packed[:_LENGTH_BYTES], "little")
    report, day, dimensions, *several = (
        packed[_LENGTH_BYTES:start].decode("utf-8", "surrogatepass").split("\n")
    )
    words = tuple(several)
    counts = np.frombuffer(packed, np.uint8, len(words), start)
    flagged = list(zip(words, packed[start + len(words) : start + 2 * len(words)], strict=True))
    names = tuple(word for word, flag in flagged if flag & _NAME)
    start += 2 * len(words)
    opening = np.frombuffer(packed, "<f2", offset=start + len(names)).astype(np.float32)
    return Features(
        report=report,
        words=Bag(words, counts),
        names=Bag(names, np.frombuffer(packed, np.uint8, len(names), start)),
        opening=opening.reshape(-1, int(dimensions)),
        marks=frozenset(word for word, flag in flagged if flag & _MARK),
        told_first=frozenset(word for word, flag in flagged if flag & _TOLD_FIRST),
        day=int(day) if day else None,
    )
