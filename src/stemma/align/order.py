"""The order of reports: by date, those without one last, then by id."""

import re
from collections.abc import Iterable, Sequence

from stemma.model import Extracted, Report

_UNKNOWN = "9999"
_LAST_OF = "~"


def date_key(report: Report) -> tuple[str, str]:
    """Give a key that sorts reports by the latest time at which they can have come out.

    A report dated to the month only does not claim to precede one dated to a day of it.
    """
    if report.published is None:
        return (_UNKNOWN, report.id)
    latest = report.published.universal.rsplit("/", maxsplit=1)[-1]
    latest = re.sub(r"[~?%]", "", latest)
    whole = report.published.precision in {"second", "minute"}
    return (latest if whole else latest + _LAST_OF, report.id)


def in_order(story: Iterable[Extracted]) -> tuple[Extracted, ...]:
    """Sort what reports say by date of the report, then id."""
    return tuple(sorted(story, key=lambda piece: date_key(piece.annotated.report)))


def by_report(story: Sequence[Extracted]) -> dict[str, Extracted]:
    """Find what a report says by the report's id."""
    return {piece.annotated.report.id: piece for piece in story}
