"""Why reports are of one story, or are not, in words for the log."""

from collections.abc import Collection, Iterable, Sequence

from stemma.group.contrast import own_marks
from stemma.group.features import Features
from stemma.group.pins import Pins
from stemma.group.similarity import Signals, describe

_SHORT = 12
_SHOWN_MARKS = 6


class Reasons:
    """What speaks for and against, from the signals that the decision rests on."""

    def __init__(self, reports: Sequence[Features], signals: Signals, pins: Pins) -> None:
        """Take the reports that were compared, in the order of their places in the signals."""
        self._reports = reports
        self._signals = signals
        self._pins = pins
        self._scored = signals.scores
        self._order = {pair: at for at, pair in enumerate(self._scored)}

    def together(self, some: Collection[str], others: Collection[str]) -> str:
        """Say what two groups of reports have in common: the two that are most alike."""
        if pinned := self._find_pin(self._pins.together, some, others):
            return f"a person put {_short(pinned[0])} and {_short(pinned[1])} together"
        best = max(self._between(some, others), default=None)
        if best is None:
            return "no two of their reports share rare words"
        _, pair = best
        left, right = (self._reports[at] for at in pair)
        score = describe(self._signals, self._order[pair], left, right)
        names = f"{_short(left.report)} and {_short(right.report)}"
        return f"{names} are alike, {score.value:.2f}: {'; '.join(score.reasons)}"

    def alone(self, some: Collection[str]) -> str:
        """Say how near the nearest of all the other reports is."""
        others = [one.report for one in self._reports if one.report not in some]
        return f"no story is near enough: {self.together(some, others)}"

    def apart(self, some: Collection[str], others: Collection[str]) -> str:
        """Say what sets some reports apart from others."""
        if pinned := self._find_pin(self._pins.apart, some, others):
            return f"a person put {_short(pinned[0])} and {_short(pinned[1])} apart"
        these = [report for report in self._reports if report.report in some]
        those = [report for report in self._reports if report.report in others]
        if these and those and (marks := own_marks(these, those)):
            return f"of these reports, and hardly of the others: {', '.join(marks[:_SHOWN_MARKS])}"
        scores = [score for score, _ in self._between(some, others)]
        mean = sum(scores) / max(1, len(these) * len(those))
        return f"with all reports known so far they are too little alike, {mean:.2f} on average"

    def _between(
        self, some: Collection[str], others: Collection[str]
    ) -> Iterable[tuple[float, tuple[int, int]]]:
        for pair, score in self._scored.items():
            left, right = self._reports[pair[0]].report, self._reports[pair[1]].report
            if (left in some and right in others) or (left in others and right in some):
                yield score, pair

    def _find_pin(
        self, pins: Iterable[tuple[str, str]], some: Collection[str], others: Collection[str]
    ) -> tuple[str, str] | None:
        for left, right in sorted(pins):
            if (left in some and right in others) or (left in others and right in some):
                return left, right
        return None


def _short(report: str) -> str:
    return report.rpartition(":")[2][:_SHORT]
