"""The wording that a claim is shown with."""

import re
from collections import defaultdict
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
_LINK = re.compile(
    r"(?:however|meanwhile|moreover|furthermore|nevertheless|nonetheless|still|instead|also"
    r"|in addition|on the other hand|as a result|in the meantime),\s+|(?:but|and|yet)\s+",
    re.IGNORECASE,
)
"""What ties a sentence to the one before, which is not shown."""

_GOOD_LENGTH = 22
_AS_GOOD_AS = 0.5
_TELLS_WHO_SAYS = 2.0
_HELD_BY_OTHERS = 4.0
"""What it is worth that all words of content stand in the other reports' wordings too."""


def best_worded(wordings: Sequence[Wording], story: Mapping[str, Extracted]) -> Statement:
    """Choose the statement that says it best to somebody who has read none of the reports.

    Wanted are a body sentence that does not open with a pronoun, about twenty words, names
    rather than hints, words that several reports print, and nothing that one report alone tells:
    the others are said to have it too.
    """
    statements = [
        (
            wording,
            statement,
            _HELD_BY_OTHERS * _held_by_others(wording, wordings)
            - _TELLS_WHO_SAYS * _holds_another(statement, wordings),
        )
        for wording in wordings
        for statement in wording.statements
    ]
    return max(
        statements,
        key=lambda one: (
            _goodness(one[0], one[1], story) + one[2],
            -len(one[0].text),
            one[1].id,
        ),
    )[1]


def without_link(text: str) -> str:
    """Drop the "However," and the "But" that a claim's words open with."""
    found = _LINK.match(text)
    return text[found.end() :] if found else text


def _holds_another(statement: Statement, wordings: Sequence[Wording]) -> bool:
    """Tell whether what is said in it is a statement of the claim too: "the crew said it sank"."""
    return any(
        whole.holds(part) and whole != part
        for wording in wordings
        for other in wording.statements
        for whole in statement.content
        for part in other.content
    )


def _held_by_others(wording: Wording, wordings: Sequence[Wording]) -> float:
    """Give the share of its terms that another report's wordings have: a mean over the reports."""
    terms = set(wording.terms)
    told: defaultdict[str, set[str]] = defaultdict(set)
    for other in wordings:
        for report in other.reports:
            told[report].update(other.terms)
    others = [found for report, found in told.items() if wording.reports - {report}]
    if not terms or not others:
        return 0.0
    return round(sum(len(terms & found) for found in others) / (len(terms) * len(others)), 6)


def _goodness(wording: Wording, statement: Statement, story: Mapping[str, Extracted]) -> float:
    first = words(statement.text)[0].split("'", maxsplit=1)[0]
    goodness = -abs(log(max(1, wording.length) / _GOOD_LENGTH))
    goodness += _AS_GOOD_AS * min(3, len(wording.entities))
    goodness += _AS_GOOD_AS * min(3, len(wording.reports))
    goodness += _AS_GOOD_AS * min(2, len(wording.figures))
    goodness -= 2.0 * (first in _POINTING)
    goodness -= 2.0 * (not statement.text[:1].isupper() and not statement.text[:1].isdigit())
    goodness -= 2.5 * (not wording.whole)
    goodness -= 2.0 * (statement.act != "assertion" or statement.factuality.conditional)
    goodness -= 2.5 * is_heading(statement, story[statement.report].annotated.report)
    return round(goodness, 6)
