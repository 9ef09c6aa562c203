"""What reports share where no agency explains it: who took from whom, or from a lost copy."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from stemma.model import Edge, Report, digest
from stemma.trace.borrowing import Link
from stemma.trace.families import join
from stemma.trace.precedence import came_before
from stemma.trace.ties import Tie


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What a stemma is drawn from: reports by id, what they rely on, and their links.

    ``releases`` are the reports by which institutions of the story tell of themselves, ``voiced``
    those that quote people whom no other quotes, though they may share passages with others.
    """

    reports: Mapping[str, Report]
    ties: Sequence[Tie]
    links: Sequence[Link]
    releases: frozenset[str] = frozenset()
    voiced: frozenset[str] = frozenset()


def edge_of(link: Link, *, source: str, target: str) -> Edge:
    """Make the edge by which a link is explained."""
    return Edge(
        source=source,
        target=target,
        kind="borrowing",
        strength=link.strength,
        weight=link.weight,
        evidence=link.evidence,
    )


def explain(links: Sequence[Link], story: Story) -> list[Edge]:
    """Explain what reports share when no agency does.

    In a set of linked reports, edges run from sources where these can be told; of several
    reports that took from none of the others, all took from a lost copy, unless every link of the
    set is told. Possible links between such sets run from the earlier report; where that cannot be
    told, both may have taken from a lost copy.
    """
    firm = [link for link in links if link.strength != "possible"]
    families = _connect(firm)
    edges: list[Edge] = []
    for family in families:
        inside = [link for link in firm if link.left in family]
        told = [edge for link in inside if (edge := _told_edge(link, story)) is not None]
        told += _through(inside, told, story)
        taken = {edge.target for edge in told}
        roots = [member for member in family if member not in taken]
        edges += told if roots else []
        untold = [link for link in inside if source_of(link, story) is None]
        if len(roots) != 1 and (untold or not roots):
            edges += _lost_edges(untold, inside, roots or family)
    behind = {member: at for at, family in enumerate(families) for member in family}
    loose = [
        link
        for link in links
        if link.strength == "possible"
        and behind.get(link.left, link.left) != behind.get(link.right, link.right)
    ]
    return [*edges, *_possible_edges(loose, story)]


def source_of(link: Link, story: Story) -> str | None:
    """Tell which of two reports is the source, where that can be told.

    It is the text by which an institution tells of itself; or the report that the other cites;
    or the earlier one, where outlet, owner or author are the same. That one of two publishers
    was earlier is not enough: both may have printed what a third one sent out.
    """
    left, right = story.reports[link.left], story.reports[link.right]
    for source, target in ((left, right), (right, left)):
        if is_released(source, target, story):
            return source.id
    for source, target in ((left, right), (right, left)):
        if _cites(target, source, story) and not came_before(target, source):
            return source.id
    return _earlier(left, right) if _are_of_one_house(left, right) else None


def is_released(source: Report, target: Report, story: Story) -> bool:
    """Tell whether one report is the institution's own text, and the other may have it from there.

    What stands on the institution's site only after the other report was sent out before: what
    was sent is a lost copy.
    """
    own = source.id in story.releases and target.id not in story.releases
    return own and not came_before(target, source)


def is_same_outlet(link: Link, story: Story) -> bool:
    """Tell whether both ends of a link are reports of one outlet."""
    left, right = story.reports[link.left], story.reports[link.right]
    return left.outlet is not None and left.outlet == right.outlet


def _connect(links: Iterable[Link]) -> tuple[tuple[str, ...], ...]:
    """Give the sets of reports that hang together by links of any strength."""
    pairs = [edge_of(link, source=link.left, target=link.right) for link in links]
    members = {end for edge in pairs for end in (edge.source, edge.target)}
    return join(pairs, members, possible=True)


def _cites(target: Report, source: Report, story: Story) -> bool:
    return any(tie.report == target.id and tie.medium.name == source.outlet for tie in story.ties)


def _are_of_one_house(left: Report, right: Report) -> bool:
    """Tell whether outlet, owner group, or a person who signs are the same."""
    if left.outlet is not None and left.outlet == right.outlet:
        return True
    if left.family is not None and left.family == right.family:
        return True
    return bool(_signers(left) & _signers(right))


def _signers(report: Report) -> set[str]:
    """Give the authors with first and last names: "Staff" may be anybody."""
    return {author.casefold() for author in report.authors if " " in author.strip()}


def _earlier(left: Report, right: Report) -> str | None:
    if came_before(left, right):
        return left.id
    return right.id if came_before(right, left) else None


def _told_edge(link: Link, story: Story) -> Edge | None:
    """Give the edge of a link whose source can be told."""
    return _from(link, source_of(link, story))


def _from(link: Link, source: str | None) -> Edge | None:
    if source is None:
        return None
    return edge_of(link, source=source, target=(link.left, link.right)[source == link.left])


def _through(links: Sequence[Link], told: Sequence[Edge], story: Story) -> list[Edge]:
    """Let what a report shares with a copy be from the copy's source, where it cites that."""
    return [
        edge_of(link, source=edge.source, target=end)
        for link in links
        if source_of(link, story) is None
        for end, other in ((link.left, link.right), (link.right, link.left))
        for edge in told
        if edge.target == other
        and edge.source in story.reports
        and _cites(story.reports[end], story.reports[edge.source], story)
    ]


def _possible_edges(links: Sequence[Link], story: Story) -> list[Edge]:
    directed = {
        link: _told_edge(link, story)
        or _from(link, _earlier(story.reports[link.left], story.reports[link.right]))
        for link in links
    }
    untold = [link for link, edge in directed.items() if edge is None]
    edges = [edge for edge in directed.values() if edge is not None]
    for members in _connect(untold):
        inside = [link for link in untold if link.left in members]
        edges += _lost_edges(inside, inside, members)
    return edges


def _lost_edges(untold: Sequence[Link], links: Sequence[Link], roots: Sequence[str]) -> list[Edge]:
    """Put a lost copy behind reports, each with the best of its links, untold ones first."""
    lost = digest("lost", *roots)
    edges: list[Edge] = []
    for root in roots:
        own = [link for link in untold if root in (link.left, link.right)]
        own = own or [link for link in links if root in (link.left, link.right)]
        best = max(own, key=lambda link: (link.weight, link.left, link.right))
        edges.append(edge_of(best, source=lost, target=root))
    return edges
