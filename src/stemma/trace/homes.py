"""Where an agency or outlet stands in a stemma: at its own report, or at a node of its own."""

from collections.abc import Iterable

from stemma.model import Node, Report, digest
from stemma.trace.media import Medium
from stemma.trace.precedence import came_before


def home(medium: Medium, taker: Report, reports: Iterable[Report]) -> Node:
    """Give the node from which a report takes what it has from a medium.

    That is the medium's own report, where the story has exactly one that the taker can have
    seen: nobody takes from a report that came out later. The only report of an agency is its
    own home.
    """
    printed = [report for report in reports if _is_of(report, medium)]
    if taker.id not in {report.id for report in printed}:
        printed = [report for report in printed if not came_before(taker, report)]
    if len(printed) == 1:
        return Node(id=printed[0].id, kind="report", name=printed[0].name)
    return abstract(medium)


def abstract(medium: Medium) -> Node:
    """Give the node of a medium apart from its reports."""
    if medium.is_agency:
        return Node(id=digest("agency", medium.name), kind="agency", name=medium.name)
    return Node(id=digest("lost", medium.name), kind="lost", name=medium.name)


def _is_of(report: Report, medium: Medium) -> bool:
    return medium.name == (report.agency if medium.is_agency else report.outlet)
