"""Reports left alone that belong to a story which average linkage finds too varied for them."""

from collections.abc import Mapping, Sequence

_NEAREST = 3
_NEAR = 0.35
_CLEARLY = 0.15


def adopt(
    clusters: Sequence[Sequence[int]], scores: Mapping[tuple[int, int], float]
) -> list[list[int]]:
    """Give each lone report to the story whose three nearest reports are near on average.

    That story must be clearly nearer than any other. Only stories of three or more adopt, and
    all lone reports are weighed against the stories as they were: the order changes nothing.
    """
    stories = [cluster for cluster in clusters if len(cluster) >= _NEAREST]
    adopted: dict[int, list[int]] = {}
    for cluster in clusters:
        if len(cluster) > 1 or not stories:
            continue
        alone = cluster[0]
        order = sorted(
            ((_nearness(alone, story, scores), -at) for at, story in enumerate(stories)),
            reverse=True,
        )
        best, place = order[0]
        second = order[1][0] if len(order) > 1 else 0.0
        if best >= _NEAR and best - second >= _CLEARLY:
            adopted[alone] = list(stories[-place])
    found = {tuple(cluster): list(cluster) for cluster in clusters if cluster[0] not in adopted}
    for alone, story in sorted(adopted.items()):
        found[tuple(story)].append(alone)
    return [sorted(cluster) for cluster in found.values()]


def _nearness(alone: int, story: Sequence[int], scores: Mapping[tuple[int, int], float]) -> float:
    near = sorted(
        (scores.get((min(alone, other), max(alone, other)), 0.0) for other in story), reverse=True
    )
    return sum(near[:_NEAREST]) / _NEAREST
