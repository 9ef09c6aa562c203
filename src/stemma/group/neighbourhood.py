"""The part of a collection that a report can change: the stories near it, and no more."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from stemma.group.features import Features
from stemma.group.index import Index, telling_terms
from stemma.group.packing import unpack
from stemma.group.pins import Pins
from stemma.group.similarity import compare_all
from stemma.group.spread import Spread
from stemma.group.stories import in_order
from stemma.language.rarity import rarity

_UNDER_A_TERM = 32
_CANDIDATES = 40
_NEAR = 0.15
_STRAY = 0.43
"""A report of the nearest story that is less near than this may be near to other stories."""

_MOST_STORIES = 24
_MOST_REPORTS = 120
WHOLE = 40
"""Stories of so many reports are always compared whole."""

_MOST_WHOLE = 250
"""Stories of so many reports are compared whole where they are asked for: half a second."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """A story with its reports and their places in the order of arrival.

    Of many reports only some are ``compared``, the first one among them, and all that people
    decided about.
    """

    story: str
    members: Mapping[str, int]
    compared: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Neighbourhood:
    """Stories near some reports, and the features of all reports to compare."""

    stories: tuple[Neighbour, ...]
    reports: Mapping[str, Features]


def find_neighbourhood(
    seeds: Mapping[str, Features], *, seen: int, index: Index, spread: Spread, pins: Pins
) -> Neighbourhood:
    """Find the stories near some reports, and those that pins tie to them.

    Those that the reports are in, or are tied to, are compared whole. Where there is room, those
    come in that are near a stray of the nearest story: it may have joined before its own story
    was there. ``seen`` is the day that stands in for the publication of reports without one.
    """
    near = _find_near(seeds.values(), seen=seen, index=index, spread=spread)
    needed = sorted({one for seed in seeds for one in (seed, *pins.partners(seed))})
    order = [*needed, *_nearest_first(near)]
    story_of = dict(index.stories_of(order))
    for stray in index.read(_find_stray(near, story_of)).values():
        further = _find_near([unpack(stray)], seen=seen, index=index, spread=spread)
        order += _nearest_first(further)
        story_of |= index.stories_of(list(further))
    ranked = list(dict.fromkeys(story_of[report] for report in order if report in story_of))
    first = len({story_of[report] for report in needed if report in story_of})
    members = index.members(ranked[: max(first, _MOST_STORIES)])
    stories = tuple(_choose(ranked, members, near, first=first, pinned=pins.reports))
    kept = index.read([report for story in stories for report in story.compared])
    reports = {report: unpack(packed) for report, packed in kept.items()}
    known = (_without_unknown(story, reports) for story in stories)
    return Neighbourhood(stories=tuple(one for one in known if one.compared), reports=reports)


def _without_unknown(story: Neighbour, reports: Mapping[str, Features]) -> Neighbour:
    """Leave out what the index does not know: it goes where the others of its story go."""
    compared = tuple(report for report in story.compared if report in reports)
    return Neighbour(story=story.story, members=story.members, compared=compared)


def _find_stray(near: Mapping[str, float], story_of: Mapping[str, str]) -> list[str]:
    """Find the report of the nearest story that is least like the seeds, if it is hardly like them.

    Only such a one is near to stories that the seeds are not near to.
    """
    order = [report for report in _nearest_first(near) if report in story_of]
    ours = [report for report in order if story_of[report] == story_of[order[0]]]
    return [report for report in ours[-1:] if near[report] < _STRAY]


def _nearest_first(near: Mapping[str, float]) -> list[str]:
    return sorted(near, key=lambda report: (-near[report], report))


def _find_near(
    seeds: Iterable[Features], *, seen: int, index: Index, spread: Spread
) -> dict[str, float]:
    """Give the reports that may tell the same story as others, with the highest probability."""
    near: dict[str, float] = {}
    for seed in seeds:
        for report, score in _find_alike(seed, seen=seen, index=index, spread=spread):
            near[report] = max(score, near.get(report, 0.0))
    return near


def _find_alike(
    seed: Features, *, seen: int, index: Index, spread: Spread
) -> Iterator[tuple[str, float]]:
    """Give the reports that may tell the same story as one, with the probability."""
    day = seen if seed.day is None else seed.day
    terms = {term: _weigh(term, spread) for term in telling_terms(seed)}
    packed = index.find(terms, day=day, under=_UNDER_A_TERM, most=_CANDIDATES)
    found = [one for one in in_order(map(unpack, packed)) if one.report != seed.report]
    for (_, at), score in compare_all([seed, *found], spread=spread, first=1).scores.items():
        if score >= _NEAR:
            yield found[at - 1].report, score


def _weigh(term: str, spread: Spread) -> int:
    """Give the square of how telling a word is, in thousandths: sums of whole numbers are exact."""
    telling = spread.telling.get(term) or rarity(term)
    return round(1000 * telling * telling)


def _choose(
    ranked: Sequence[str],
    members: Mapping[str, Mapping[str, int]],
    near: Mapping[str, float],
    *,
    first: int,
    pinned: Collection[str],
) -> Iterator[Neighbour]:
    """Take the first stories, whatever their size, and of the others as many as there is room."""
    room = _MOST_REPORTS
    for at, story in enumerate(ranked):
        reports = members.get(story, {})
        most = _MOST_WHOLE if at < first else WHOLE
        compared = _sample(tuple(reports), near, most=most, pinned=pinned)
        size = min(len(compared), WHOLE)
        if reports and (at < first or size <= room):
            room -= size
            yield Neighbour(story=story, members=reports, compared=compared)


def _sample(
    members: tuple[str, ...], near: Mapping[str, float], *, most: int, pinned: Collection[str]
) -> tuple[str, ...]:
    """Give all reports of a story, or of many the first, the nearest, and some of each age."""
    if len(members) <= most:
        return members
    needed = [members[0], *(report for report in members if report in pinned)]
    nearest = sorted(members, key=lambda report: (-near.get(report, 0.0), report))[: WHOLE // 2]
    spaced = [members[at * len(members) // WHOLE] for at in range(WHOLE)]
    chosen = list(dict.fromkeys([*needed, *nearest, *spaced]))[: max(WHOLE, len(needed))]
    return tuple(report for report in members if report in set(chosen))
