"""How likely it is that two reports share a text, from what they share.

That two reports tell the same event is no evidence: independent reports of one event have names,
figures and statements in common, and now and then a phrase of seven or eight words. The weights
below were set on pairs of reports of some thirty news events, credits hidden, so that pairs of
the same agency's copy come out likely and pairs of different agencies' copy do not.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import exp

from stemma.model import Evidence, Span
from stemma.model.stemma import Strength
from stemma.trace.comparing import Comparison
from stemma.trace.verbatim import Run

CERTAIN = 0.95
LIKELY = 0.5
POSSIBLE = 0.15

_BIAS = -4.8
_COPIED = 20.0
_LONGEST = 0.15
_ORDER = 0.7
_RAREST = 0.7
_MOST_COPIED = 0.4
_MOST_LONGEST = 40
_MOST_ORDER = 6.0
_MOST_RAREST = 3.0
_CHANCE_WORDS = 4
_PARTLY = 0.25
_PASSAGE = 12
_DOMINANT = 0.4
_LITTLE_ELSE = 2.5
_ONE_PASSAGE = 0.45
_SHOWN_RUNS = 4
_SHOWN_PAIRS = 4
_SHOWN_DETAILS = 6
_AGENCY_PRIOR = 2.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two reports that share a text, or may: ``left`` and ``right`` are report ids."""

    left: str
    right: str
    weight: float
    evidence: tuple[Evidence, ...]

    @property
    def strength(self) -> Strength:
        """Put the probability into a word."""
        if self.weight >= CERTAIN:
            return "certain"
        return "likely" if self.weight >= LIKELY else "possible"


def judge(comparison: Comparison, *, prior: bool) -> Link | None:
    """Weigh what two reports share; None where that is not worth a mention.

    ``prior`` says that one of them is an agency's copy and the other shows no reporting of its
    own and no credit: agency copy is made to be reprinted.
    """
    evidence = (
        _BIAS
        + _COPIED * min(_MOST_COPIED, _copied(comparison))
        + _LONGEST * min(_MOST_LONGEST, comparison.longest)
        + _ORDER * min(_MOST_ORDER, comparison.order)
        + _RAREST * min(_MOST_RAREST, comparison.rarest)
        + (_AGENCY_PRIOR if prior else 0.0)
    )
    weight = round(1.0 / (1.0 + exp(-evidence)), 4)
    if _is_one_passage(comparison):
        weight = min(weight, _ONE_PASSAGE)
    if weight < POSSIBLE:
        return None
    return Link(
        left=comparison.left.report,
        right=comparison.right.report,
        weight=weight,
        evidence=_explain(comparison),
    )


def _is_one_passage(comparison: Comparison) -> bool:
    """Tell whether one passage is all that ties two reports of much else.

    To take over a sentence makes that sentence dependent, not the report.
    """
    own = sum(run.own for run in comparison.runs)
    return (
        comparison.coverage < _PARTLY
        and comparison.longest >= max(_PASSAGE, _DOMINANT * own)
        and comparison.order + comparison.rarest < _LITTLE_ELSE
    )


def _copied(comparison: Comparison) -> float:
    """Give the share of the shorter report in runs, less the words that chance explains."""
    shorter = max(1, min(comparison.left.own_words, comparison.right.own_words))
    return sum(max(0, run.own - _CHANCE_WORDS) for run in comparison.runs) / shorter


def _explain(comparison: Comparison) -> tuple[Evidence, ...]:
    """Say what the two have in common, what weighs most first."""
    weighed = [
        (
            _COPIED * min(_MOST_COPIED, _copied(comparison))
            + _LONGEST * min(_MOST_LONGEST, comparison.longest),
            _same_words(comparison),
        ),
        (_ORDER * min(_MOST_ORDER, comparison.order), _same_order(comparison)),
        (_RAREST * min(_MOST_RAREST, comparison.rarest), _same_details(comparison)),
    ]
    found = [(weight, evidence) for weight, evidence in weighed if evidence is not None]
    return tuple(evidence for _, evidence in sorted(found, key=lambda one: -one[0]))


def _same_words(comparison: Comparison) -> Evidence | None:
    runs = sorted(comparison.runs, key=lambda run: (-run.own, run.left))[:_SHOWN_RUNS]
    runs = [run for run in runs if run.own]
    if not runs:
        return None
    return Evidence(
        reason=f"the same words, {comparison.longest} in a row at most, "
        f"{comparison.coverage:.0%} of the shorter report",
        spans=tuple(span for run in runs for span in _spans(comparison, run)),
    )


def _same_order(comparison: Comparison) -> Evidence | None:
    if not comparison.chain:
        return None
    left, right = comparison.left, comparison.right
    heaviest = sorted(comparison.chain, key=lambda pair: (-pair.weight, pair.left))
    shown = sorted(heaviest[:_SHOWN_PAIRS], key=lambda pair: pair.left)
    count = len(comparison.chain)
    if count == 1:
        reason = "one sentence says the same in both"
    else:
        reason = f"{count} sentences say the same in the same order"
    return Evidence(
        reason=reason,
        spans=tuple(
            span
            for pair in shown
            for span in (left.sentence_span(pair.left), right.sentence_span(pair.right))
        ),
    )


def _same_details(comparison: Comparison) -> Evidence | None:
    left, right = comparison.left, comparison.right
    labels = comparison.labels[:_SHOWN_DETAILS]
    if not labels:
        return None
    words = ", ".join(left.labels[label][0] for label in labels)
    places = [side.labels[label][1] for label in labels for side in (left, right)]
    return Evidence(reason=f"details that hardly another report has: {words}", spans=tuple(places))


def _spans(comparison: Comparison, run: Run) -> Iterator[Span]:
    yield comparison.left.span(run.left, run.left + run.length)
    yield comparison.right.span(run.right, run.right + run.length)
