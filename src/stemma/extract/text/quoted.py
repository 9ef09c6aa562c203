"""Quotations laid over the tokens, and scare quotes told apart."""

from bisect import bisect_left

from stemma.extract.text.quotation_marks import Quotation, find_quotations
from stemma.extract.text.syntax import Syntax

_SCARE_WORDS = 5
_ENDS = frozenset((".", "!", "?", "…", "..."))


class Quoted:
    """The outer quotations of a report as token ranges.

    ``ranges[i]`` is ``[first, last)`` of quotation ``i``, marks included; ``of[token]`` is the
    number of the quotation a token stands in, -1 for none. ``speech[i]`` is False for scare
    quotes and titles: short, without a finite verb, and part of a running sentence.
    """

    def __init__(self, syntax: Syntax) -> None:
        """Find the quotations of a report."""
        report = syntax.annotated.report
        self.quotations: list[Quotation] = []
        self.ranges: list[tuple[int, int]] = []
        self.speech: list[bool] = []
        self.of = [-1] * len(syntax.tokens)
        starts = [token.start for token in syntax.tokens]
        for quotation in find_quotations(report.text, report.parts):
            first = bisect_left(starts, quotation.start)
            last = bisect_left(starts, quotation.end)
            if quotation.depth or first >= last:
                continue
            self.of[first:last] = [len(self.ranges)] * (last - first)
            self.ranges.append((first, last))
            self.quotations.append(quotation)
            self.speech.append(not _is_scare(syntax, first, last))

    def speech_at(self, at: int) -> int:
        """Give the number of the quotation of speech that holds a token, -1 for none."""
        number = self.of[at]
        return number if number >= 0 and self.speech[number] else -1

    def opens_speech(self, at: int) -> bool:
        """Tell whether a quotation of speech opens at this token."""
        number = self.speech_at(at)
        return number >= 0 and self.ranges[number][0] == at

    def closes(self, at: int) -> bool:
        """Tell whether a quotation closes at this token."""
        number = self.of[at]
        return number >= 0 and self.ranges[number][1] == at + 1

    def widen(self, places: list[int]) -> list[int]:
        """Add the whole of each quotation of speech that the tokens touch."""
        numbers = sorted({self.speech_at(at) for at in places} - {-1})
        added = [at for number in numbers for at in range(*self.ranges[number])]
        return sorted({*places, *added})


def _is_scare(syntax: Syntax, first: int, last: int) -> bool:
    inner = [at for at in range(first, last) if not syntax.is_mark(at)]
    if len(inner) > _SCARE_WORDS or any(syntax.is_finite(at) for at in inner):
        return False
    inside = range(first, last)
    if any(syntax.words[at] in _ENDS for at in inside) or "," in syntax.words[last - 2 : last]:
        return False
    starts = first == syntax.sentence(first).first
    if starts and last < len(syntax.tokens) and syntax.is_finite(last):
        return True
    return not starts and not syntax.is_mark(first - 1)
