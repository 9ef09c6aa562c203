"""The stemma laid out as a drawing: originals at the left, copies to the right of them.

Each node stands one column right of the node that it most surely comes from, and level with the
middle of its own copies, as in the trees of textual criticism turned on their side.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stemma.model import Edge, Node, Stemma

WIDTH, HEIGHT = 190, 44
_GAP_ACROSS, _GAP_DOWN, _MARGIN = 66, 14, 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A node in its place; ``left`` and ``top`` are pixels."""

    node: Node
    left: float
    top: float
    family: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An edge in its place; ``path`` is SVG path data."""

    edge: Edge
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Boxes and lines, with the size of the whole in pixels.

    A box stands right before those of what comes from it: the order in which to read them.
    """

    width: float
    height: float
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]


def draw(stemma: Stemma) -> Drawing:
    """Lay out the graph; the same graph gives the same drawing."""
    above = _closest(stemma)
    places = _place(stemma, above)
    families = {
        member: number for number, family in enumerate(stemma.families) for member in family
    }
    for edge in above.values():
        if edge.source not in families and edge.target in families:
            families[edge.source] = families[edge.target]
    nodes = {node.id: node for node in stemma.nodes}
    boxes = tuple(
        Box(
            node=nodes[name],
            left=_MARGIN + column * (WIDTH + _GAP_ACROSS),
            top=_MARGIN + row * (HEIGHT + _GAP_DOWN),
            family=families.get(name, -1),
        )
        for name, (column, row) in places.items()
    )
    by_id = {box.node.id: box for box in boxes}
    lines = tuple(
        Line(edge=edge, path=_path(by_id[edge.source], by_id[edge.target])) for edge in stemma.edges
    )
    bulge = _GAP_ACROSS if any(" Q" in line.path for line in lines) else 0
    return Drawing(
        width=max((box.left for box in boxes), default=0) + WIDTH + _MARGIN + bulge,
        height=max((box.top for box in boxes), default=0) + HEIGHT + _MARGIN,
        boxes=boxes,
        lines=lines,
    )


def _closest(stemma: Stemma) -> dict[str, Edge]:
    """Give for each node the edge from what it most surely comes from, without circles."""
    above: dict[str, Edge] = {}

    def leads_back(source: str, target: str) -> bool:
        while source in above:
            source = above[source].source
            if source == target:
                return True
        return source == target

    order = sorted(
        stemma.edges,
        key=lambda edge: (edge.kind == "citation", -edge.weight, edge.source, edge.target),
    )
    for edge in order:
        if edge.target not in above and not leads_back(edge.source, edge.target):
            above[edge.target] = edge
    return above


def _place(stemma: Stemma, above: dict[str, Edge]) -> dict[str, tuple[int, float]]:
    """Give each node its column and row, what comes from a node right behind it."""
    below: dict[str, list[str]] = {}
    for node in stemma.nodes:
        if node.id in above:
            below.setdefault(above[node.id].source, []).append(node.id)
    roots = [node.id for node in stemma.nodes if node.id not in above]
    places: dict[str, tuple[int, float]] = {}
    free_row = 0.0

    def place(name: str, column: int) -> float:
        nonlocal free_row
        places[name] = (column, free_row)
        rows = [place(copy, column + 1) for copy in below.get(name, ())]
        if rows:
            row = (rows[0] + rows[-1]) / 2
        else:
            row = free_row
            free_row += 1
        places[name] = (column, row)
        return row

    for root in _biggest_first(roots, below):
        place(root, 0)
    return places


def _biggest_first(roots: Sequence[str], below: dict[str, list[str]]) -> list[str]:
    def copies(name: str) -> Iterator[str]:
        yield name
        for copy in below.get(name, ()):
            yield from copies(copy)

    return sorted(roots, key=lambda root: -sum(1 for _ in copies(root)))


def _path(source: Box, target: Box) -> str:
    """Draw from the right side of a box to the left side of another, or round the right."""
    right, middle = source.left + WIDTH, source.top + HEIGHT / 2
    goal = target.top + HEIGHT / 2
    if target.left > source.left:
        half = (target.left - right) / 2
        return (
            f"M{right:g} {middle:g} C{right + half:g} {middle:g} "
            f"{target.left - half:g} {goal:g} {target.left:g} {goal:g}"
        )
    outer = max(source.left, target.left) + WIDTH + _GAP_ACROSS * 0.9
    end = target.left + WIDTH
    return f"M{right:g} {middle:g} Q{outer:g} {(middle + goal) / 2:g} {end:g} {goal:g}"
