"""The digests by which finished work is found again."""

from dataclasses import replace

from stemma.model import Report, digest
from stemma.read import Raw
from stemma.stores.codec import pack
from stemma.stores.raws import name_bytes


def read_key(raw: Raw) -> str:
    """Name what reading depends on: the bytes, and the place they came from."""
    return digest("raw", name_bytes(raw.content), raw.path, raw.url, raw.content_type)


def understood_key(report: Report) -> str:
    """Name what understanding depends on: all of a report but the files it was found in."""
    return digest("understood", name_bytes(pack(replace(report, paths=()))))
