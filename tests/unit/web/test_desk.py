from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier, Event

import pytest

from stemma import archive, read
from stemma.newsroom import Newsroom
from stemma.stores import Store
from stemma.web.desk import Desk
from stemma.web.memory import Memory

Add = Callable[..., archive.Added]
Raws = dict[str, read.Raw]


def test_a_story_is_remembered_until_it_is_told_otherwise_itself(
    newsroom: Newsroom, store: Store, add: Add, raws: Raws, workshop: archive.Workshop
):
    desk = Desk(newsroom)
    add(raws["bridge"])
    (bridge,) = archive.refresh(store, workshop=workshop)
    first = desk.story(bridge.after.id)
    add(raws["otter"])
    archive.refresh(store, workshop=workshop)
    assert desk.story(bridge.after.id) is first
    _, found = desk.report(bridge.after.reports[0])
    assert found is first
    add(raws["elsewhere"])
    archive.refresh(store, workshop=workshop)
    assert len(desk.story(bridge.after.id).reports) == 2


def test_what_was_asked_least_lately_is_forgotten_first(newsroom: Newsroom):
    desk = Desk(newsroom)
    made: list[int] = []

    def page(number: int) -> str:
        made.append(number)
        return "x" * 90_000_000

    for number in (1, 2, 1, 3, 1, 2):
        desk.remember(number, lambda: page(number))  # noqa: B023 - called at once
    assert made == [1, 2, 3, 2]


def test_what_two_ask_at_once_is_made_once(newsroom: Newsroom):
    desk = Desk(newsroom)
    begun, go_on = Event(), Event()
    made: list[str] = []

    def make() -> str:
        begun.set()
        go_on.wait(10)
        made.append("page")
        return "page"

    with ThreadPoolExecutor() as readers:
        first = readers.submit(desk.remember, "key", make)
        begun.wait(10)
        second = readers.submit(desk.remember, "key", make)
        other = readers.submit(desk.remember, "other", lambda: "other page")
        assert other.result(10) == "other page"
        assert not second.done()
        go_on.set()
        assert {first.result(10), second.result(10)} == {"page"}
    assert made == ["page"]


def test_what_could_not_be_made_is_tried_again(newsroom: Newsroom):
    desk = Desk(newsroom)

    def fail() -> str:
        message = "not now"
        raise LookupError(message)

    with pytest.raises(LookupError, match="not now"):
        desk.remember("key", fail)
    assert desk.remember("key", lambda: "page") == "page"


def test_what_is_told_of_a_story_holds_while_others_change(
    newsroom: Newsroom, store: Store, add: Add, raws: Raws, workshop: archive.Workshop
):
    desk = Desk(newsroom)
    add(raws["bridge"])
    (bridge,) = archive.refresh(store, workshop=workshop)
    about = [bridge.after.id]
    first, everything = desk.state(about), desk.state([])
    add(raws["otter"])
    archive.refresh(store, workshop=workshop)
    assert desk.state(about) == desk.state([bridge.after.reports[0]]) == first
    assert desk.state([]) != everything
    request = archive.Request(kind="own_origin", names=(bridge.after.reports[0],), author="Ada")
    with store.write() as ledger:
        archive.take_down(ledger, request, now="2026-05-10T08:00:00Z")
    assert desk.state(about) != first
    decided = desk.state(about)
    add(raws["elsewhere"])
    archive.refresh(store, workshop=workshop)
    assert desk.state(about) != decided


def test_what_was_decided_is_listed_at_once_though_no_story_is_told_anew(
    newsroom: Newsroom, store: Store, add: Add, raws: Raws, workshop: archive.Workshop
):
    desk = Desk(newsroom)
    add(raws["bridge"])
    (bridge,) = archive.refresh(store, workshop=workshop)
    assert desk.verdicts() == ()
    request = archive.Request(kind="own_origin", names=(bridge.after.reports[0],), author="Ada")
    with store.write() as ledger:
        verdict = archive.take_down(ledger, request, now="2026-05-10T08:00:00Z")
    assert [one.verdict for one in desk.verdicts()] == [verdict]
    with store.write() as ledger:
        archive.undo(ledger, verdict.id, author="Ada", reason=None, now="2026-05-10T09:00:00Z")
    assert [one.state for one in desk.verdicts()] == ["undone", "in force"]


def test_a_story_without_reports_is_listed_no_longer(
    newsroom: Newsroom, store: Store, add: Add, raws: Raws, workshop: archive.Workshop
):
    desk = Desk(newsroom)
    add(raws["bridge"], raws["otter"])
    archive.refresh(store, workshop=workshop)
    first, second = desk.summaries()
    with store.write() as ledger:
        ledger.stories.empty(first.id, at="2026-05-10T08:00:00Z")
    assert desk.summaries() == (second,)


def test_a_story_told_otherwise_while_it_is_looked_up_is_never_kept_as_what_it_was(
    newsroom: Newsroom,
    add: Add,
    raws: Raws,
    workshop: archive.Workshop,
    monkeypatch: pytest.MonkeyPatch,
):
    desk = Desk(newsroom)
    add(raws["bridge"])
    (bridge,) = archive.refresh(newsroom.store, workshop=workshop)
    look_up, told = Memory.make, list[str]()

    def tell_first(memory: Memory, key: tuple[str, ...], make: Callable[[], object]) -> object:
        if key[0] == "story" and not told:
            told.append(key[2])
            add(raws["elsewhere"])
            archive.refresh(newsroom.store, workshop=workshop)
        return look_up(memory, key, make)

    monkeypatch.setattr(Memory, "make", tell_first)
    assert len(desk.story(bridge.after.id).reports) == 2
    assert told


def test_two_are_made_at_a_time_and_who_makes_one_may_ask_for_more(newsroom: Newsroom):
    desk = Desk(newsroom)
    at_work, most = list[int](), list[int]()
    begun = Barrier(2)

    def make(number: int) -> str:
        at_work.append(number)
        most.append(len(at_work))
        if number < 2:
            begun.wait(10)
        desk.remember(("part of", number), lambda: "part")
        at_work.remove(number)
        return "page"

    with ThreadPoolExecutor(8) as readers:
        asked = [
            readers.submit(desk.remember, number, partial(make, number)) for number in range(8)
        ]
        assert {one.result(10) for one in asked} == {"page"}
    assert max(most) == 2
