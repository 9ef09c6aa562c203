"""Ties and links to a stemma: nodes, edges, families."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from stemma.model import LOST_COPY, Edge, Node, Report, Stemma
from stemma.trace.borrowing import Link
from stemma.trace.families import join
from stemma.trace.homes import abstract, home
from stemma.trace.shared_text import Story, edge_of, explain, is_released, is_same_outlet
from stemma.trace.ties import Tie


def draw(story: Story) -> Stemma:
    """Draw the stemma of one story.

    What reports surely of one family possibly share besides is left out.
    """
    families = join(_edges(story), story.reports, possible=False)
    home_of = {member: at for at, family in enumerate(families) for member in family}
    links = [
        link
        for link in story.links
        if link.strength != "possible" or home_of[link.left] != home_of[link.right]
    ]
    story = replace(story, links=links)
    edges = sorted(
        _strongest(_edges(story)), key=lambda edge: (edge.source, edge.target, edge.kind)
    )
    return Stemma(nodes=_nodes(story, edges), edges=tuple(edges), families=families)


def _edges(story: Story) -> list[Edge]:
    edges = [*_tie_edges(story), *_link_edges(story)]
    return [*edges, *_own_edges(story, edges)]


def _tie_edges(story: Story) -> list[Edge]:
    return [
        _edge_of_tie(tie, source)
        for tie in story.ties
        if (source := _home(tie, tie.report, story).id) != tie.report
    ]


def _own_edges(story: Story, edges: Sequence[Edge]) -> list[Edge]:
    """Tie the only report of an agency to the agency, where others took from it without that."""
    sources = {edge.source for edge in edges}
    return [
        _edge_of_tie(tie, abstract(tie.medium).id)
        for tie in story.ties
        if _home(tie, tie.report, story).id == tie.report and abstract(tie.medium).id in sources
    ]


def _edge_of_tie(tie: Tie, source: str) -> Edge:
    return Edge(
        source=source,
        target=tie.report,
        kind=tie.kind,
        strength=tie.strength,
        weight=tie.weight,
        evidence=tie.evidence,
    )


def _home(tie: Tie, taker: str, story: Story) -> Node:
    return home(tie.medium, story.reports[taker], _ordered(story))


def _link_edges(story: Story) -> list[Edge]:
    """Turn links into edges from an institution, an agency, another report, or a lost copy."""
    edges: list[Edge] = []
    loose: list[Link] = []
    for link in story.links:
        ties = _agency_ties(link, story)
        if not ties or _has_release(link, story):
            loose.append(link)
        else:
            edges += _agency_edges(link, ties, story)
    surely = _agencies_behind(story, [edge for edge in edges if edge.strength != "possible"])
    maybe = _agencies_behind(story, edges)
    unexplained = [
        link
        for link in loose
        if is_same_outlet(link, story)
        or not _share(maybe if link.strength == "possible" else surely, link)
    ]
    return [*edges, *explain(unexplained, story)]


def _agencies_behind(story: Story, edges: Iterable[Edge]) -> dict[str, set[str]]:
    """Give the homes of the agencies that each report takes from, by its ties and these edges."""
    behind: dict[str, set[str]] = {report: set() for report in story.reports}
    for tie in story.ties:
        if tie.medium.is_agency and tie.is_firm:
            behind[tie.report].add(_home(tie, tie.report, story).id)
    for edge in edges:
        behind[edge.target].add(edge.source)
    return behind


def _share(behind: Mapping[str, set[str]], link: Link) -> bool:
    """Tell whether both ends have one agency's copy, which explains what they share."""
    return bool(behind[link.left] & behind[link.right])


def _has_release(link: Link, story: Story) -> bool:
    left, right = story.reports[link.left], story.reports[link.right]
    return is_released(left, right, story) or is_released(right, left, story)


def _agency_ties(link: Link, story: Story) -> list[Tie]:
    """Give the ties that make one end, or both, an agency's copy.

    What two reports of one outlet share is the agency's only where one of them credits it.
    """
    same_outlet = is_same_outlet(link, story)
    return [
        tie
        for tie in story.ties
        if tie.report in (link.left, link.right)
        and tie.is_firm
        and tie.medium.is_agency
        and (tie.kind == "credit" or not same_outlet)
    ]


def _agency_edges(link: Link, ties: Sequence[Tie], story: Story) -> list[Edge]:
    """Let what the reports share come from the agency, or from the agency's own report of the two.

    Two reports that both say whose copy they are need no more than that.
    """
    tied = {tie.report for tie in ties}
    edges: list[Edge] = []
    for tie in ties:
        for end in (link.left, link.right):
            source = _home(tie, end, story).id
            if source != end and (source in (link.left, link.right) or end not in tied):
                edges.append(edge_of(link, source=source, target=end))
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
        report.id: Node(
            id=report.id,
            kind="report",
            name=report.name,
            is_release=report.id in story.releases,
            has_own_voices=report.id in story.voiced,
        )
        for report in _ordered(story)
    }
    for tie in story.ties:
        node = abstract(tie.medium)
        nodes.setdefault(node.id, node)
    for edge in edges:
        nodes.setdefault(edge.source, Node(id=edge.source, kind="lost", name=LOST_COPY))
    used = {edge.source for edge in edges} | {edge.target for edge in edges} | set(story.reports)
    return tuple(nodes[key] for key in sorted(nodes) if key in used)


def _ordered(story: Story) -> list[Report]:
    return [story.reports[key] for key in sorted(story.reports)]
