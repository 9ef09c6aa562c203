"""What the values of filters mean."""

import re
from typing import get_args

from stemma.model.passage import PassageKind
from stemma.search.days import parse_dates
from stemma.search.lexing import Piece, refuse
from stemma.search.query import Either, Label, Node
from stemma.search.words import forms_of

KINDS: tuple[PassageKind, ...] = get_args(PassageKind)

_HEXADECIMAL = re.compile(r"[0-9a-f]{1,64}")


def understand(piece: Piece, text: str) -> Node:
    """Give the labels that a filter asks for.

    Raises:
        UsageError: Its value makes no sense.
    """
    match piece.of:
        case "kind":
            return _kind(piece, text)
        case "date":
            return _date(piece, text)
        case "story" | "report":
            return _id(piece, text)
        case _:
            return _name(piece, text)


def _kind(piece: Piece, text: str) -> Node:
    kind = piece.text.lower()
    if kind not in KINDS:
        refuse(text, piece.at, f"a kind is one of {', '.join(KINDS)}, not {piece.text!r}")
    return Label(of="kind", words=(kind,))


def _date(piece: Piece, text: str) -> Node:
    try:
        starts = parse_dates(piece.text)
    except ValueError:
        example = "2024-11-05, 2024-11, 2024, 2024-11..2024-12 or 2024-11.."
        refuse(text, piece.at, f"{piece.text!r} is no date: write it like {example}")
    return Either(parts=tuple(Label(of="date", words=(start,)) for start in starts))


def _id(piece: Piece, text: str) -> Node:
    digits = piece.text.lower().rpartition(":")[2]
    if piece.of is None or not _HEXADECIMAL.fullmatch(digits):
        refuse(text, piece.at, f"{piece.text!r} is no id: give the letters and digits of one")
    return Label(of=piece.of, words=(digits,), begins=True)


def _name(piece: Piece, text: str) -> Node:
    forms = tuple(forms_of(piece.text))
    if piece.of is None or not forms:
        refuse(text, piece.at, f"{piece.text!r} holds no words")
    return Label(of=piece.of, words=forms)
