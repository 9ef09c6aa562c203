from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations
from random import Random

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stemma.group import (
    Change,
    Features,
    MemoryIndex,
    Pins,
    add,
    arrive,
    find_features,
    group,
    regroup,
    remove,
)
from stemma.group.bag import fill
from stemma.model import Annotated, digest

SEEN = 739_000


def take(index: MemoryIndex, report: Annotated, pins: Pins | None = None) -> Change:
    features = find_features(report)
    change = arrive(features, index=index, seen=SEEN, pins=pins or Pins())
    add(features, index=index, seen=SEEN)
    index.apply(change)
    return change


def take_all(reports: Sequence[Annotated]) -> MemoryIndex:
    index = MemoryIndex()
    for report in reports:
        take(index, report)
    return index


def parts(index: MemoryIndex) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted(tuple(sorted(members)) for members in index.stories().values()))


def test_the_first_report_founds_a_story(almery: list[Annotated]):
    change = take(MemoryIndex(), almery[0])
    first = almery[0].report.id
    assert change.stories == {digest("story", first): (first,)}
    assert [step.event for step in change.steps] == ["founded"]


def test_a_report_of_the_same_event_joins_and_the_log_says_why(almery: list[Annotated]):
    index = take_all(almery[:1])
    step = take(index, almery[1]).steps[0]
    assert step.event == "joined"
    assert step.story == digest("story", almery[0].report.id)
    assert step.reports == (almery[1].report.id,)
    assert "brodersen" in step.why


def test_a_report_of_something_else_founds_a_story_and_the_log_says_why(
    almery: list[Annotated], bakery: Annotated
):
    step = take(take_all(almery), bakery).steps[0]
    assert step.event == "founded"
    assert step.why.startswith("no story is near")


def test_a_report_that_is_known_changes_nothing(almery: list[Annotated]):
    index = take_all(almery)
    features = find_features(almery[0])
    assert arrive(features, index=index, seen=SEEN) == Change()


def test_any_order_of_arrival_gives_what_grouping_at_once_gives(
    almery: list[Annotated], corvin: list[Annotated], bakery: Annotated
):
    reports = [*almery, corvin[0], corvin[1], bakery]
    wanted = group(reports)
    for order in list(permutations(reports))[::37]:
        assert parts(take_all(order)) == wanted


def test_each_order_of_arrival_gives_ids_by_the_report_that_came_first(almery: list[Annotated]):
    for order in permutations(almery):
        assert set(take_all(order).stories()) == {digest("story", order[0].report.id)}


def test_stories_that_a_person_brings_together_become_one(
    almery: list[Annotated], bakery: Annotated
):
    index = take_all([*almery, bakery])
    pins = Pins(together=frozenset({(bakery.report.id, almery[1].report.id)}))
    change = regroup([bakery.report.id], index=index, seen=SEEN, pins=pins)
    older, younger = digest("story", almery[0].report.id), digest("story", bakery.report.id)
    assert change.redirects == ((younger, older),)
    assert set(change.stories[older]) == {one.report.id for one in (*almery, bakery)}
    assert "a person" in change.steps[0].why


def test_a_report_that_a_person_takes_out_has_a_new_story(almery: list[Annotated]):
    index = take_all(almery)
    out = almery[1].report.id
    pins = Pins(apart=frozenset((one.report.id, out) for one in (almery[0], almery[2])))
    change = regroup([out], index=index, seen=SEEN, pins=pins)
    assert change.stories[digest("story", out)] == (out,)
    split = next(step for step in change.steps if step.event == "split")
    assert split.other == digest("story", almery[0].report.id)
    assert "a person" in split.why


def test_what_a_person_decided_holds_when_another_report_arrives(almery: list[Annotated]):
    pins = Pins(apart=frozenset({(almery[0].report.id, almery[1].report.id)}))
    index = MemoryIndex()
    for report in almery:
        take(index, report, pins)
    assert not any(
        {almery[0].report.id, almery[1].report.id} <= set(members)
        for members in index.stories().values()
    )


def test_looking_anew_where_nobody_decided_changes_nothing(
    almery: list[Annotated], corvin: list[Annotated]
):
    index = take_all([*almery, *corvin])
    for report in (*almery, *corvin):
        assert regroup([report.report.id], index=index, seen=SEEN) == Change()


@pytest.mark.parametrize("copies", [60, 150])
def test_a_story_of_many_reports_takes_in_another(almery: list[Annotated], copies: int):
    index = MemoryIndex()
    features = find_features(almery[0])
    story = digest("story", "copy-000")
    names = [f"copy-{at:03}" for at in range(copies)]
    for name in names:
        add(replace(features, report=name), index=index, seen=SEEN)
    index.apply(Change(stories={story: tuple(names)}))
    change = arrive(find_features(almery[1]), index=index, seen=SEEN)
    assert change.stories == {story: (*names, almery[1].report.id)}


def test_a_report_of_a_story_that_the_index_does_not_know_stays_in_it(almery: list[Annotated]):
    index = take_all(almery[:2])
    story = digest("story", almery[0].report.id)
    add(replace(find_features(almery[0]), report="report:lost"), index=index, seen=SEEN)
    known = (almery[0].report.id, almery[1].report.id)
    index.apply(Change(stories={story: (*known, "report:lost")}))
    remove("report:lost", index=index)
    change = take(index, almery[2])
    assert set(change.stories[story]) == {*known, "report:lost", almery[2].report.id}


def crowd(index: MemoryIndex, *events: int, size: int) -> tuple[str, ...]:
    """Let a story have so many reports, of these events in turns."""
    random = Random(size)  # noqa: S311 - words, not secrets
    names = tuple(f"report:{at:04}" for at in range(size))
    for at, name in enumerate(names):
        add(make_features(name, events[at % len(events)], random), index=index, seen=SEEN)
    index.apply(Change(stories={digest("story", names[0]): names}))
    return names


def make_another(number: int) -> Features:
    """Make one more report of the first event."""
    return make_features(f"report:{number}", 0, Random(number))  # noqa: S311 - as above


def test_a_story_of_many_reports_falls_apart_where_it_should_once_it_has_grown():
    for size, falls_apart in ((45, False), (50, True)):
        index = MemoryIndex()
        names = crowd(index, 0, 4, size=size)
        newcomer = make_another(9999)
        change = arrive(newcomer, index=index, seen=SEEN)
        if falls_apart:
            wanted = {(*names[0::2], "report:9999"), names[1::2]}
            assert set(change.stories.values()) == wanted
            assert {step.event for step in change.steps} == {"joined", "split"}
        else:
            assert set(change.stories.values()) == {(*names, "report:9999")}


@pytest.mark.parametrize("size", [60, 260])
@pytest.mark.parametrize("out", [7, 41])
def test_a_report_can_be_taken_out_of_a_story_of_many(size: int, out: int):
    index = MemoryIndex()
    names = crowd(index, 0, size=size)
    story, parted = digest("story", names[0]), names[out]
    pins = Pins(apart=frozenset((one, parted) for one in names if one != parted))
    index.apply(regroup([parted], index=index, seen=SEEN, pins=pins))
    rest = tuple(one for one in names if one != parted)
    assert parts(index) == tuple(sorted([rest, (parted,)]))
    newcomer = make_another(9999)
    change = arrive(newcomer, index=index, seen=SEEN, pins=pins)
    assert set(change.stories[story]) >= {*rest}
    assert parted not in change.stories[story]


@pytest.mark.parametrize("size", [60, 260])
@pytest.mark.parametrize("out", [7, 8, 41])
def test_two_reports_of_a_story_of_many_that_people_part_stay_apart(size: int, out: int):
    index = MemoryIndex()
    names = crowd(index, 0, size=size)
    pins = Pins(apart=frozenset({(names[0], names[out])}))
    index.apply(regroup([names[0], names[out]], index=index, seen=SEEN, pins=pins))
    for at in range(5):
        newcomer = make_another(9990 + at)
        change = arrive(newcomer, index=index, seen=SEEN, pins=pins)
        add(newcomer, index=index, seen=SEEN)
        index.apply(change)
    assert sorted(one for story in parts(index) for one in story) == sorted(
        [*names, *(f"report:999{at}" for at in range(5))]
    )
    assert not any({names[0], names[out]} <= set(story) for story in parts(index))


WORDS = [f"z{letter}{other}" for letter in "abcdef" for other in "ghij"]
PAIRS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=4)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.integers(0, 5), min_size=1, max_size=10), PAIRS, PAIRS, st.randoms())
def test_whatever_arrives_every_report_is_in_one_story_and_every_id_leads_to_one(
    events: list[int],
    together: list[tuple[int, int]],
    apart: list[tuple[int, int]],
    random: Random,
):
    index = MemoryIndex()
    pins = Pins(together=pairs_of(together), apart=pairs_of(apart))
    live: set[str] = set()
    for at, event in enumerate(events):
        newcomer = make_features(f"report:{at}", event, random)
        change = arrive(newcomer, index=index, seen=SEEN, pins=pins)
        add(newcomer, index=index, seen=SEEN)
        index.apply(change)
        for story, target in change.redirects:
            assert story in live
            assert target in index.stories()
        live = set(index.stories())
        grouped = [report for members in index.stories().values() for report in members]
        assert sorted(grouped) == [f"report:{before}" for before in range(at + 1)]
        assert {step.story for step in change.steps} | {step.other for step in change.steps} <= {
            None,
            *live,
            *(story for story, _ in change.redirects),
        }
        assert not any(
            {left, right} <= set(members)
            for left, right in pins.apart
            for members in index.stories().values()
        )


def pairs_of(pairs: list[tuple[int, int]]) -> frozenset[tuple[str, str]]:
    return frozenset(
        (f"report:{left}", f"report:{right}") for left, right in pairs if left != right
    )


def make_features(name: str, event: int, random: Random) -> Features:
    """Make a report of an event that shares words with the next event."""
    told = random.sample(WORDS[event * 3 : event * 3 + 9], 6)
    counted = dict.fromkeys([*told, f"q{name[7:]}"], 1)
    rows = np.zeros((1, 8), np.float32)
    rows[0, event], rows[0, event + 1] = 0.8, 0.6
    return Features(
        report=name,
        words=fill(counted),
        names=fill(dict.fromkeys(told[:4], 1)),
        opening=rows,
        marks=frozenset(told),
        told_first=frozenset(told[:3]),
        day=None,
    )
