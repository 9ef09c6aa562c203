"""Copies of one invented report, arriving at a store in any order."""

from collections.abc import Callable
from itertools import permutations

import pytest

from stemma import archive, read
from stemma.stores import Store

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
    store: Store, add: Callable[..., archive.Added], order: tuple[str, ...]
):
    pages = {"dated": PAGE.format(date=DATE), "undated": PAGE.format(date="")}
    for name in order:
        add(read.Raw(path=name, content=pages[name].encode()))
    with store.read() as ledger:
        (held,) = ledger.reports.all()
    assert held.report.paths == ("dated", "undated")
    assert held.report.published is not None
    assert held.report.published.value == "2026-03-04"
