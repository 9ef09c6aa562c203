"""A report comes in: it joins a story, founds one, or brings stories together or apart."""

from collections.abc import Mapping, Sequence

from stemma.group.change import Change, tell_change
from stemma.group.features import Features
from stemma.group.index import Index, count_common
from stemma.group.naming import name_parts
from stemma.group.neighbourhood import Neighbourhood, find_neighbourhood
from stemma.group.packing import unpack
from stemma.group.pins import NO_PINS, Pins
from stemma.group.reasons import Reasons
from stemma.group.similarity import compare_all
from stemma.group.spread import Spread
from stemma.group.stories import in_order, partition

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
    """
    if index.read([newcomer.report]):
        return Change()
    return _group_anew(
        {newcomer.report: newcomer}, index=index, seen=seen, spread=spread, pins=pins
    )


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
        [_complete(part, near) for part in parts],
        before=before,
        order=lambda report: (places.get(report, _LAST), report),
        is_taken=index.is_taken,
    )
    return tell_change(named, before=before, reasons=Reasons(reports, signals, pins))


def _complete(part: Sequence[str], near: Neighbourhood) -> tuple[str, ...]:
    """Let the reports that were not compared go where those of their story went that were."""
    present = set(part)
    several = (story for story in near.stories if not present.isdisjoint(story.compared))
    others = [one for story in several for one in story.members.keys() - set(story.compared)]
    return (*part, *sorted(others))
