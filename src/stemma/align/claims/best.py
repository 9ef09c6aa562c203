"""The wording that a claim is shown with."""

from collections.abc import Mapping, Sequence
from math import log

from stemma.align.claims.headings import is_heading
from stemma.align.claims.wordings import Wording
from stemma.align.spelling import words
from stemma.model import Extracted, Statement

_POINTING = frozenset(
    [
        "he",
        "her",
        "here",
        "his",
        "it",
        "its",
        "she",
        "that",
        "their",
        "these",
        "they",
        "this",
        "those",
    ]
)
_GOOD_LENGTH = 22
_AS_GOOD_AS = 0.5


def best_worded(wordings: Sequence[Wording], story: Mapping[str, Extracted]) -> Statement:
    """Choose the statement that says it best to somebody who has read none of the reports.

    Wanted are a body sentence that does not open with a pronoun, about twenty words, names
    rather than hints, and words that several reports print.
    """
    statements = [(wording, statement) for wording in wordings for statement in wording.statements]
    return max(
        statements, key=lambda pair: (_goodness(*pair, story), -len(pair[0].text), pair[1].id)
    )[1]


def _goodness(wording: Wording, statement: Statement, story: Mapping[str, Extracted]) -> float:
    first = words(statement.text)[0].split("'", maxsplit=1)[0]
    goodness = -abs(log(max(1, wording.length) / _GOOD_LENGTH))
    goodness += _AS_GOOD_AS * min(3, len(wording.entities))
    goodness += _AS_GOOD_AS * min(3, len(wording.reports))
    goodness += _AS_GOOD_AS * min(2, len(wording.figures))
    goodness -= 2.0 * (first in _POINTING)
    goodness -= 1.0 * (not statement.text[:1].isupper() and not statement.text[:1].isdigit())
    goodness -= 1.5 * (not wording.whole)
    goodness -= 1.0 * (statement.act != "assertion")
    goodness -= 2.5 * is_heading(statement, story[statement.report].annotated.report)
    return round(goodness, 6)
