from dataclasses import replace

import pytest

from stemma.model import Coverage, Edge, Node, Stemma
from stemma.model.stemma import EdgeKind
from stemma.tell.drawing import HEIGHT, WIDTH, Box, draw


def overlap(left: Box, right: Box) -> bool:
    return abs(left.left - right.left) < WIDTH and abs(left.top - right.top) < HEIGHT


def test_no_two_boxes_overlap_and_all_lie_inside(coverage: Coverage):
    drawing = draw(coverage.stories[0].stemma)
    boxes = drawing.boxes
    assert not any(overlap(one, other) for one in boxes for other in boxes if one != other)
    assert all(box.left + WIDTH <= drawing.width for box in boxes)
    assert all(box.top + HEIGHT <= drawing.height for box in boxes)


def test_copies_stand_right_of_what_they_come_from(coverage: Coverage):
    places = {box.node.id: box.left for box in draw(coverage.stories[0].stemma).boxes}
    assert places["agency:cpa"] < places["report:first"] < places["report:second"]


def test_a_circle_of_edges_is_drawn_all_the_same():
    nodes = tuple(Node(id=name, kind="report", name=name) for name in "ab")
    edges = tuple(
        Edge(
            source=source,
            target=target,
            kind="borrowing",
            strength="likely",
            weight=0.8,
            evidence=(),
        )
        for source, target in ("ab", "ba")
    )
    drawing = draw(Stemma(nodes=nodes, edges=edges, families=(("a", "b"),)))
    assert len(drawing.boxes) == len(drawing.lines) == 2


def test_a_story_of_one_report_is_a_single_box():
    drawing = draw(Stemma(nodes=(Node(id="a", kind="report", name="a"),), edges=(), families=()))
    assert len(drawing.boxes) == 1


def wire_with(copies: int, *, kind: EdgeKind = "credit") -> Stemma:
    names = [f"copy{number}" for number in range(copies)]
    edges = tuple(
        Edge(source="wire", target=name, kind=kind, strength="certain", weight=1.0, evidence=())
        for name in names
    )
    nodes = tuple(Node(id=name, kind="report", name=name) for name in ("wire", *names))
    return Stemma(nodes=nodes, edges=edges, families=())


def test_of_many_copies_the_first_stay_and_one_box_stands_for_the_others():
    drawing = draw(wire_with(40))
    (fold,) = drawing.folds
    assert (fold.source, fold.count) == ("wire", 37)
    spots = [box.folded for box in drawing.boxes if box.folded] + [(fold.left, fold.top)]
    assert len(set(spots)) == len(spots) == 5
    assert len(drawing.boxes) == 41
    assert drawing.folded_size[1] < drawing.height / 5


@pytest.mark.parametrize("stemma", [wire_with(6), wire_with(40, kind="citation")])
def test_few_copies_and_mere_citations_are_not_folded(stemma: Stemma):
    drawing = draw(stemma)
    assert drawing.folds == ()
    assert all(box.folded == (box.left, box.top) for box in drawing.boxes)


def test_copies_from_which_others_come_are_not_folded_away():
    stemma = wire_with(8)
    further = replace(stemma.edges[0], source="copy7", target="late")
    late = Node(id="late", kind="report", name="late")
    drawing = draw(replace(stemma, nodes=(*stemma.nodes, late), edges=(*stemma.edges, further)))
    assert {box.node.id for box in drawing.boxes if not box.folded} == {
        f"copy{number}" for number in range(3, 7)
    }
