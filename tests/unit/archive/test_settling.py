"""Copies of one invented report, arriving at a store in any order."""

from collections.abc import Callable
from itertools import permutations

import pytest

from stemma import archive, read
from stemma.model import Report
from stemma.stores import Ledger, Store

Add = Callable[..., archive.Added]

PAGE = """<html><head><title>Halden bridge shut after cracks found</title>
<meta property="og:site_name" content="Halden Courier">
<link rel="canonical" href="https://haldencourier.example/bridge">
{date}</head><body><article>
<h1>Halden bridge shut after cracks found</h1>
<p>The bridge in Halden was shut on Monday after a surveyor found cracks in the second pier.</p>
<p>4,000 cars use the bridge every day, the council said. Buses go the long way by the mill.</p>
<p>"We cannot take the risk," said Ilse Marrow, who leads the council of the town.</p>
</article></body></html>"""
DATE = '<meta property="article:published_time" content="2026-03-04">'


@pytest.mark.parametrize("order", [*permutations(["dated", "undated"])])
def test_a_copy_without_a_date_does_not_cost_a_report_its_date(
    store: Store, add: Add, order: tuple[str, ...]
):
    pages = {"dated": PAGE.format(date=DATE), "undated": PAGE.format(date="")}
    for name in order:
        add(read.Raw(path=name, content=pages[name].encode()))
    with store.read() as ledger:
        (held,) = ledger.reports.all()
    assert held.report.paths == ("dated", "undated")
    assert held.report.published is not None
    assert held.report.published.value == "2026-03-04"


def standing(ledger: Ledger) -> list[Report]:
    """Give the reports that belong to the one story there is."""
    held = ledger.reports.all()
    (home,) = {ledger.stories.of_report(one.report.id) for one in held} - {None}
    members = ledger.stories.members(str(home))
    assert [one.report.id for one in held if one.superseded_by is None] == [*members]
    return [one.report for one in held if one.report.id in members]


def clip(raws: dict[str, read.Raw], site: str) -> read.Raw:
    url = f"https://{site}.example/bridge" if site else None
    return read.Raw(path=site or "clip", content=raws["bridge"].content, url=url)


@pytest.mark.parametrize("order", [*permutations(["", "quayside"])])
def test_a_copy_that_names_no_outlet_is_one_report_with_that_of_the_outlet(
    store: Store,
    add: Add,
    raws: dict[str, read.Raw],
    workshop: archive.Workshop,
    order: tuple[str, ...],
):
    for site in order:
        add(clip(raws, site))
        archive.refresh(store, workshop=workshop)
    with store.read() as ledger:
        (report,) = standing(ledger)
        assert archive.verify(ledger).problems == ()
    assert report.url == "https://quayside.example/bridge"
    assert report.paths == ("clip", "quayside")


def test_a_copy_stays_that_people_decided_about(
    store: Store, add: Add, raws: dict[str, read.Raw], workshop: archive.Workshop
):
    (first,) = add(clip(raws, "")).reports
    archive.refresh(store, workshop=workshop)
    request = archive.Request(kind="own_origin", names=(first,), author="Ida Noll")
    with store.write() as ledger:
        archive.take_down(ledger, request, now="2026-06-01T12:00:00Z")
    add(clip(raws, "quayside"))
    with store.read() as ledger:
        assert {report.paths for report in standing(ledger)} == {("clip",), ("quayside",)}
        (listed,) = archive.list_verdicts(ledger, run=workshop.understanding)
    assert listed.state == "in force"


@pytest.mark.parametrize("batches", [1, 3])
@pytest.mark.parametrize("order", [*permutations(["", "quayside", "tarnside"])])
def test_the_same_words_at_two_outlets_are_two_reports_whatever_came_first(
    store: Store, add: Add, raws: dict[str, read.Raw], order: tuple[str, ...], batches: int
):
    clips = [clip(raws, site) for site in order]
    for several in [clips] if batches == 1 else [[one] for one in clips]:
        add(*several)
    with store.read() as ledger:
        outlets = {report.outlet for report in standing(ledger)}
    assert len(outlets - {None}) == len(outlets) == 2
