"""What people decided about where reports have their text from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from stemma.model import Edge, Evidence, Node, Report, Stemma
from stemma.trace.families import join
from stemma.trace.homes import home
from stemma.trace.media import Media, Medium, know_media


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidedOrigin:
    """Where a report has its text from: a report (by id), a medium (by name), or nowhere else.

    ``reason`` says who decided so.
    """

    report: str | None
    medium: str | None
    reason: str


def rule(stemma: Stemma, reports: Sequence[Report], decided: Mapping[str, DecidedOrigin]) -> Stemma:
    """Draw a stemma anew where people decided on an origin; ``decided`` goes by report id.

    What a report was read to take is left out, citations stay. What others share with a report
    that is its own origin, by way of a lost copy, they have from that report.
    Who was decided to take from something is no origin, whatever voices it has besides.
    """
    if not decided:
        return stemma
    media = know_media(reports)
    by_id = {report.id: report for report in reports}
    own = {name for name, origin in decided.items() if not (origin.report or origin.medium)}
    edges = [
        edge
        for edge in _from_own(stemma, own)
        if edge.target not in decided or edge.kind == "citation"
    ]
    nodes = {node.id: node for node in stemma.nodes}
    for name, origin in sorted(decided.items()):
        source = _source(origin, by_id[name], reports, media)
        if source is not None and source.id != name:
            nodes.setdefault(source.id, source)
            nodes[name] = replace(nodes[name], has_own_voices=False)
            edges = [edge for edge in edges if (edge.source, edge.target) != (name, source.id)]
            edges.append(_edge(source.id, name, origin.reason))
    used = {edge.source for edge in edges} | {edge.target for edge in edges} | by_id.keys()
    return Stemma(
        nodes=tuple(nodes[name] for name in sorted(nodes) if name in used),
        edges=tuple(sorted(edges, key=lambda edge: (edge.source, edge.target, edge.kind))),
        families=join(edges, by_id, possible=False),
    )


def _from_own(stemma: Stemma, own: set[str]) -> list[Edge]:
    """Let a lost copy behind a report that is its own origin be that report."""
    lost = {node.id for node in stemma.nodes if node.is_lost_copy}
    behind = {
        edge.source: edge.target
        for edge in sorted(stemma.edges, key=lambda edge: edge.target, reverse=True)
        if edge.source in lost and edge.target in own
    }
    return [
        Edge(
            source=behind.get(edge.source, edge.source),
            target=edge.target,
            kind=edge.kind,
            strength=edge.strength,
            weight=edge.weight,
            evidence=edge.evidence,
        )
        for edge in stemma.edges
        if behind.get(edge.source) != edge.target
    ]


def _source(
    origin: DecidedOrigin, taker: Report, reports: Sequence[Report], media: Media
) -> Node | None:
    if origin.report is not None:
        report = next((one for one in reports if one.id == origin.report), None)
        return report and Node(id=report.id, kind="report", name=report.name)
    if origin.medium is None:
        return None
    known = media.find(origin.medium) or Medium(name=origin.medium, is_agency=False)
    return home(known, taker, reports)


def _edge(source: str, target: str, reason: str) -> Edge:
    return Edge(
        source=source,
        target=target,
        kind="borrowing",
        strength="certain",
        weight=1.0,
        evidence=(Evidence(reason=reason, spans=()),),
    )
