from collections.abc import Callable

from stemma import archive, read
from stemma.stores import Store

DATED = """Halden bridge shut after cracks found

HALDEN, March 3, 2026 - The bridge in Halden was shut on Monday after a surveyor found cracks in
the second pier, the council said. Some 4,000 cars use the bridge every day. "We cannot take the
risk," said Ilse Marrow, who leads the council. Buses take the long way round by the mill.
"""
VAGUE = """Cracks close bridge at Halden

Halden's bridge, built in March 2022, stays shut after a surveyor found cracks in its second pier,
the council said. About 6,000 cars use the bridge each day. "We cannot take the risk," Ilse Marrow,
the head of the council, said. The ferry runs until midnight.
"""


def test_reports_are_shown_as_the_others_of_their_story_date_them(
    store: Store, add: Callable[..., archive.Added], workshop: archive.Workshop
):
    add(
        *(read.Raw(path=name, content=text.encode()) for name, text in (("a", DATED), ("b", VAGUE)))
    )
    (change,) = archive.refresh(store, workshop=workshop)
    with store.read() as ledger:
        place, coverage = archive.show(ledger, change.after.id)
        held = {one.report.id: one.report for one in ledger.reports.all()}
    assert place.story == change.after.id
    assert coverage.reports == change.reports
    (vague,) = (one for one in coverage.reports if one != held[one.id])
    assert vague.published is not None
    assert "from the other reports of the story" in vague.published.basis
