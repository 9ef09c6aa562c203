"""Ties and links to a stemma: nodes, edges, families."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from stemma.model import Edge, Node, Report, Stemma, digest
from stemma.trace.borrowing import Link
from stemma.trace.families import join
from stemma.trace.media import Medium
from stemma.trace.ties import Tie

_CONTAINED = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What a stemma is drawn from: reports by id, what they rely on, and their links."""

    reports: Mapping[str, Report]
    ties: Sequence[Tie]
    links: Sequence[Link]


def draw(story: Story) -> Stemma:
    """Draw the stemma of one story."""
    edges = [*_tie_edges(story), *_link_edges(story)]
    kept = sorted(_strongest(edges), key=lambda edge: (edge.source, edge.target, edge.kind))
    nodes = _nodes(story, kept)
    return Stemma(
        nodes=nodes, edges=tuple(kept), families=join(kept, story.reports, possible=False)
    )


def medium_node(medium: Medium, reports: Iterable[Report]) -> Node:
    """Give the node of an agency or outlet: its own report where the story has exactly one."""
    printed = [
        report
        for report in reports
        if medium.name == (report.agency if medium.is_agency else report.outlet)
    ]
    if len(printed) == 1:
        return Node(id=printed[0].id, kind="report", name=printed[0].name)
    if medium.is_agency:
        return Node(id=digest("agency", medium.name), kind="agency", name=medium.name)
    return Node(id=digest("lost", medium.name), kind="lost", name=medium.name)


def _tie_edges(story: Story) -> list[Edge]:
    edges: list[Edge] = []
    for tie in story.ties:
        node = medium_node(tie.medium, _ordered(story))
        if node.id != tie.report:
            edges.append(
                Edge(
                    source=node.id,
                    target=tie.report,
                    kind=tie.kind,
                    strength=tie.strength,
                    weight=tie.weight,
                    evidence=tie.evidence,
                )
            )
    return edges


def _link_edges(story: Story) -> list[Edge]:
    """Turn links into edges from an agency, from another report, or from a lost copy."""
    edges: list[Edge] = []
    loose: list[Link] = []
    for link in story.links:
        ends = (link.left, link.right)
        sources = _agencies_behind(link, story)
        takers = [end for end in ends if end not in sources.values()]
        if len(takers) == 1:
            edges.append(_edge(link, source=ends[takers == [link.left]], target=takers[0]))
        elif len(sources) == 1:
            target = next(end for end in ends if end not in sources)
            edges += [_edge(link, source=source, target=target) for source in sources.values()]
        elif not sources:
            loose.append(link)
    return [*edges, *_loose_edges(loose, story)]


def _agencies_behind(link: Link, story: Story) -> dict[str, str]:
    """Give, for each end that is an agency's copy, the node of the agency.

    What two reports of one outlet share is the agency's only where one of them credits it.
    """
    same_outlet = _is_same_outlet(link, story)
    return {
        tie.report: medium_node(tie.medium, _ordered(story)).id
        for tie in story.ties
        if tie.report in (link.left, link.right)
        and tie.is_firm
        and tie.medium.is_agency
        and (tie.kind == "credit" or not same_outlet)
    }


def _is_same_outlet(link: Link, story: Story) -> bool:
    left, right = story.reports[link.left], story.reports[link.right]
    return left.outlet is not None and left.outlet == right.outlet


def _edge(link: Link, *, source: str, target: str) -> Edge:
    return Edge(
        source=source,
        target=target,
        kind="borrowing",
        strength=link.strength,
        weight=link.weight,
        evidence=link.evidence,
    )


def _source_of(link: Link, story: Story) -> str | None:
    """Tell which of two reports is the source, where that can be told.

    It is the one that the other cites; or the earlier one, where the outlet is the same or the
    earlier one holds most of the other.
    """
    left, right = story.reports[link.left], story.reports[link.right]
    for source, target in ((left, right), (right, left)):
        if any(tie.report == target.id and tie.medium.name == source.outlet for tie in story.ties):
            return source.id
    earlier = _earlier(left, right)
    if earlier is None:
        return None
    if _is_same_outlet(link, story) or link.contained >= _CONTAINED:
        return earlier.id
    return None


def _earlier(left: Report, right: Report) -> Report | None:
    """Give the report that came out first, where their dates surely differ."""
    first = left.published.value if left.published else ""
    second = right.published.value if right.published else ""
    width = min(len(first), len(second), len("2024-11-18T09:30"))
    if width < len("2024-11-18") or "/" in first + second or first[:width] == second[:width]:
        return None
    return left if first[:width] < second[:width] else right


def _loose_edges(links: Sequence[Link], story: Story) -> list[Edge]:
    """Explain what reports share when no agency does.

    In a set of linked reports, edges run from sources where these can be told; of several
    reports that took from none of the others, all took from a lost copy. Possible links beyond
    such a set stay as they are.
    """
    firm = [link for link in links if link.strength != "possible"]
    pairs = [_edge(link, source=link.left, target=link.right) for link in firm]
    members = sorted({end for link in firm for end in (link.left, link.right)})
    edges: list[Edge] = []
    families = join(pairs, members, possible=False)
    for family in families:
        inside = [link for link in firm if link.left in family]
        told = [edge for link in inside if (edge := _told_edge(link, story)) is not None]
        taken = {edge.target for edge in told}
        roots = [member for member in family if member not in taken]
        edges += told if roots else []
        if len(roots) != 1:
            untold = [link for link in inside if _source_of(link, story) is None]
            edges += _lost_edges(untold, inside, roots or family)
    behind = {member: at for at, family in enumerate(families) for member in family}
    return [
        *edges,
        *(
            _told_edge(link, story) or _edge(link, source=link.left, target=link.right)
            for link in links
            if link.strength == "possible"
            and behind.get(link.left, link.left) != behind.get(link.right, link.right)
        ),
    ]


def _told_edge(link: Link, story: Story) -> Edge | None:
    """Give the edge of a link whose source can be told."""
    source = _source_of(link, story)
    if source is None:
        return None
    return _edge(link, source=source, target=(link.left, link.right)[source == link.left])


def _lost_edges(untold: Sequence[Link], links: Sequence[Link], roots: Sequence[str]) -> list[Edge]:
    """Put a lost copy behind reports, each with the best of its links, untold ones first."""
    lost = digest("lost", *roots)
    edges: list[Edge] = []
    for root in roots:
        own = [link for link in untold if root in (link.left, link.right)]
        own = own or [link for link in links if root in (link.left, link.right)]
        best = max(own, key=lambda link: (link.weight, link.left, link.right))
        edges.append(_edge(best, source=lost, target=root))
    return edges


def _strongest(edges: Iterable[Edge]) -> Iterable[Edge]:
    """Keep the weightiest edge of each kind between two nodes."""
    best: dict[tuple[str, str, str], Edge] = {}
    for edge in edges:
        key = (edge.source, edge.target, edge.kind)
        if key not in best or edge.weight > best[key].weight:
            best[key] = edge
    return best.values()


def _nodes(story: Story, edges: Sequence[Edge]) -> tuple[Node, ...]:
    nodes = {
        report.id: Node(id=report.id, kind="report", name=report.name) for report in _ordered(story)
    }
    for tie in story.ties:
        node = medium_node(tie.medium, _ordered(story))
        nodes.setdefault(node.id, node)
    for edge in edges:
        nodes.setdefault(edge.source, Node(id=edge.source, kind="lost", name="a lost copy"))
    used = {edge.source for edge in edges} | {edge.target for edge in edges} | set(story.reports)
    return tuple(nodes[key] for key in sorted(nodes) if key in used)


def _ordered(story: Story) -> list[Report]:
    return [story.reports[key] for key in sorted(story.reports)]
