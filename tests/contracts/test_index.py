"""What holds of every index that grouping looks reports up in: the one in memory, and a store's.

The words are invented.
"""

from collections.abc import Iterator, Sequence
from random import Random

import numpy as np
import pytest
from tests.contracts.keeping import NOON, keep
from tests.invented import make_report

from stemma import group
from stemma.group.bag import fill
from stemma.group.features import Features
from stemma.group.index import Index
from stemma.group.memory_index import MemoryIndex
from stemma.group.packing import unpack
from stemma.stores import Ledger, Store

DAY = 739_685


def make_features(
    name: str, words: str, *, day: int | None = DAY, opening: Sequence[float] = (1.0, 0.0)
) -> Features:
    counted = dict.fromkeys(words.split(), 1)
    names = {word: 1 for word in counted if word.startswith("z")}
    return Features(
        report=name,
        words=fill(counted),
        names=fill(names),
        opening=np.array([opening], np.float32),
        marks=frozenset(names),
        told_first=frozenset(names),
        day=day,
    )


class Newsroom:
    """An index of either kind, with what lets it know reports and stories."""

    def __init__(self, ledger: Ledger | None) -> None:
        self._ledger = ledger
        self._memory = MemoryIndex()
        self.index: Index = self._memory if ledger is None else ledger.index

    def know(self, *several: Features) -> None:
        for features in several:
            if self._ledger is not None:
                name = features.report
                keep(self._ledger, make_report(name=name, id=name), words=name)
            group.add(features, index=self.index, seen=DAY)

    def change(self, change: group.Change) -> None:
        if self._ledger is None:
            self._memory.apply(change)
            return
        stories = self._ledger.stories
        for story, members in change.stories.items():
            stories.found(story, at=NOON)
            stories.place(story, members, at=NOON)
        for story, target in change.redirects:
            stories.redirect(story, target)


@pytest.fixture(params=["alone", "stored"])
def newsroom(request: pytest.FixtureRequest, store: Store) -> Iterator[Newsroom]:
    with store.write() as ledger:
        yield Newsroom(ledger if request.param == "stored" else None)


def test_an_empty_index_finds_nothing(newsroom: Newsroom):
    index = newsroom.index
    assert index.size() == 0
    assert not index.common_words(least=50)
    assert not index.find({"zorvan": 1}, day=DAY, under=10, most=10)
    assert not index.find({}, day=DAY, under=10, most=10)
    assert not index.read(["report:a"])
    assert not index.stories_of(["report:a"])
    assert not index.members(["story:a"])
    assert not index.is_taken("story:a")


def find(
    index: Index, terms: dict[str, int], *, day: int = DAY, under: int = 200, most: int = 200
) -> list[str]:
    packed = index.find(terms, day=day, under=under, most=most)
    return [unpack(one).report for one in packed]


def test_reports_are_found_by_their_words_those_that_weigh_most_first(newsroom: Newsroom):
    newsroom.know(
        make_features("report:a", "zorvan"),
        make_features("report:b", "zorvan quell"),
        make_features("report:c", "quell"),
        make_features("report:d", "brell"),
    )
    index = newsroom.index
    assert find(index, {"zorvan": 2, "quell": 3, "absent": 9}) == [
        "report:b",
        "report:c",
        "report:a",
    ]
    assert find(index, {"zorvan": 2, "quell": 2}) == ["report:b", "report:a", "report:c"]
    assert find(index, {"zorvan": 2, "quell": 3}, most=1) == ["report:b"]


def test_features_come_back_by_report(newsroom: Newsroom):
    newsroom.know(make_features("report:a", "zorvan quell"))
    found = newsroom.index.read(["report:a", "report:none"])
    assert list(found) == ["report:a"]
    assert unpack(found["report:a"]).words.words == ("quell", "zorvan")


def test_the_reports_nearest_to_a_day_are_found(newsroom: Newsroom):
    days = {f"report:{day:02}": DAY + day for day in range(20)}
    newsroom.know(*(make_features(one, "zorvan", day=day) for one, day in days.items()))
    found = find(newsroom.index, {"zorvan": 1}, day=DAY + 10, under=6)
    assert found == [f"report:{day:02}" for day in (8, 9, 10, 11, 12, 13)]


def test_of_one_day_the_latest_to_arrive_are_found(newsroom: Newsroom):
    newsroom.know(*(make_features(f"report:{at}", "zorvan") for at in range(9)))
    found = find(newsroom.index, {"zorvan": 1}, under=6)
    assert found == ["report:6", "report:7", "report:8"]


def test_any_string_may_be_a_word(newsroom: Newsroom):
    odd = ["\udce9", "';--", "é\u0301", ":day", "%s"]
    newsroom.know(make_features("report:a", " ".join(odd)))
    for word in odd:
        assert find(newsroom.index, {word: 1}) == ["report:a"]


def test_words_of_many_reports_are_counted(newsroom: Newsroom):
    several = [make_features(f"report:{at:02}", "zorvan quell") for at in range(45)]
    newsroom.know(*several, *(make_features(f"report:x{at}", "quell") for at in range(5)))
    index = newsroom.index
    assert index.size() == 50
    assert index.common_words(least=45) == {"zorvan": 45, "quell": 50}
    assert index.common_words(least=46) == {"quell": 50}


def test_what_is_removed_is_neither_found_nor_counted(newsroom: Newsroom):
    several = [make_features(f"report:{at:02}", "zorvan quell") for at in range(45)]
    newsroom.know(*several)
    index = newsroom.index
    for name in ("report:44", "report:44", "report:none"):
        group.remove(name, index=index)
    assert index.size() == 44
    assert index.common_words(least=44) == {"zorvan": 44, "quell": 44}
    assert "report:44" not in find(index, {"zorvan": 1})
    assert not index.read(["report:44"])


def test_stories_have_their_reports_in_order_of_arrival(newsroom: Newsroom):
    newsroom.know(*(make_features(f"report:{name}", "zorvan") for name in "cab"))
    change = group.Change(
        stories={"story:x": ("report:a", "report:c"), "story:y": ("report:b",)},
    )
    newsroom.change(change)
    index = newsroom.index
    assert index.stories_of(["report:a", "report:b", "report:none"]) == {
        "report:a": "story:x",
        "report:b": "story:y",
    }
    members = index.members(["story:x", "story:y", "story:none"])
    assert {story: list(found) for story, found in members.items()} == {
        "story:x": ["report:c", "report:a"],
        "story:y": ["report:b"],
    }
    places = [place for found in members.values() for place in found.values()]
    assert len(set(places)) == 3


def test_a_story_that_was_merged_away_has_no_reports_and_keeps_its_id(newsroom: Newsroom):
    newsroom.know(*(make_features(f"report:{name}", "zorvan") for name in "ab"))
    newsroom.change(group.Change(stories={"story:x": ("report:a",), "story:y": ("report:b",)}))
    newsroom.change(
        group.Change(
            stories={"story:x": ("report:a", "report:b")}, redirects=(("story:y", "story:x"),)
        )
    )
    index = newsroom.index
    assert not index.members(["story:y"])
    assert index.is_taken("story:y")
    assert not index.is_taken("story:z")


def arrivals(seed: int) -> list[Features]:
    """Make reports of eight events in an order of their own."""
    random = Random(seed)  # noqa: S311 - an order, not a secret
    found: list[Features] = []
    for event in range(8):
        angle = event * 0.7
        told = [f"z{event}{letter}" for letter in "abcdefgh"]
        for at in range(5):
            words = " ".join([*random.sample(told, 6), f"q{event}{at}", "bridge", "minister"])
            opening = (float(np.cos(angle)), float(np.sin(angle)))
            found.append(make_features(f"report:{event}{at}", words, opening=opening))
    random.shuffle(found)
    return found


@pytest.mark.parametrize("seed", [1, 2])
def test_a_store_groups_as_memory_does(newsroom: Newsroom, seed: int):
    alone = Newsroom(None)
    for features in arrivals(seed):
        changes: list[group.Change] = []
        for room in (alone, newsroom):
            changes.append(group.arrive(features, index=room.index, seen=DAY))
            room.know(features)
            room.change(changes[-1])
        assert changes[0] == changes[1]
    assert len(set(newsroom.index.stories_of([f"report:{at}0" for at in range(8)]).values())) == 8
