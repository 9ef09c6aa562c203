"""Every seam of the house: what a part must do to be plugged in."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from stemma.model import Annotated, Report


class Encoder(Protocol):
    """Turns texts into vectors whose inner product tells how alike they are in meaning."""

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        ...

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Give shape ``(len(texts), dimensions)``, rows of length 1.

        A row depends on its own text alone, never on its neighbours.
        """
        ...


class Annotator(Protocol):
    """Marks tokens, sentences, syntax, names, figures, moments and sentence vectors."""

    def annotate(self, report: Report) -> Annotated:
        """Mark one report; the result depends on this report alone."""
        ...

    def redate(self, annotated: Annotated, report: Report) -> Annotated:
        """Mark the same text under another date of publication, as ``annotate`` would anew."""
        ...


class Fetcher(Protocol):
    """Brings the bytes behind an address."""

    def fetch(self, url: str) -> "Fetched":
        """Give what the address holds, or raise ``FetchError``."""
        ...


class Fetched(Protocol):
    """What an address held."""

    @property
    def url(self) -> str:
        """The address after redirects."""
        ...

    @property
    def content(self) -> bytes:
        """The body."""
        ...

    @property
    def content_type(self) -> str | None:
        """The declared media type with its parameters."""
        ...


class Progress(Protocol):
    """Hears how far the work has come."""

    def start(self, stage: str, total: int | None) -> None:
        """Begin a stage; ``total`` steps, None where that is not known."""
        ...

    def step(self) -> None:
        """Note that one step of the current stage is done."""
        ...
