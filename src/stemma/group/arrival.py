"""A report comes in: it joins a story, founds one, or brings stories together or apart."""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import ceil, log

from stemma.group.change import Change, tell_change
from stemma.group.features import Features
from stemma.group.index import Index, count_common
from stemma.group.naming import name_parts
from stemma.group.neighbourhood import WHOLE, Neighbourhood, find_neighbourhood
from stemma.group.packing import unpack
from stemma.group.pins import NO_PINS, Pins
from stemma.group.reasons import Reasons
from stemma.group.similarity import compare_all
from stemma.group.spread import Spread
from stemma.group.stories import in_order, partition

_STEP = 1.25
_LAST = 1 << 62
"""The place of a report that is only arriving."""


def arrive(
    newcomer: Features,
    *,
    index: Index,
    seen: int,
    spread: Spread | None = None,
    pins: Pins = NO_PINS,
) -> Change:
    """Tell what a new report changes, without looking at more than the stories near it.

    The reports of those stories, and the new one, are grouped anew as all reports would be. A
    report that the index knows changes nothing. The index stays as it is: let it know the
    report (``add``), and the store the change. ``seen`` is the day on which the report was first
    seen (proleptic Gregorian ordinal), ``spread`` comes from ``count_common``.

    Of a large story only some reports are looked at, and it stays together. Each time that it has
    grown by a quarter, all of them are, up to 250: so it falls apart where it should.
    """
    if index.read([newcomer.report]):
        return Change()
    seeds = {newcomer.report: newcomer}
    spread = count_common(index) if spread is None else spread
    change = _group_anew(seeds, index=index, seen=seen, spread=spread, pins=pins)
    grown = _find_grown(change, newcomer.report, index)
    if not grown:
        return change
    return _group_anew({**seeds, **grown}, index=index, seen=seen, spread=spread, pins=pins)


def _find_grown(change: Change, newcomer: str, index: Index) -> dict[str, Features]:
    """Give a report of each story that is in the newcomer's, where that has grown by a step."""
    (reports,) = (one for one in change.stories.values() if newcomer in one)
    homes = index.stories_of(reports)
    largest = max(Counter(homes.values()).values(), default=0)
    if _steps(len(reports)) == _steps(largest):
        return {}
    kept = index.read([report for report in reports if report in homes])
    chosen = {homes[report]: report for report in reversed(list(kept))}
    return {report: unpack(kept[report]) for report in chosen.values()}


def _steps(reports: int) -> int:
    """Count how often a story of so many reports has grown by a quarter since it was last small."""
    return ceil(log(max(reports, WHOLE) / WHOLE) / log(_STEP))


def regroup(
    reports: Sequence[str],
    *,
    index: Index,
    seen: int,
    spread: Spread | None = None,
    pins: Pins = NO_PINS,
) -> Change:
    """Tell what changes where reports that the index knows are looked at anew: people decided."""
    kept = index.read(sorted(set(reports)))
    seeds = {report: unpack(packed) for report, packed in kept.items()}
    return _group_anew(seeds, index=index, seen=seen, spread=spread, pins=pins)


def _group_anew(
    seeds: Mapping[str, Features], *, index: Index, seen: int, spread: Spread | None, pins: Pins
) -> Change:
    spread = count_common(index) if spread is None else spread
    near = find_neighbourhood(seeds, seen=seen, index=index, spread=spread, pins=pins)
    reports = in_order({**near.reports, **seeds}.values())
    signals = compare_all(reports, spread=spread)
    held = [story.compared for story in near.stories if len(story.compared) < len(story.members)]
    parts = partition(reports, signals, pins=pins, held=held)
    before = {story.story: tuple(story.members) for story in near.stories}
    places = {report: at for story in near.stories for report, at in story.members.items()}
    named = name_parts(
        _complete(parts, near),
        before=before,
        order=lambda report: (places.get(report, _LAST), report),
        is_taken=index.is_taken,
    )
    return tell_change(named, before=before, reasons=Reasons(reports, signals, pins))


def _complete(parts: Sequence[Sequence[str]], near: Neighbourhood) -> list[list[str]]:
    """Let the reports that were not compared go where most of their story went that were."""
    whole = [list(part) for part in parts]
    for story in near.stories:
        compared = frozenset(story.compared)
        most = max(whole, key=lambda part: len(compared.intersection(part)))
        most.extend(sorted(story.members.keys() - compared))
    return whole
