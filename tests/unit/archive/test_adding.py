from collections.abc import Callable
from itertools import permutations

import pytest

from stemma import archive, read
from stemma.model import Failure
from stemma.stores import Store, open_store

Add = Callable[..., archive.Added]
Raws = dict[str, read.Raw]


def stories(store: Store) -> set[frozenset[str]]:
    with store.read() as ledger:
        found: set[frozenset[str]] = set()
        for story in {ledger.stories.of_report(name) for name in ledger.reports.ids()} - {None}:
            held = ledger.reports.several(ledger.stories.members(str(story)))
            found.add(frozenset(path for one in held for path in one.report.paths))
        return found


def test_new_reports_join_their_story_or_found_one(store: Store, add: Add, raws: Raws):
    assert len(add(raws["bridge"]).reports) == 1
    assert len(add(raws["otter"], raws["elsewhere"]).reports) == 2
    assert stories(store) == {frozenset({"bridge", "elsewhere"}), frozenset({"otter"})}


@pytest.mark.parametrize("order", [*permutations(["bridge", "elsewhere", "otter"])])
def test_the_order_of_arrival_makes_no_difference_to_the_stories(
    store: Store, add: Add, raws: Raws, order: tuple[str, ...]
):
    for name in order:
        add(raws[name])
    assert stories(store) == {frozenset({"bridge", "elsewhere"}), frozenset({"otter"})}


def test_a_story_keeps_its_id_when_reports_join(store: Store, add: Add, raws: Raws):
    (first,) = add(raws["bridge"]).reports
    with store.read() as ledger:
        before = ledger.stories.of_report(first)
    add(raws["elsewhere"])
    with store.read() as ledger:
        assert ledger.stories.of_report(first) == before


def test_adding_the_same_again_writes_nothing(
    store: Store, add: Add, raws: Raws, workshop: archive.Workshop, dump: Callable[[], list[str]]
):
    add(*raws.values())
    archive.refresh(store, workshop=workshop)
    before = dump()
    added = add(*raws.values())
    assert (added.known, added.reports, added.copies) == (3, (), 0)
    assert archive.refresh(store, workshop=workshop) == ()
    assert dump() == before


def test_the_same_words_in_another_file_are_a_path_of_the_report_that_is_held(
    store: Store, add: Add, raws: Raws
):
    (first,) = add(raws["bridge"]).reports
    again = read.Raw(path="again", content=raws["bridge"].content)
    assert add(again).copies == 1
    with store.read() as ledger:
        held = ledger.reports.find(first)
        assert held is not None
        assert held.report.paths == ("again", "bridge")
        assert ledger.reports.count() == 1


def test_what_cannot_be_read_is_kept_with_the_reason_until_it_can(
    store: Store, add: Add, raws: Raws
):
    lost = Failure(path="page", error="FetchError", message="'page' did not answer: try again")
    empty = read.Raw(path="bridge", content=b"")
    assert len(add(lost, empty, raws["otter"]).failures) == 2
    with store.read() as ledger:
        assert {failure.path for failure in ledger.raws.failures()} == {"page", "bridge"}
    add(raws["bridge"])
    with store.read() as ledger:
        assert {failure.path for failure in ledger.raws.failures()} == {"page"}


def test_what_was_read_is_there_after_closing_and_opening(
    tmp_path: object, workshop: archive.Workshop, raws: Raws
):
    location = f"{tmp_path}/stemma.db"
    store = open_store(location)
    archive.add(store, [raws["bridge"]], workshop=workshop)
    store.close()
    store = open_store(location)
    assert archive.add(store, [raws["bridge"]], workshop=workshop).known == 1
    assert stories(store) == {frozenset({"bridge"})}
    store.close()
