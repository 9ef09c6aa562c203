"""Reports left alone that belong to a story which average linkage finds too varied for them."""

from collections.abc import Collection, Mapping, Sequence

_NEAREST = 3
_NEAR = 0.37
_NEAR_AND_SOON = 0.3
_CLEARLY = 0.15
_SOON_DAYS = 14


def adopt(
    clusters: Sequence[Sequence[int]],
    scores: Mapping[tuple[int, int], float],
    days: Sequence[int | None],
    *,
    apart: Collection[tuple[int, int]] = (),
) -> list[list[int]]:
    """Give each lone report to the story whose three nearest reports are near on average.

    ``days`` are those of publication: reports of the same fortnight, or without a date, need be
    less near than others. The story must be clearly nearer than any other, have three reports
    of its own, and none that is ``apart`` from the lone one. All lone reports are weighed against
    the stories as they were: the order changes nothing. Of two that are ``apart`` from each other
    the nearer one goes.
    """
    stories = [list(cluster) for cluster in clusters if len(cluster) >= _NEAREST]
    adopted: dict[int, list[int]] = {}
    for cluster in clusters:
        if len(cluster) == 1 and stories:
            barred = _partners(cluster[0], apart)
            open_to = [story for story in stories if barred.isdisjoint(story)]
            story = _find_story(cluster[0], open_to, scores, days) if open_to else None
            if story is not None:
                adopted[cluster[0]] = story
    found = {tuple(cluster): list(cluster) for cluster in clusters if cluster[0] not in adopted}
    for alone in sorted(adopted, key=lambda one: (-_nearness(one, adopted[one], scores), one)):
        story = found[tuple(adopted[alone])]
        if _partners(alone, apart).isdisjoint(story):
            story.append(alone)
        else:
            found[alone,] = [alone]
    return [sorted(cluster) for cluster in found.values()]


def _find_story(
    alone: int,
    stories: Sequence[list[int]],
    scores: Mapping[tuple[int, int], float],
    days: Sequence[int | None],
) -> list[int] | None:
    order = sorted(
        ((_nearness(alone, story, scores), -at) for at, story in enumerate(stories)), reverse=True
    )
    best, place = order[0]
    second = order[1][0] if len(order) > 1 else 0.0
    story = stories[-place]
    soon = [other for other in story if _is_soon(days[alone], days[other])]
    near = best >= _NEAR or _nearness(alone, soon, scores) >= _NEAR_AND_SOON
    return story if near and best - second >= _CLEARLY else None


def _partners(report: int, pairs: Collection[tuple[int, int]]) -> set[int]:
    return {other for pair in pairs if report in pair for other in pair if other != report}


def _nearness(alone: int, others: Sequence[int], scores: Mapping[tuple[int, int], float]) -> float:
    near = sorted(
        (scores.get((min(alone, other), max(alone, other)), 0.0) for other in others),
        reverse=True,
    )
    return sum(near[:_NEAREST]) / _NEAREST


def _is_soon(left: int | None, right: int | None) -> bool:
    return left is None or right is None or abs(left - right) <= _SOON_DAYS
