"""What people decided about where invented reports have their text from."""

from tests.invented import make_report

from stemma.model import Node, Stemma
from stemma.trace import DecidedOrigin, count, rule


def test_who_was_decided_to_take_from_another_is_no_origin_whatever_voices_it_has():
    reports = [make_report(name=one, id=one, outlet=one.title()) for one in ("heron", "lantern")]
    nodes = tuple(
        Node(id=one.id, kind="report", name=one.name, has_own_voices=True) for one in reports
    )
    stemma = Stemma(nodes=nodes, edges=(), families=(("heron",), ("lantern",)))
    decided = DecidedOrigin(report="lantern", medium=None, reason="Ida Noll decided so")
    ruled = rule(stemma, reports, {"heron": decided})
    origins = count(ruled, reports, {"heron", "lantern"}).origins
    assert (origins.low, origins.high) == (1, 1)
