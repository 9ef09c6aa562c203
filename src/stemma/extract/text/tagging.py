"""What the network says of each word's role in attributions."""

from collections.abc import Sequence

import numpy as np

from stemma.model import Annotated

_ROLES = 3
_CERTAIN = 255.0


class Tagging:
    """How likely the tokens of a report are source, cue and content; from 0 to 1."""

    def __init__(self, marks: bytes) -> None:
        """Take ``Annotated.roles``."""
        self._shares = np.frombuffer(marks, np.uint8).reshape(-1, _ROLES) / _CERTAIN

    def source(self, at: int) -> float:
        """Give the share of the token at index ``at``."""
        return float(self._shares[at, 0])

    def cue(self, at: int) -> float:
        """Give the share of the token at index ``at``."""
        return float(self._shares[at, 1])

    def content(self, places: Sequence[int]) -> float:
        """Give the mean share of tokens."""
        return float(self._shares[places, 2].mean())


def read_tagging(annotated: Annotated) -> Tagging | None:
    """Give the roles of a report's tokens; None where the language part tells none."""
    return Tagging(annotated.roles) if annotated.roles else None
