"""A text with its tokens, ready to be asked about places."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from stemma.model import Token


@dataclass(frozen=True, slots=True)
class Marked:
    """A report's text, its tokens and where each begins (code points)."""

    text: str
    tokens: Sequence[Token]
    starts: Sequence[int]

    def tokens_in(self, start: int, end: int) -> tuple[int, int]:
        """Give the tokens ``[first, last)`` that begin in a stretch of text."""
        return bisect_left(self.starts, start), bisect_left(self.starts, end)
