"""The date of one report."""

import re
from collections.abc import Sequence

from stemma.model import Part, Published
from stemma.model.report import Precision
from stemma.read.draft import DateCandidate

_SECONDS = re.compile(r"T\d\d:\d\d:\d\d")


def date_report(
    text: str,
    parts: Sequence[Part],
    *,
    report: str,
    candidates: Sequence[DateCandidate],
    cut: Sequence[str],
) -> Published | None:
    """Date a report by its metadata, or else by its own words; None where neither tells."""
    del text, parts, report, cut
    if candidates:
        value, basis = candidates[0]
        return Published(value=value, precision=precision_of(value), basis=basis)
    return None


def precision_of(value: str) -> Precision:
    """Tell how precise a date in EDTF is; of an interval, its ends."""
    first = value.split("/", maxsplit=1)[0]
    if "T" in first:
        return "second" if _SECONDS.search(first) else "minute"
    precisions: tuple[Precision, ...] = ("year", "month", "day")
    return precisions[min(first.count("-"), 2)]
