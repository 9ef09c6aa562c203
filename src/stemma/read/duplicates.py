"""One report for all the copies of it that were given."""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import replace

from stemma.model import Report, digest

_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"[.!?…][\"'”’)\]]*$")


def fold(reports: Iterable[Report]) -> tuple[Report, ...]:
    """Fold duplicates into one report that has all their paths, in the order of ids.

    Duplicates are reports with the same id; with the same words at the same address; and with
    the same words where both have one outlet, or one of them names none. What counts as words
    are the body's sentences: a mobile page that shows a clock line more is the same report, a
    page with a figure changed is another. The same words at two outlets stay two reports: that
    is agency copy, and its lineage is what an editor asks for. The order of the reports changes
    nothing.
    """
    folded = sorted(reports, key=_rank)
    for key in (_by_id, _by_address, _by_outlet, _words):
        folded = _fold_by(key, folded)
    return tuple(sorted(folded, key=lambda report: report.id))


def name_words(report: Report) -> str:
    """Name the words by which copies of a report are known: a digest."""
    return digest("words", _words(report))


def _fold_by(key: Callable[[Report], Hashable | None], reports: list[Report]) -> list[Report]:
    alike: dict[Hashable, list[Report]] = defaultdict(list)
    for report in reports:
        found = key(report)
        alike[report.id if found is None else found].append(report)
    return [merged for group in alike.values() for merged in _merge(group)]


def _merge(group: list[Report]) -> list[Report]:
    """Make one of reports with the same words, unless they are of several outlets."""
    outlets = {report.outlet for report in group} - {None}
    if len(group) == 1 or len(outlets) > 1:
        return group
    best = min(group, key=_rank)
    paths = sorted({path for report in group for path in report.paths})
    return [replace(best, paths=tuple(paths))]


def _by_id(report: Report) -> Hashable:
    return report.id


def _by_address(report: Report) -> Hashable | None:
    return (report.url, _words(report)) if report.url else None


def _by_outlet(report: Report) -> Hashable | None:
    return (report.outlet, _words(report)) if report.outlet else None


def _words(report: Report) -> str:
    """Give the words of the body's sentences, without marks and case; of all lines if none."""
    body = [
        report.text[part.start : part.end]
        for part in report.parts
        if part.kind in {"body", "subhead"}
    ]
    sentences = [line for line in body if _SENTENCE.search(line)]
    return " ".join(_WORD.findall(" ".join(sentences or [report.text]).casefold()))


def _rank(report: Report) -> tuple[bool, bool, bool, bool, int, str, tuple[str, ...]]:
    """Order copies: those that know most about themselves first, then those with least residue."""
    return (
        report.outlet is None,
        report.url is None,
        report.published is None,
        report.title is None,
        len(report.text),
        report.id,
        report.paths,
    )
