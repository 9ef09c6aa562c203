from stemma.model import Coverage, Edge, Node, Stemma
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
