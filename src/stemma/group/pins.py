"""What people decided: reports that are, or are not, of one story, whatever the words say."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from stemma.group.linkage import Pair, link

_CERTAIN = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Pins:
    """Pairs of report ids that must be ``together`` in a story, and pairs that must be ``apart``.

    What is together is so through others too. Where pins contradict each other, ``apart`` holds.
    Reports ``taken_out`` of their stories go to no other for being somewhat like it: only to
    reports that they are more like than those that they are apart from.
    """

    together: frozenset[tuple[str, str]] = frozenset()
    apart: frozenset[tuple[str, str]] = frozenset()
    taken_out: frozenset[str] = frozenset()

    @property
    def reports(self) -> frozenset[str]:
        """Give the reports that people decided about."""
        return frozenset(report for pair in (*self.together, *self.apart) for report in pair)

    def partners(self, report: str) -> set[str]:
        """Give the reports that share a pin with one."""
        pairs = (pair for pair in (*self.together, *self.apart) if report in pair)
        return {other for pair in pairs for other in pair if other != report}


NO_PINS = Pins()


def places(pairs: frozenset[tuple[str, str]], reports: Sequence[str]) -> list[Pair]:
    """Give the pairs among these reports, as places ``earlier < later``."""
    at = {report: place for place, report in enumerate(reports)}
    found = ((at[left], at[right]) for left, right in pairs if left in at and right in at)
    return sorted((min(pair), max(pair)) for pair in found if pair[0] != pair[1])


def keep_out(
    scores: Mapping[Pair, float], taken_out: Collection[int], apart: Collection[Pair]
) -> dict[Pair, float]:
    """Leave out scores that would lead reports taken out of a story into the next best one."""
    left = {
        at: max(
            (score for pair, score in scores.items() if at in pair and pair in apart), default=0
        )
        for at in taken_out
    }
    return {
        pair: score
        for pair, score in scores.items()
        if all(score > left.get(at, 0.0) for at in pair) or pair in apart
    }


def bring_together(
    stories: Sequence[Sequence[int]], together: Sequence[Pair], apart: Sequence[Pair]
) -> list[list[int]]:
    """Let the reports of each pair in ``together`` be in one story, and bring their stories along.

    Where a pair in ``apart`` forbids that the two stories become one, the reports of ``together``
    come alone, to the larger of their stories, or away from all if that is forbidden too.
    """
    found = [list(story) for story in stories]
    for tied in _tie(together, apart):
        touched = [story for story in found if not tied.isdisjoint(story)]
        others = [story for story in found if tied.isdisjoint(story)]
        whole = [report for story in touched for report in story]
        if _agree(whole, apart):
            found = [*others, whole]
            continue
        left = [[report for report in story if report not in tied] for story in touched]
        left.sort(key=lambda story: (-len(story), story))
        homes = [story for story in left if _agree([*story, *tied], apart)][:1]
        stay = [story for story in left if story and story not in homes]
        found = [*others, *stay, [*tied, *(report for home in homes for report in home)]]
    return sorted(sorted(story) for story in found)


def _tie(together: Sequence[Pair], apart: Sequence[Pair]) -> list[set[int]]:
    """Give the sets of reports that pairs tie together, unless they must be apart."""
    count = max((right for _, right in together), default=-1) + 1
    within = [pair for pair in apart if pair[1] < count]
    scores = [(left, right, _CERTAIN) for left, right in together]
    tied = link(count, scores, threshold=_CERTAIN / count**2 if count else 1.0, apart=within)
    return [set(cluster) for cluster in tied if len(cluster) > 1]


def _agree(reports: Sequence[int], apart: Sequence[Pair]) -> bool:
    present = set(reports)
    return not any(left in present and right in present for left, right in apart)
