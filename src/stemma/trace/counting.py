"""Reports, outlets, publisher families and independent origins: four numbers."""

from collections.abc import Collection, Sequence

from stemma.model import Counts, Edge, Origins, Report, Stemma
from stemma.trace.families import join


def count(stemma: Stemma, reports: Sequence[Report], members: Collection[str]) -> Counts:
    """Count the support that some reports of a story give.

    ``members`` are report ids. An outlet or publisher that is not known counts as one of its
    own. Origins are a range. ``high`` counts the stemma's families among the members, those of
    one outlet's own reporting taken together: an outlet does not corroborate itself. ``low``
    also joins what is only possibly tied, and leaves out reports that only retell another
    outlet's story; where there are members at all it is 1 or more. So what cannot be told
    widens the range, and never adds an origin.
    """
    chosen = sorted((one for one in reports if one.id in members), key=lambda one: one.id)
    known = {one.id for one in chosen}
    edges = [*stemma.edges, *_same_outlet(stemma, chosen)]
    everyone = {one.id for one in reports}
    sure = [set(family) & known for family in join(edges, everyone, possible=False)]
    maybe = [set(family) & known for family in join(edges, everyone, possible=True)]
    retold = _retold(stemma)
    high = sum(bool(family) for family in sure)
    low = sum(bool(family - retold) for family in maybe)
    return Counts(
        reports=len(chosen),
        outlets=len({one.outlet or one.id for one in chosen}),
        families=len({one.family or one.outlet or one.id for one in chosen}),
        origins=Origins(low=max(low, min(1, high)), high=high),
    )


def _same_outlet(stemma: Stemma, reports: Sequence[Report]) -> list[Edge]:
    """Tie the reports of one outlet that are nobody else's copy."""
    others = {
        edge.target
        for edge in stemma.edges
        if edge.kind != "citation" and edge.strength != "possible"
    }
    first: dict[str, str] = {}
    edges: list[Edge] = []
    for report in reports:
        if report.outlet is None or report.id in others:
            continue
        source = first.setdefault(report.outlet, report.id)
        if source != report.id:
            edges.append(
                Edge(
                    source=source,
                    target=report.id,
                    kind="borrowing",
                    strength="certain",
                    weight=1.0,
                    evidence=(),
                )
            )
    return edges


def _retold(stemma: Stemma) -> set[str]:
    """Find the reports that do nothing but retell a medium whose report is not there."""
    absent = {node.id for node in stemma.nodes if node.kind != "report"}
    named = {node.id for node in stemma.nodes if node.name != _LOST}
    return {
        edge.target
        for edge in stemma.edges
        if edge.kind == "borrowing"
        and edge.strength != "possible"
        and edge.source in absent & named
    }


_LOST = "a lost copy"
