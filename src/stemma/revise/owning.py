"""Which changes a report owns up to in a notice."""

from collections.abc import Sequence
from dataclasses import replace

from stemma.language.rarity import rarity
from stemma.model import Change, Notice, Report, Span
from stemma.revise.words import find_words

_TELLING = 2.0
_MOST = 0.5


def own_up(
    changes: Sequence[Change], notices: Sequence[Notice], earlier: Report, later: Report
) -> tuple[Change, ...]:
    """Tie changes to the notice that has most of the words that differ, where one has half."""
    words = {notice.span: _words(later, notice.span) for notice in notices}
    return tuple(_tie(change, words, earlier, later) for change in changes)


def _tie(
    change: Change, notices: dict[Span, frozenset[str]], earlier: Report, later: Report
) -> Change:
    differing = _words(earlier, change.earlier) ^ _words(later, change.later)
    telling = {word for word in differing if word[0].isdigit() or rarity(word) >= _TELLING}
    shares = {span: len(telling & words) / max(1, len(telling)) for span, words in notices.items()}
    best = max(shares, key=lambda span: (shares[span], -span.start), default=None)
    return change if best is None or shares[best] < _MOST else replace(change, notice=best)


def _words(report: Report, span: Span) -> frozenset[str]:
    return frozenset(word.text for word in find_words(report.text, span))
