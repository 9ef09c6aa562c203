"""The stemma laid out as a drawing: originals at the left, copies to the right of them.

Each node stands one column right of the node that it most surely comes from, and level with the
middle of its own copies, as in the trees of textual criticism turned on their side.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from stemma.model import Edge, Node, Stemma

WIDTH, HEIGHT = 190, 44
_GAP_ACROSS, _GAP_DOWN, _MARGIN = 66, 14, 12
_MOST_ALIKE, _KEPT = 6, 3
"""Of more copies of one text than this, from which nothing comes, the first few stay."""

Spot = tuple[float, float]
"""The left and the top of a box, in pixels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A node in its place; ``left`` and ``top`` are pixels.

    ``folded`` is where it stands in the drawing with its copies folded, None where it is away.
    """

    node: Node
    left: float
    top: float
    family: int
    folded: Spot | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An edge in its place; ``path`` is SVG path data."""

    edge: Edge
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fold:
    """What stands for ``count`` copies of a node that are folded away."""

    source: str
    count: int
    left: float
    top: float
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Boxes and lines, with the size of the whole in pixels.

    A box stands right before those of what comes from it: the order in which to read them. Where
    many copies of a node are leaves, ``folds`` stand for most of them in a second, smaller drawing
    of ``folded_size``.
    """

    width: float
    height: float
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    folds: tuple[Fold, ...]
    folded_size: Spot


def draw(stemma: Stemma) -> Drawing:
    """Lay out the graph; the same graph gives the same drawing."""
    above = _closest(stemma)
    sources = {name: edge.source for name, edge in above.items()}
    names = [node.id for node in stemma.nodes]
    spots = _place(names, sources)
    away = _find_away(names, above)
    stay = [name for name in names if name not in set().union(*away.values())]
    signs = {f"fold:{source}": source for source in away}
    folded = _place([*stay, *signs], sources | signs) if away else spots
    families = _find_families(stemma, above)
    nodes = {node.id: node for node in stemma.nodes}
    boxes = tuple(
        Box(
            node=nodes[name],
            left=left,
            top=top,
            family=families.get(name, -1),
            folded=folded.get(name),
        )
        for name, (left, top) in spots.items()
    )
    lines = tuple(
        Line(edge=edge, path=_path(spots[edge.source], spots[edge.target])) for edge in stemma.edges
    )
    folds = tuple(
        Fold(
            source=source,
            count=len(away[source]),
            left=folded[sign][0],
            top=folded[sign][1],
            path=_path(folded[source], folded[sign]),
        )
        for sign, source in signs.items()
    )
    bulge = _GAP_ACROSS if any(" Q" in line.path for line in lines) else 0
    width, height = _measure(spots, bulge)
    return Drawing(
        width=width,
        height=height,
        boxes=boxes,
        lines=lines,
        folds=folds,
        folded_size=_measure(folded, bulge),
    )


def _measure(spots: Mapping[str, Spot], bulge: float) -> Spot:
    width = max((left for left, _ in spots.values()), default=0) + WIDTH + _MARGIN + bulge
    return width, max((top for _, top in spots.values()), default=0) + HEIGHT + _MARGIN


def _find_families(stemma: Stemma, above: Mapping[str, Edge]) -> dict[str, int]:
    families = {
        member: number for number, family in enumerate(stemma.families) for member in family
    }
    for edge in above.values():
        if edge.source not in families and edge.target in families:
            families[edge.source] = families[edge.target]
    return families


def _find_away(names: Sequence[str], above: Mapping[str, Edge]) -> dict[str, set[str]]:
    """Give for nodes with many copies from which nothing comes those to be folded away."""
    begun = {edge.source for edge in above.values()}
    leaves: dict[str, list[str]] = {}
    for name in names:
        if name in above and name not in begun and above[name].kind != "citation":
            leaves.setdefault(above[name].source, []).append(name)
    return {
        source: set(copies[_KEPT:])
        for source, copies in leaves.items()
        if len(copies) > _MOST_ALIKE
    }


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


def _place(names: Sequence[str], above: Mapping[str, str]) -> dict[str, Spot]:
    """Give each node its place, what comes from a node right behind it."""
    below: dict[str, list[str]] = {}
    for name in names:
        if name in above:
            below.setdefault(above[name], []).append(name)
    roots = [name for name in names if name not in above]
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
    return {
        name: (
            _MARGIN + column * (WIDTH + _GAP_ACROSS),
            _MARGIN + row * (HEIGHT + _GAP_DOWN),
        )
        for name, (column, row) in places.items()
    }


def _biggest_first(roots: Sequence[str], below: dict[str, list[str]]) -> list[str]:
    def copies(name: str) -> Iterator[str]:
        yield name
        for copy in below.get(name, ()):
            yield from copies(copy)

    return sorted(roots, key=lambda root: -sum(1 for _ in copies(root)))


def _path(source: Spot, target: Spot) -> str:
    """Draw from the right side of a box to the left side of another, or round the right."""
    (left, top), (goal_left, goal_top) = source, target
    right, middle, goal = left + WIDTH, top + HEIGHT / 2, goal_top + HEIGHT / 2
    if goal_left > left:
        half = (goal_left - right) / 2
        return (
            f"M{right:g} {middle:g} C{right + half:g} {middle:g} "
            f"{goal_left - half:g} {goal:g} {goal_left:g} {goal:g}"
        )
    outer = max(left, goal_left) + WIDTH + _GAP_ACROSS * 0.9
    return (
        f"M{right:g} {middle:g} Q{outer:g} {(middle + goal) / 2:g} {goal_left + WIDTH:g} {goal:g}"
    )
