"""Is this report a version of that one, and which of them is the earlier?"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from functools import cmp_to_key
from itertools import combinations, pairwise

from stemma.model import Published, Report, Revised
from stemma.model.revision import Kinship
from stemma.revise.notices import owns_up
from stemma.revise.words import Wording, find_wording

_HARDLY = 0.1
_SAME_MATTER = 0.5
_SAME_TEXT = 0.75
_SAME_PARTICULARS = 0.7
_SAME_FIGURES = 0.5
_NEARLY_ALL = 0.9
_MOST_DAYS = 10
_STOCK_PHRASE = 40
"""A sentence in more reports of an outlet than this tells nothing ("More follows soon.")."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class _Version:
    """A report with what it says."""

    report: Report
    wording: Wording


@dataclass(frozen=True, slots=True)
class _Comparison:
    """What two reports are to each other, and how alike they are."""

    likeness: float
    revised: Revised


def find_earlier(later: Report, held: Sequence[Report]) -> Revised | None:
    """Find the report that ``later`` is a version of, None where it is a report of its own.

    ``held`` are reports that came before it, in order of arrival; those at other addresses and of
    other outlets are passed over, and reports of outlets that nobody names are never versions of
    one another. Of several, the nearest in words is taken, then the latest. Dates of
    publication tell which is the earlier version, else a notice of what was changed, else
    arrival: so ``Revised.later`` may be one of those held.
    """
    version = _version(later)
    found = [
        (comparison.likeness, at, comparison.revised)
        for at, earlier in enumerate(held)
        if earlier.id != later.id and _may_be_versions(earlier, later)
        if (comparison := _compare(_version(earlier), version)) is not None
    ]
    return max(found, key=lambda one: one[:2])[2] if found else None


def find_revised(reports: Iterable[Report]) -> tuple[Revised, ...]:
    """Find the versions among reports: for each but the last of an article, which one follows.

    The names of their files stand for the order of arrival, where nothing else tells it.
    """
    versions = [_version(one) for one in sorted(reports, key=lambda one: (one.paths, one.id))]
    article = list(range(len(versions)))
    for earlier, later in sorted(_candidates(versions)):
        comparison = _compare(versions[earlier], versions[later])
        if comparison is not None and comparison.revised.kind != "new_article":
            merged, kept = article[later], article[earlier]
            article = [kept if of == merged else of for of in article]
    together: defaultdict[int, list[Report]] = defaultdict(list)
    for version, of in zip(versions, article, strict=True):
        together[of].append(version.report)
    return tuple(
        follow(earlier, later)
        for several in together.values()
        for earlier, later in pairwise(in_order(several))
    )


def in_order(versions: Sequence[Report]) -> tuple[Report, ...]:
    """Put the versions of an article in order, the earliest first; given in order of arrival."""
    return tuple(sorted(versions, key=cmp_to_key(lambda one, other: _order(one, other)[0])))


def _version(report: Report) -> _Version:
    return _Version(report, find_wording(report))


def _candidates(versions: Sequence[_Version]) -> set[tuple[int, int]]:
    """Find pairs that may be versions: of one address, or of one outlet with a sentence alike."""
    places: defaultdict[tuple[str | None, object], list[int]] = defaultdict(list)
    for at, version in enumerate(versions):
        if version.report.url:
            places[None, version.report.url].append(at)
        if version.report.outlet:
            for sentence in version.wording.sentences:
                places[version.report.outlet, sentence].append(at)
    return {
        pair
        for (outlet, _), several in places.items()
        if outlet is None or len(several) <= _STOCK_PHRASE
        for pair in combinations(several, 2)
    }


def _may_be_versions(one: Report, other: Report) -> bool:
    return (one.url is not None and one.url == other.url) or (
        one.outlet is not None and one.outlet == other.outlet
    )


def _compare(earlier: _Version, later: _Version) -> _Comparison | None:
    """Tell how two reports of one outlet or address are versions of one article, or nothing."""
    one, other = earlier.report, later.report
    if one.language != other.language:
        return None
    left, right = earlier.wording, later.wording
    at_one_address = one.url is not None and one.url == other.url
    likeness = _shared(left.runs, right.runs)
    if at_one_address and (
        likeness < _HARDLY and _shared(left.particulars, right.particulars) < _SAME_MATTER
    ):
        why = "another text stands at the address now: hardly a sentence of the earlier is left"
        return _Comparison(likeness, _revised("new_article", one, other, why))
    if left.runs == right.runs:
        copy = _revised("copy", one, other, "the same words of the same outlet")
        return _Comparison(1 + likeness, copy)
    if at_one_address or _is_near(one, other, left, right, likeness):
        return _Comparison(likeness, follow(one, other))
    return None


def _is_near(
    earlier: Report, later: Report, left: Wording, right: Wording, likeness: float
) -> bool:
    """Tell whether texts of one outlet at two addresses are versions, or two of a series.

    Reports of a series ("The ministry counted 212 cases on Monday") share their sentences too, but
    neither their day nor their figures.
    """
    days = _days_apart(earlier, later)
    if likeness < _SAME_TEXT or days > _MOST_DAYS:
        return False
    if _shared(left.particulars, right.particulars) < _SAME_PARTICULARS:
        return False
    fresh = days > 0 and _shared(left.figures, right.figures) < _SAME_FIGURES
    return likeness >= _NEARLY_ALL or not fresh


def follow(earlier: Report, later: Report) -> Revised:
    """Say that two reports are versions of one article, and why."""
    order, ordered_by = _order(earlier, later)
    if earlier.url is not None and earlier.url == later.url:
        why = "both were read at one address"
    elif earlier.outlet == later.outlet:
        why = "the outlet printed nearly the same text"
    else:
        why = "both are near in words to a version between them"
    first, second = (earlier, later) if order <= 0 else (later, earlier)
    return _revised("revision", first, second, f"{why}; {ordered_by}")


def _revised(kind: Kinship, earlier: Report, later: Report, why: str) -> Revised:
    return Revised(kind=kind, earlier=earlier.id, later=later.id, why=why)


def _order(one: Report, other: Report) -> tuple[int, str]:
    """Tell the earlier of two versions (-1: the first given, 0: not told), and what tells it."""
    dates = _told_apart(one.published, other.published)
    if dates is not None:
        return dates, "their dates of publication tell the order"
    if owns_up(one) != owns_up(other):
        order = 1 if owns_up(one) else -1
        return order, "the later one says that it was changed"
    return 0, "nothing but their arrival tells the order"


def _told_apart(one: Published | None, other: Published | None) -> int | None:
    """Compare dates as far as both are precise; None where that tells nothing."""
    if one is None or other is None:
        return None
    first, last = one.universal.split("/"), other.universal.split("/")
    if _cut_alike(first[-1], last[0]):
        return -1
    return 1 if _cut_alike(last[-1], first[0]) else None


def _cut_alike(left: str, right: str) -> bool:
    """Tell whether one date is before the other in all that both of them say."""
    length = min(len(left.removesuffix("Z")), len(right.removesuffix("Z")))
    return left[:length] < right[:length]


def _days_apart(one: Report, other: Report) -> int:
    """Count the days between two reports; none where a day is not known."""
    days = [_DAY.match(report.published.universal) for report in (one, other) if report.published]
    known = [date.fromisoformat(day.group()) for day in days if day]
    return abs((known[0] - known[1]).days) if len(known) == 2 else 0  # noqa: PLR2004 - both


def _shared(left: AbstractSet[object], right: AbstractSet[object]) -> float:
    """Give the share of the smaller set that the other has too; all of an empty one."""
    smaller = min(len(left), len(right))
    return len(left & right) / smaller if smaller else 1.0
