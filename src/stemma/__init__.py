"""Stemma: who knows what, from whom, and how many of them really know it."""

from stemma.app import report
from stemma.errors import (
    FetchError,
    InputError,
    NothingReadError,
    StemmaError,
    StoreError,
    TooLargeError,
    UnreadableError,
    UsageError,
)
from stemma.tell import to_html, to_json, to_markdown
from stemma.version import __version__

__all__ = [
    "FetchError",
    "InputError",
    "NothingReadError",
    "StemmaError",
    "StoreError",
    "TooLargeError",
    "UnreadableError",
    "UsageError",
    "__version__",
    "report",
    "to_html",
    "to_json",
    "to_markdown",
]
