"""The language of searches: ``"grain silo" -storm speaker:"Lea Marsh" (kind:quote OR kind:claim)``.

What stands side by side has to fit together; ``OR`` lets either fit, ``-`` or ``NOT`` none.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from stemma.errors import UsageError
from stemma.search.filters import understand
from stemma.search.lexing import Piece, cut, refuse
from stemma.search.query import All, Either, Filter, Node, Not, Query, Words
from stemma.search.words import forms_of
from stemma.tables import read_lines

MOST_CHARACTERS = 1000
MOST_PIECES = 100
_DEEPEST = 20


def parse(text: str) -> Query:
    """Understand what people typed.

    Raises:
        UsageError: It makes no sense; the message shows where.
    """
    if len(text) > MOST_CHARACTERS:
        message = f"a query has {MOST_CHARACTERS} characters at most, not {len(text)}"
        raise UsageError(message)
    pieces = list(cut(text))
    if len(pieces) > MOST_PIECES:
        refuse(text, pieces[MOST_PIECES].at, f"a query has {MOST_PIECES} parts at most")
    tree = _Reader(text, pieces).read()
    if tree is None:
        message = "the query holds no words: name words, or a filter such as kind:quote"
        raise UsageError(message)
    return Query(text=text, tree=tree)


def ask(text: str, filters: Mapping[Filter, str]) -> Query:
    """Understand what people typed, together with filters that they named apart.

    Raises:
        UsageError: It makes no sense; the message shows where.
    """
    apart = [
        understand(Piece(kind="filter", text=value.strip(), at=0, of=of), f"{of}:{value}")
        for of, value in filters.items()
    ]
    if not apart:
        return parse(text)
    typed = [parse(text).tree] if text.strip() else []
    written = [f'{of}:"{value}"' for of, value in filters.items()]
    tree = _all([*typed, *apart])
    return Query(text=" ".join([text, *written]).strip(), tree=tree or apart[0])


class _Reader:
    """Reads pieces from left to right; None is what says nothing."""

    def __init__(self, text: str, pieces: Sequence[Piece]) -> None:
        self.text = text
        self.pieces = pieces
        self.next = 0
        self.depth = 0

    def read(self) -> Node | None:
        tree = self._either()
        if self.next < len(self.pieces):
            refuse(self.text, self.pieces[self.next].at, "nothing was opened that closes here")
        return tree

    def _sees(self, *kinds: str) -> bool:
        return self.next < len(self.pieces) and self.pieces[self.next].kind in kinds

    def _take(self) -> Piece:
        self.next += 1
        return self.pieces[self.next - 1]

    def _either(self) -> Node | None:
        parts = [self._all()]
        while self._sees("or"):
            self._take()
            parts.append(self._all())
        found = tuple(part for part in parts if part is not None)
        if not found:
            return None
        return found[0] if len(found) == 1 else Either(parts=found)

    def _all(self) -> Node | None:
        parts: list[Node] = []
        while self.next < len(self.pieces) and not self._sees("or", "close"):
            if self._sees("and"):
                self._take()
                continue
            part = self._one()
            if part is not None:
                parts.append(part)
        return _all(parts)

    def _one(self) -> Node | None:
        piece = self._take()
        match piece.kind:
            case "not":
                return self._not(piece)
            case "open":
                return self._group(piece)
            case "filter":
                return understand(piece, self.text)
            case "phrase":
                forms = tuple(forms_of(piece.text))
                return Words(forms=forms, exact=True) if forms else None
            case _:
                forms = tuple(forms_of(piece.text))
                return Words(forms=forms) if forms else None

    def _not(self, sign: Piece) -> Node | None:
        if self.next == len(self.pieces) or self._sees("or", "and", "close"):
            refuse(self.text, sign.at, "nothing follows that could be left out")
        self._deeper(sign)
        part = self._one()
        self.depth -= 1
        return None if part is None else Not(part=part)

    def _group(self, opening: Piece) -> Node | None:
        self._deeper(opening)
        tree = self._either()
        if not self._sees("close"):
            refuse(self.text, opening.at, "this bracket is never closed")
        self._take()
        self.depth -= 1
        return tree

    def _deeper(self, piece: Piece) -> None:
        self.depth += 1
        if self.depth > _DEEPEST:
            refuse(self.text, piece.at, f"brackets are nested more than {_DEEPEST} deep")


def _all(parts: Sequence[Node]) -> Node | None:
    """Take parts together; words that say little are left out where others say more."""
    flat = [inner for part in parts for inner in _inner(part)]
    telling = [part for part in flat if not _says_little(part)]
    kept = tuple(telling if any(isinstance(part, Words) for part in telling) else flat)
    if not kept:
        return None
    return kept[0] if len(kept) == 1 else All(parts=kept)


def _inner(node: Node) -> Iterator[Node]:
    yield from node.parts if isinstance(node, All) else (node,)


def _says_little(node: Node) -> bool:
    return (
        isinstance(node, Words)
        and not node.exact
        and all(form in _function_words() for form in node.forms)
    )


@cache
def _function_words() -> frozenset[str]:
    lines = read_lines("stemma.search", "function_words.txt")
    return frozenset(word for line in lines for word in line.split())
