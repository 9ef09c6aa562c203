from collections.abc import Callable, Sequence
from itertools import permutations

import pytest

from stemma.group import MemoryIndex, Pins, add, arrive, find_features, group
from stemma.group.features import Features
from stemma.group.similarity import compare_all
from stemma.group.stories import in_order
from stemma.group.witnesses import Witnesses, find_witnesses
from stemma.model import Annotated

Maker = Callable[..., Annotated]

HERON = (
    "A dam above the town of Tarrel burst on Friday night and killed at least nine people, the "
    "army said.\nColonel Ivo Strand said his soldiers had pulled 40 people from roofs in the "
    "district of Lower Mill, and that two of their boats were lost.\nThe Osk dam, built in 1931, "
    "had been under repair since spring."
)
LANTERN = (
    "At least nine people died when the Osk dam above Tarrel gave way late on Friday.\nGovernor "
    "Petra Lunde said the gymnasium of Hestad had been opened to 300 people who lost their homes.\n"
    "Engineers of Norvik Hydraulics, which looks after the spillway, are expected on Saturday."
)
COPIES = (
    ("heron-1", "Dam bursts above Tarrel, nine dead\n" + HERON),
    ("heron-2", "Nine dead as dam bursts\n" + HERON + "\nMore to come."),
    ("heron-3", "Army: nine dead in flood\n" + HERON.replace("at least nine", "nine or more")),
    ("lantern-1", "At least nine killed as Osk dam fails\n" + LANTERN),
    ("lantern-2", "Osk dam fails\n" + LANTERN.replace("late on Friday", "on Friday night")),
    ("lantern-3", "Dam above Tarrel fails, nine killed\n" + LANTERN),
)
DYKE = (
    "Dyke breaks near Ulmar, six dead\nA dyke on the coast near Ulmar broke on Monday morning and "
    "killed at least six people, the coast guard said.\nCaptain Rue Almqvist said her crews had "
    "taken 90 people from the village of Sandhagen.\nThe dyke, raised in 1978, had been inspected "
    "in January."
)


@pytest.fixture(scope="module")
def copies(report: Maker) -> list[Annotated]:
    return [report(name, text) for name, text in COPIES]


def ids(reports: Sequence[Annotated]) -> tuple[str, ...]:
    return tuple(sorted(one.report.id for one in reports))


def ordered(reports: Sequence[Annotated]) -> list[Features]:
    return in_order(find_features(one) for one in reports)


def witnesses(reports: Sequence[Annotated], **limits: Sequence[Sequence[int]]) -> Witnesses:
    features = ordered(reports)
    apart = [(left, right) for left, right in limits.get("apart", ())]
    held = limits.get("held", ())
    return find_witnesses(features, compare_all(features), held=held, apart=apart)


def test_the_copies_of_two_agencies_are_one_story_where_one_report_of_each_is(
    copies: list[Annotated],
):
    assert group([copies[0], copies[3]]) == (ids([copies[0], copies[3]]),)
    assert group(copies) == (ids(copies),)


def test_copies_that_arrive_one_by_one_are_one_story_too(copies: list[Annotated]):
    for order in list(permutations(copies))[::144]:
        index = MemoryIndex()
        for one in order:
            features = find_features(one)
            change = arrive(features, index=index, seen=739_000)
            add(features, index=index, seen=739_000)
            index.apply(change)
        assert [set(ids(copies))] == [set(members) for members in index.stories().values()]


def test_copies_of_another_event_make_no_story_with_these(copies: list[Annotated], report: Maker):
    others = [report(f"dyke-{at}", DYKE) for at in range(3)]
    assert set(group([*copies, *others])) == {ids(copies), ids(others)}


def test_copies_are_one_witness_and_reports_of_two_agencies_are_two(copies: list[Annotated]):
    found = witnesses(copies)
    assert found.copies == ((0, 1, 2), (3, 4, 5))


def test_the_fullest_copy_stands_for_all(copies: list[Annotated]):
    assert witnesses(copies[:3]).reports[0].report == "report:heron-2"


def test_two_witnesses_are_as_alike_as_their_copies_are_on_average(copies: list[Annotated]):
    scores = compare_all(ordered(copies)).scores
    between = [scores[left, right] for left in range(3) for right in range(3, 6)]
    assert witnesses(copies).scores == pytest.approx({(0, 1): sum(between) / 9})


def test_without_copies_the_scores_stay_as_they_are(
    copies: list[Annotated], corvin: list[Annotated]
):
    features = ordered([copies[0], copies[3], corvin[0]])
    signals = compare_all(features)
    found = find_witnesses(features, signals)
    assert found.reports == tuple(features)
    assert found.scores == signals.scores


def test_copies_that_people_put_apart_are_two_witnesses(copies: list[Annotated]):
    assert witnesses(copies[:2], apart=[(0, 1)]).copies == ((0,), (1,))
    pins = Pins(apart=frozenset({(copies[0].report.id, copies[1].report.id)}))
    assert not any(set(ids(copies[:2])) <= set(story) for story in group(copies, pins=pins))


def test_a_copy_does_not_tie_two_stories_that_are_held(copies: list[Annotated]):
    assert witnesses(copies[:3], held=[[0], [1]]).copies in {((0, 2), (1,)), ((0,), (1, 2))}


def test_the_witnesses_of_reports_are_those_that_they_are_copies_of(copies: list[Annotated]):
    found = witnesses(copies)
    assert found.of([1, 2]) == [0]
    assert found.of([5, 0]) == [0, 1]
