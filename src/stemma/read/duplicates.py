"""One report for all the copies of it that were given."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import replace

from stemma.model import Report


def fold(reports: Iterable[Report]) -> tuple[Report, ...]:
    """Fold duplicates into one report that has all their paths, in the order of ids.

    Duplicates are reports with the same id; with the same words at the same address; and with
    the same words where both have one outlet, or one of them names none. The same words at two
    outlets stay two reports: that is agency copy, and its lineage is what an editor asks for.
    The order of the reports changes nothing.
    """
    folded = sorted(reports, key=_rank)
    for key in (_by_id, _by_address, _by_outlet, _by_words):
        folded = _fold_by(key, folded)
    return tuple(sorted(folded, key=lambda report: report.id))


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


def _by_words(report: Report) -> Hashable | None:
    return _words(report)


def _words(report: Report) -> str:
    return " ".join(report.text.split())


def _rank(report: Report) -> tuple[bool, bool, bool, int, str, tuple[str, ...]]:
    """Order copies: those that know most about themselves first."""
    return (
        report.outlet is None,
        report.url is None,
        report.published is None,
        -len(report.text),
        report.id,
        report.paths,
    )
