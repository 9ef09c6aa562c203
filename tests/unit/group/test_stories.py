from collections.abc import Callable
from itertools import permutations

from stemma.group import group
from stemma.model import Annotated


def ids(reports: list[Annotated]) -> tuple[str, ...]:
    return tuple(sorted(one.report.id for one in reports))


def test_reports_of_one_event_are_one_story(almery: list[Annotated]):
    assert group(almery) == (ids(almery),)


def test_a_report_of_something_else_stands_alone(almery: list[Annotated], bakery: Annotated):
    assert group([*almery, bakery]) == (ids(almery), ids([bakery]))


def test_two_events_of_one_kind_are_two_stories(almery: list[Annotated], corvin: list[Annotated]):
    assert group([*almery, *corvin]) == (ids(almery), ids(corvin))


def test_the_order_of_reports_changes_nothing(almery: list[Annotated], bakery: Annotated):
    found = {group(order) for order in permutations([*almery, bakery])}
    assert len(found) == 1


def test_two_reports_are_enough_for_a_story(almery: list[Annotated]):
    assert group(almery[:2]) == (ids(almery[:2]),)


def test_nothing_makes_no_story():
    assert group([]) == ()


def test_a_report_in_another_language_is_left_out(
    almery: list[Annotated], report: Callable[..., Annotated]
):
    foreign = report("foreign", "El transbordador arde\nTodos a salvo.", language="es")
    assert group([*almery, foreign]) == (ids(almery),)
