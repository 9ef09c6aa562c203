"""A report is not of its story: it leaves, and nothing else does."""

from collections.abc import Callable

import pytest

from stemma import archive, read
from stemma.model import Verdict
from stemma.stores import Store

Raws = dict[str, read.Raw]

LATER = """Halden council to rebuild bridge

HALDEN, March 9 - The bridge in Halden will be rebuilt by May, the council said, after a surveyor
found cracks in its second pier. "We cannot take the risk," said Ilse Marrow of the council.
"""
LAST = """Bridge at Halden to reopen in May

HALDEN, March 11 - The bridge in Halden, shut since a surveyor found cracks in its second pier,
opens again in May, Ilse Marrow, the head of the council, said. Buses take the way by the mill.
"""


def raw(name: str, text: str) -> read.Raw:
    return read.Raw(path=name, content=text.encode())


def homes(store: Store) -> dict[str, str | None]:
    with store.read() as ledger:
        return {name: ledger.stories.of_report(name) for name in ledger.reports.ids()}


def take_out(store: Store, report: str) -> Verdict:
    story = homes(store)[report]
    assert story is not None
    request = archive.Request(kind="different_story", names=(story, report), author="Ida Noll")
    with store.write() as ledger:
        return archive.take_down(ledger, request, now="2026-06-01T12:00:00Z")


@pytest.fixture
def bridges(
    store: Store, add: Callable[..., archive.Added], raws: Raws
) -> tuple[Store, tuple[str, ...]]:
    add(raws["otter"])
    kept = add(raws["bridge"], raws["elsewhere"], raw("later", LATER)).reports
    assert len({homes(store)[report] for report in kept}) == 1
    return store, kept


@pytest.mark.parametrize("place", [0, 1, 2])
def test_whichever_report_leaves_it_leaves_alone_and_comes_back_when_it_is_undone(
    bridges: tuple[Store, tuple[str, ...]], place: int
):
    store, kept = bridges
    before = homes(store)
    verdict = take_out(store, kept[place])
    after = homes(store)
    assert {report for report in before if before[report] != after[report]} == {kept[place]}
    assert list(after.values()).count(after[kept[place]]) == 1
    with store.write() as ledger:
        archive.undo(ledger, verdict.id, author="Bo Falk", reason=None, now="2026-06-02T12:00:00Z")
    assert homes(store) == before


def test_it_stays_out_and_the_others_together_as_reports_come_and_methods_change(
    bridges: tuple[Store, tuple[str, ...]],
    add: Callable[..., archive.Added],
    workshop: archive.Workshop,
):
    store, (first, *others) = bridges
    story = homes(store)[first]
    take_out(store, first)
    add(raw("last", LAST))
    archive.redo(store, workshop=workshop)
    after = homes(store)
    assert {after[report] for report in others} == {story}
    assert after[first] != story


def test_the_log_names_who_left(bridges: tuple[Store, tuple[str, ...]]):
    store, (first, *_) = bridges
    take_out(store, first)
    story = homes(store)[first] or ""
    with store.read() as ledger:
        (entry,) = (one for one in ledger.stories.history(story) if one.event == "split")
    assert entry.reports == (first,)
    assert entry.why.startswith("a person put")
