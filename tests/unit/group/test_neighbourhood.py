from collections.abc import Mapping, Sequence

import numpy as np

from stemma.group import Change, Features, MemoryIndex, add, arrive, count_common
from stemma.group.bag import fill
from stemma.group.neighbourhood import Neighbourhood, find_neighbourhood
from stemma.group.pins import NO_PINS

SEEN = 739_000
FERRY = [f"zf{letter}" for letter in "abcdefghijkl"]
MILL = [f"zm{letter}" for letter in "abcdefghijkl"]
STRAY = [*FERRY[-2:], *MILL[-8:]]


def make_features(name: str, told: Sequence[str]) -> Features:
    """Make a report that tells so many words of two events, and ten of its own."""
    words = [*told, *(f"z{name}{at}" for at in range(10))]
    rows = np.zeros((1, 2), np.float32)
    ferry = sum(word in FERRY for word in told) / len(told)
    rows[0] = ferry**0.5, (1 - ferry) ** 0.5
    return Features(
        report=name,
        words=fill(dict.fromkeys(words, 1)),
        names=fill(dict.fromkeys(told[::2], 1)),
        opening=rows,
        marks=frozenset(told),
        told_first=frozenset(told[:3]),
        day=None,
    )


def make_index(stories: Mapping[str, Mapping[str, Sequence[str]]]) -> MemoryIndex:
    index = MemoryIndex()
    for story, reports in stories.items():
        for name, told in reports.items():
            add(make_features(name, told), index=index, seen=SEEN)
        index.apply(Change(stories={story: tuple(reports)}))
    return index


def look(newcomer: Features, index: MemoryIndex) -> Neighbourhood:
    seeds = {newcomer.report: newcomer}
    spread = count_common(index)
    return find_neighbourhood(seeds, seen=SEEN, index=index, spread=spread, pins=NO_PINS)


def stories_near(newcomer: Features, index: MemoryIndex) -> list[str]:
    return [story.story for story in look(newcomer, index).stories]


def test_a_story_that_only_a_stray_of_the_nearest_story_is_near_comes_in():
    mill = {"mill-1": MILL, "mill-2": MILL}
    ferry = {"ferry-1": FERRY, "ferry-2": FERRY}
    newcomer = make_features("newcomer", FERRY)
    without = make_index({"ferry": ferry, "mill": mill})
    assert stories_near(newcomer, without) == ["ferry"]
    index = make_index({"ferry": {**ferry, "stray": STRAY}, "mill": mill})
    assert stories_near(newcomer, index) == ["ferry", "mill"]


def test_a_report_that_came_before_its_own_story_goes_home_when_the_story_it_joined_grows():
    ferry = {"ferry-1": FERRY, "stray": STRAY, "ferry-2": FERRY}
    index = make_index({"ferry": ferry, "mill": {"mill-1": MILL, "mill-2": MILL}})
    change = arrive(make_features("newcomer", FERRY), index=index, seen=SEEN)
    assert change.stories == {
        "ferry": ("ferry-1", "ferry-2", "newcomer"),
        "mill": ("stray", "mill-1", "mill-2"),
    }
    assert change.redirects == ()
