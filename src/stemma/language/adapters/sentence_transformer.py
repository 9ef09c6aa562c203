"""Encoders made of sentence-transformers models (Reimers & Gurevych 2019).

The only file that knows that library.
"""

import re
from collections.abc import Sequence
from contextlib import redirect_stderr
from io import StringIO
from typing import Any, Protocol, cast

import numpy as np
from numpy.typing import NDArray

from stemma.errors import UsageError

_SURROGATE = re.compile("[\ud800-\udfff]")
_PROBE = "It rained in Pellbrook on Tuesday."


class Model(Protocol):
    """What is asked of a sentence-transformers model."""

    def encode(
        self, sentences: list[str], *, batch_size: int, show_progress_bar: bool
    ) -> NDArray[Any]:
        """Give one row for each text."""
        ...


def load_sentence_transformer(name: str) -> "TransformerEncoder":
    """Load a model that is on this machine already, by its name or folder; nothing is fetched.

    Raises:
        UsageError: The library or the model is not there.
    """
    try:
        import sentence_transformers  # noqa: PLC0415 - an extra that few have  # pyright: ignore[reportMissingImports]
    except ImportError:
        message = f"the encoder 'st:{name}' needs an extra: pip install 'stemma-news[st]'"
        raise UsageError(message) from None
    library = cast("Any", sentence_transformers)
    try:
        with redirect_stderr(StringIO()):  # it draws bars of its own
            model = library.SentenceTransformer(name, local_files_only=True)
    except (OSError, ValueError) as error:
        message = (
            f"no sentence-transformers model {name!r} on this machine. Fetch it once: "
            'python -c "from sentence_transformers import SentenceTransformer as S; '
            f"S('{name}')\""
        )
        raise UsageError(message) from error
    return TransformerEncoder(model)


class TransformerEncoder:
    """Sentence vectors by a model of the user's."""

    def __init__(self, model: Model) -> None:
        """Take a model that is ready to run."""
        self._model = model
        self._dimensions = int(self._rows([_PROBE]).shape[1])

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return self._dimensions

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Give shape ``(len(texts), dimensions)``, rows of length 1.

        Texts go through the model one by one: beside others, padding would change the last
        digits of a row.
        """
        if not texts:
            return np.zeros((0, self._dimensions), np.float32)
        rows = self._rows([_SURROGATE.sub("\ufffd", text) for text in texts])
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        rows[lengths[:, 0] == 0, 0] = 1.0  # a model may have nothing to say of an empty text
        lengths[lengths == 0] = 1.0
        return rows / lengths

    def _rows(self, texts: list[str]) -> NDArray[np.float32]:
        rows = self._model.encode(texts, batch_size=1, show_progress_bar=False)
        return np.array(rows, np.float32)
