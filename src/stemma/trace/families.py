"""Reports that hang together: components of a stemma."""

from collections.abc import Iterable

from stemma.model import Edge


def join(
    edges: Iterable[Edge], reports: Iterable[str], *, possible: bool
) -> tuple[tuple[str, ...], ...]:
    """Give the sets of report ids tied by credits and borrowings, every report in one.

    Citations never tie: to quote another outlet for one statement is not to depend on it.
    ``possible`` counts possible edges too.
    """
    members = sorted(reports)
    parent = {member: member for member in members}

    def root(node: str) -> str:
        parent.setdefault(node, node)
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for edge in edges:
        if edge.kind != "citation" and (possible or edge.strength != "possible"):
            left, right = sorted((root(edge.source), root(edge.target)))
            parent[right] = left
    families: dict[str, list[str]] = {}
    for member in members:
        families.setdefault(root(member), []).append(member)
    return tuple(sorted(tuple(family) for family in families.values()))
