from dataclasses import replace

from stemma.model import Coverage, Figure, Published, Story
from stemma.tell.lookup import Lookup
from stemma.tell.quantities import Quantity, find_quantities


def quantities(coverage: Coverage, **changes: object) -> tuple[Quantity, ...]:
    story: Story = replace(coverage.stories[0], **changes)  # pyright: ignore[reportArgumentType] - a test's shorthand
    return find_quantities(story, Lookup(replace(coverage, stories=(story,))))


def further(figure: Figure, **changes: object) -> Figure:
    return replace(figure, **changes)  # pyright: ignore[reportArgumentType] - the same


def test_what_two_reports_count_stands_side_by_side(coverage: Coverage):
    (found,) = quantities(coverage)
    assert [value.figure.value for value in found.values] == [40.0, 30.0]
    assert [(value.left, value.differs) for value in found.values] == [(100.0, False), (0.0, True)]


def test_the_first_published_stands_first(coverage: Coverage):
    later = replace(
        coverage.reports[0],
        published=Published(value="2026-03-11", precision="day", basis="its dateline"),
    )
    (found,) = quantities(replace(coverage, reports=(later, *coverage.reports[1:])))
    assert [value.figure.value for value in found.values] == [30.0, 40.0]


def test_figures_of_other_size_or_unit_are_other_things(coverage: Coverage):
    forty, thirty = coverage.stories[0].figures
    assert quantities(coverage, findings=(), figures=(forty, further(thirty, value=9000.0))) == ()
    assert quantities(coverage, findings=(), figures=(forty, further(thirty, unit="EUR"))) == ()


def test_what_a_finding_holds_against_each_other_is_one_thing(coverage: Coverage):
    forty, thirty = coverage.stories[0].figures
    (found,) = quantities(coverage, figures=(forty, further(thirty, value=9000.0)))
    assert found.differs


def test_what_one_statement_tells_apart_stays_apart(coverage: Coverage):
    forty, thirty = coverage.stories[0].figures
    missing = further(forty, id="figure:9", value=9.0)
    (found,) = quantities(
        coverage, findings=(), figures=(forty, missing, further(thirty, value=40.0))
    )
    assert [value.figure.value for value in found.values] == [40.0, 40.0]
    assert not found.differs


def test_a_figure_of_one_report_alone_is_not_compared(coverage: Coverage):
    assert quantities(coverage, figures=coverage.stories[0].figures[:1]) == ()


def test_many_reports_with_one_value_are_one_line(coverage: Coverage):
    forty, thirty = coverage.stories[0].figures
    reports = [
        replace(coverage.reports[0], id=f"report:{number}", paths=(f"{number}.txt",))
        for number in range(20)
    ]
    many = tuple(
        further(forty, id=f"figure:{at}", span=replace(forty.span, report=report.id))
        for at, report in enumerate(reports)
    )
    widened = replace(coverage, reports=(*coverage.reports, *reports))
    (found,) = quantities(widened, findings=(), figures=(*many, thirty))
    assert [len(value.also) for value in found.values] == [19, 0]
