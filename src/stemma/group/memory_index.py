"""An index that lasts as long as the program."""

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from stemma.group.change import Change


class MemoryIndex:
    """Reports, where they are found, and the stories they belong to (see ``index.Index``)."""

    def __init__(self) -> None:
        """Begin without reports."""
        self._kept: dict[str, bytes] = {}
        self._places: dict[str, int] = {}
        self._order: list[str] = []
        self._day: dict[str, int] = {}
        self._under: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        self._counts: Counter[str] = Counter()
        self._story: dict[str, str] = {}
        self._members: dict[str, tuple[str, ...]] = {}

    def size(self) -> int:
        """Count the reports."""
        return len(self._kept)

    def common_words(self, *, least: int) -> Mapping[str, int]:
        """Give the words that at least so many reports have, with the number of reports."""
        return {word: count for word, count in self._counts.items() if count >= least}

    def find(self, terms: Mapping[str, int], *, day: int, under: int, most: int) -> Sequence[bytes]:
        """Give the packed features of ``most`` reports that are found by terms that weigh most."""
        weights: Counter[int] = Counter()
        for term, weight in terms.items():
            reports = self._under.get(term, [])
            middle = bisect_left(reports, (day + 1, -1))
            for _, place in reports[max(0, middle - under // 2) : middle + under // 2]:
                weights[place] += weight
        order = sorted(weights, key=lambda place: (-weights[place], place))
        return [self._kept[self._order[place]] for place in order[:most]]

    def read(self, reports: Sequence[str]) -> Mapping[str, bytes]:
        """Give the packed features of those reports that are known."""
        return {report: self._kept[report] for report in reports if report in self._kept}

    def stories_of(self, reports: Sequence[str]) -> Mapping[str, str]:
        """Give the story of each report that belongs to one."""
        return {report: self._story[report] for report in reports if report in self._story}

    def members(self, stories: Sequence[str]) -> Mapping[str, Mapping[str, int]]:
        """Give the reports of each story in order of arrival, with their place in that order."""
        found = {story: self._members.get(story, ()) for story in stories}
        return {
            story: {report: self._places[report] for report in members}
            for story, members in found.items()
            if members
        }

    def is_taken(self, story: str) -> bool:
        """Tell whether a story has, or ever had, this id."""
        return story in self._members

    def add(
        self, report: str, *, day: int, terms: Sequence[str], words: Sequence[str], features: bytes
    ) -> None:
        """Take in a report: to be found under ``terms``, and counted under ``words``."""
        place = self._places[report] = len(self._order)
        self._order.append(report)
        self._kept[report] = features
        self._day[report] = day
        self._counts.update(words)
        for term in terms:
            insort(self._under[term], (day, place))

    def remove(self, report: str, *, terms: Sequence[str], words: Sequence[str]) -> None:
        """Forget a report that was taken in so."""
        del self._kept[report]
        self._counts.subtract(words)
        for term in terms:
            self._under[term].remove((self._day[report], self._places[report]))

    def apply(self, change: Change) -> None:
        """Let reports belong to stories as a change says."""
        for story, members in change.stories.items():
            self._members[story] = tuple(sorted(members, key=self._places.__getitem__))
            self._story.update(dict.fromkeys(members, story))
        for story, _ in change.redirects:
            self._members[story] = ()

    def stories(self) -> dict[str, tuple[str, ...]]:
        """Give the stories that have reports."""
        return {story: members for story, members in self._members.items() if members}
