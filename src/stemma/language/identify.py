"""Which language a text is in."""

from collections.abc import Callable
from typing import cast

import py3langid

_classify = cast(
    "Callable[[str], tuple[str, float]]",
    py3langid.classify,  # pyright: ignore[reportUnknownMemberType]  (the library has no types)
)
ENGLISH = "en"
_ENOUGH_CHARACTERS = 4_000  # more text makes the answer no surer, only slower


def identify(text: str) -> str:
    """Give the ISO 639-1 code of the language; reliable for a report, not for one sentence.

    Method: Lui & Baldwin (2012), langid.py, in Barbaresi's py3langid.
    """
    return _classify(text[:_ENOUGH_CHARACTERS])[0]
