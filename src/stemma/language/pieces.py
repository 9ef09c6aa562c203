"""Words to word pieces: the only file that knows the tokenizers package."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, Protocol, cast

from stemma.language.session import WEIGHTS

START = 101
END = 102
UNKNOWN = 100
MAX_PIECES = 510
"""Pieces of one text between the marks of start and end; the encoder has 512 positions."""

_CACHED_WORDS = 200_000


class _Encoding(Protocol):
    @property
    def ids(self) -> list[int]: ...


class _Tokenizer(Protocol):
    def encode_batch(
        self, texts: Sequence[str], *, add_special_tokens: bool
    ) -> list[_Encoding]: ...


@cache
def _tokenizer() -> _Tokenizer:
    import tokenizers  # noqa: PLC0415 -- saved by a run without English text

    tokenizer = cast("Any", tokenizers).Tokenizer.from_file(str(WEIGHTS / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return cast("_Tokenizer", tokenizer)


def split_texts(texts: Sequence[str], *, limit: int = MAX_PIECES) -> list[list[int]]:
    """Give each text's piece ids with the marks of start and end, cut after ``limit`` pieces."""
    found = _tokenizer().encode_batch([_writable(text) for text in texts], add_special_tokens=False)
    return [[START, *encoding.ids[:limit], END] for encoding in found]


def _writable(text: str) -> str:
    """Replace lone surrogates, which cannot be written as UTF-8."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


class WordPieces:
    """Splits words into pieces, remembering those it has seen."""

    def __init__(self) -> None:
        """Begin with nothing remembered."""
        self._known: dict[str, list[int]] = {}

    def split(self, sentences: Sequence[Sequence[str]]) -> list[tuple[list[int], list[int]]]:
        """Give for each sentence its piece ids, and the place of each word's first piece.

        Every word has a piece, were it the one for unknown words (a zero-width mark). A sentence
        too long for the encoder keeps fewer pieces of each word.
        """
        known = self._learn(word for words in sentences for word in words)
        return [self._assemble([known[word] for word in words]) for words in sentences]

    def _learn(self, words: Iterable[str]) -> dict[str, list[int]]:
        """Give a table that has the words, and keeps them: a full one is left to its readers."""
        if len(self._known) > _CACHED_WORDS:
            self._known = {}
        known = self._known
        unknown = sorted({word for word in words if word not in known})
        if unknown:
            found = _tokenizer().encode_batch(
                [_writable(word) for word in unknown], add_special_tokens=False
            )
            known.update(
                zip(unknown, (encoding.ids or [UNKNOWN] for encoding in found), strict=True)
            )
        return known

    @staticmethod
    def _assemble(split: list[list[int]]) -> tuple[list[int], list[int]]:
        if sum(map(len, split)) > MAX_PIECES:
            keep = max(1, MAX_PIECES // len(split))
            split = [pieces[:keep] for pieces in split]
        ids = [START]
        first: list[int] = []
        for pieces in split:
            first.append(len(ids))
            ids += pieces
        ids.append(END)
        return ids, first
