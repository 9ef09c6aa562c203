"""Reports, outlets, publisher families and independent origins: four numbers."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from stemma.model import Counts, Edge, Origins, Report, Statement, Stemma
from stemma.trace.authorities import (
    Authority,
    find_authority,
    let_institutions_speak,
    mostly_sourced,
    named,
    share_speaker,
)
from stemma.trace.families import join
from stemma.trace.media import know_media
from stemma.trace.precedence import came_days_before


def count(stemma: Stemma, reports: Sequence[Report], members: Collection[str]) -> Counts:
    """Count the support that some reports of a story give.

    ``members`` are report ids. An outlet or publisher that is not known counts as one of its
    own. Origins are a range. ``high`` counts the stemma's families among the members, those of
    one outlet's own reporting taken together: an outlet does not corroborate itself. A report
    that took passages over and quotes several people of its own may be an origin, and is one
    where it only possibly took any. ``low`` also joins what else is only possibly tied, and
    leaves out reports that only retell another outlet's story; where there are members at all
    it is 1 or more. So what cannot be told widens the range, and never adds an origin.
    """
    chosen = sorted((one for one in reports if one.id in members), key=lambda one: one.id)
    retold = _retold(stemma)
    voiced = [edge for edge in stemma.edges if _has_voices_besides(edge, stemma)]
    apart = replace(stemma, edges=tuple(edge for edge in stemma.edges if edge not in voiced))
    edges = [*apart.edges, *_same_outlet(apart, chosen)]
    high = len(_families(edges, reports, chosen, possible=False))
    edges += [edge for edge in voiced if edge.strength != "possible"]
    maybe = _families(edges, reports, chosen, possible=True)
    return _counts(chosen, low=sum(bool(family - retold) for family in maybe), high=high)


def count_claim(
    stemma: Stemma, reports: Sequence[Report], statements: Sequence[Statement]
) -> Counts:
    """Count the support of a claim, whose ``statements`` are its appearances.

    As ``count``, and besides: what reports openly take from one outlet has one origin. Where
    most of the reports say who says so, ``low`` counts speakers: reports that quote the same
    person, body or document, or the same words, are one, and those that name nobody add none.
    A report on the site of a body that others quote is that body's word; and what such a
    body tells of itself, those who came after it may have from there, so that ``low`` joins them.
    It joins also what one report openly takes from a medium and another, which takes other things
    from there, states as its own.
    """
    members = {statement.report for statement in statements}
    chosen = sorted((one for one in reports if one.id in members), key=lambda one: one.id)
    media = know_media(reports)
    authorities = [
        find_authority(one, [said for said in statements if said.report == one.id], media)
        for one in chosen
    ]
    authorities = let_institutions_speak(chosen, authorities, statements)
    homes = _homes(reports, chosen, stemma)
    edges = [*stemma.edges, *_same_outlet(stemma, chosen), *_taken(chosen, authorities, homes)]
    high = len(_families(edges, reports, chosen, possible=False))
    shared = [
        _tie(chosen[left].id, chosen[right].id)
        for left, right in combinations(range(len(chosen)), 2)
        if share_speaker(authorities[left], authorities[right])
    ]
    released = _released(chosen, stemma)
    cited = _perhaps_taken(chosen, authorities, stemma, homes)
    maybe = _families([*edges, *shared, *released, *cited], reports, chosen, possible=True)
    counted = {one.id for one in chosen}
    if mostly_sourced(authorities):
        counted = {chosen[at].id for at in named(authorities)}
    counted -= _retold(stemma)
    return _counts(chosen, low=sum(bool(family & counted) for family in maybe), high=high)


def _counts(chosen: Sequence[Report], *, low: int, high: int) -> Counts:
    return Counts(
        reports=len(chosen),
        outlets=len({one.outlet or one.id for one in chosen}),
        families=len({one.family or one.outlet or one.id for one in chosen}),
        origins=Origins(low=min(high, max(low, min(1, high))), high=high),
    )


def _families(
    edges: Sequence[Edge], reports: Sequence[Report], chosen: Sequence[Report], *, possible: bool
) -> list[set[str]]:
    """Give the families among the chosen reports, without those that none of them is in."""
    known = {one.id for one in chosen}
    families = join(edges, {one.id for one in reports}, possible=possible)
    return [inside for family in families if (inside := set(family) & known)]


def _has_voices_besides(edge: Edge, stemma: Stemma) -> bool:
    """Tell whether a passage was taken over by a report that has voices of its own besides."""
    voiced = {node.id for node in stemma.nodes if node.has_own_voices}
    return edge.kind == "borrowing" and edge.target in voiced


def _taken(
    chosen: Sequence[Report], authorities: Sequence[Authority], homes: Mapping[str, str]
) -> list[Edge]:
    """Tie reports to the medium they take a claim from."""
    return [
        _tie(homes.get(medium, f"medium:{medium}"), report.id)
        for report, authority in zip(chosen, authorities, strict=True)
        for medium in sorted(authority.media)
    ]


def _perhaps_taken(
    chosen: Sequence[Report],
    authorities: Sequence[Authority],
    stemma: Stemma,
    homes: Mapping[str, str],
) -> list[Edge]:
    """Tie reports that say nobody to have a claim to the medium that another has it from.

    Only where they cite that medium for something else.
    """
    media = {homes[name] for one in authorities for name in one.media if name in homes}
    nobody = {
        report.id
        for report, authority in zip(chosen, authorities, strict=True)
        if not authority.sourced
    }
    return [
        _tie(edge.source, edge.target)
        for edge in stemma.edges
        if edge.kind == "citation" and edge.source in media and edge.target in nobody
    ]


def _homes(reports: Sequence[Report], chosen: Sequence[Report], stemma: Stemma) -> dict[str, str]:
    """Give the nodes of media by name: a chosen report, else a node of its own, else any report."""
    own = {node.name: node.id for node in stemma.nodes if node.kind != "report"}
    return _printed(reports) | own | _printed(chosen)


def _printed(reports: Sequence[Report]) -> dict[str, str]:
    return {name: one.id for one in reports for name in (one.outlet, one.agency) if name}


def _released(chosen: Sequence[Report], stemma: Stemma) -> list[Edge]:
    """Tie what an institution tells of itself to the reports that may have it from there.

    The hour tells nothing: reporters are often told before a page is put up.
    """
    releases = {node.id for node in stemma.nodes if node.is_release}
    return [
        _tie(release.id, report.id)
        for release in chosen
        for report in chosen
        if release.id in releases
        and report.id not in releases
        and not came_days_before(report, release)
    ]


def _tie(source: str, target: str) -> Edge:
    return Edge(
        source=source, target=target, kind="borrowing", strength="certain", weight=1.0, evidence=()
    )


def _same_outlet(stemma: Stemma, reports: Sequence[Report]) -> list[Edge]:
    """Tie the reports of one outlet that are nobody else's copy."""
    names = {node.id: node.name for node in stemma.nodes}
    others = {
        edge.target
        for edge in stemma.edges
        if edge.kind != "citation"
        and edge.strength != "possible"
        and names.get(edge.source) != names.get(edge.target)
    }
    first: dict[str, str] = {}
    edges: list[Edge] = []
    for report in reports:
        if report.outlet is None or report.id in others:
            continue
        source = first.setdefault(report.outlet, report.id)
        if source != report.id:
            edges.append(_tie(source, report.id))
    return edges


def _retold(stemma: Stemma) -> set[str]:
    """Find the reports that do nothing but retell a medium whose report is not there."""
    media = {node.id for node in stemma.nodes if node.kind != "report" and not node.is_lost_copy}
    return {
        edge.target
        for edge in stemma.edges
        if edge.kind == "borrowing" and edge.strength != "possible" and edge.source in media
    }
