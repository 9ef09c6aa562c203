"""What is shown of a passage: the piece with most of the words that were looked for."""

from collections.abc import Iterable, Sequence

from stemma.search.matching import find_run
from stemma.search.query import Words
from stemma.search.words import Word, find_words, stems_of

_MOST_CHARACTERS = 240
_BEFORE = 40

Mark = tuple[int, int]


def cut_snippet(text: str, wanted: Iterable[Words]) -> tuple[str, tuple[Mark, ...]]:
    """Give a piece of the text, and the words that were looked for, marked in the piece.

    Marks are half-open ranges of code points of the piece, in order and apart from each other.
    """
    marks = find_marks(text, wanted)
    start, end = _window(text, marks)
    before, after = ("… " if start else ""), (" …" if end < len(text) else "")
    shift = len(before) - start
    shown = tuple((at + shift, to + shift) for at, to in marks if start <= at and to <= end)
    return before + text[start:end] + after, shown


def find_marks(text: str, wanted: Iterable[Words]) -> tuple[Mark, ...]:
    """Give where the words stand, in code points of the text."""
    words = list(find_words(text))
    forms = [word.form for word in words]
    stems = stems_of(forms)
    found: set[int] = set()
    for one in wanted:
        starts = find_run(forms, one.forms) if one.exact else find_run(stems, stems_of(one.forms))
        found.update(at + step for at in starts for step in range(len(one.forms)))
    return tuple(_joined(text, [words[at] for at in sorted(found)]))


def _joined(text: str, words: Sequence[Word]) -> list[Mark]:
    """Let words with nothing but blanks between them be one mark."""
    marks: list[Mark] = []
    for word in words:
        if marks and not text[marks[-1][1] : word.start].strip():
            marks[-1] = (marks[-1][0], word.end)
        else:
            marks.append((word.start, word.end))
    return marks


def _window(text: str, marks: Sequence[Mark]) -> Mark:
    """Choose the stretch that holds most marks, the earliest of them; whole words at both ends.

    Where a script does not part words, and no blank is near its end, it ends where it is full.
    """
    if len(text) <= _MOST_CHARACTERS:
        return 0, len(text)
    starts = [max(0, at - _BEFORE) for at, _ in marks] or [0]
    best = max(starts, key=lambda start: (_held(marks, start), -start))
    start = 0 if best == 0 else _forwards(text, best, best + _BEFORE)
    end = min(len(text), start + _MOST_CHARACTERS)
    if end < len(text):
        blank = text.rfind(" ", end - _BEFORE, end + 1)
        end = end if blank < 0 else blank
    return start, end


def _held(marks: Sequence[Mark], start: int) -> int:
    """Count the marked characters of a stretch."""
    held = (to - at for at, to in marks if start <= at and to <= start + _MOST_CHARACTERS)
    return sum(held)


def _forwards(text: str, at: int, limit: int) -> int:
    """Go on to the beginning of the next word, but not beyond the limit."""
    blank = text.find(" ", at - 1, limit)
    return at if blank < 0 else blank + 1
