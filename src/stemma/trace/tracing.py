"""A story's reports to its stemma."""

from collections.abc import Sequence

from stemma.model import Extracted, Stemma
from stemma.trace.borrowing import Link, judge
from stemma.trace.comparing import Comparison, compare_all
from stemma.trace.relying import Tie, find_ties, reports_itself
from stemma.trace.tree import Story, draw
from stemma.trace.wording import find_wording


def trace(story: Sequence[Extracted], *, hide_credits: bool = False) -> Stemma:
    """Draw the family tree of the copies of one story.

    Edges go from what was taken from to what took: credits and citations as the reports say
    them, borrowings as shared passages show them. Where nothing tells which of two reports
    took from the other, both took from a lost copy. ``hide_credits`` hides what the reports
    say about whom they rely on: shared passages alone speak. The order of reports changes nothing.
    """
    ordered = sorted(story, key=lambda one: one.annotated.report.id)
    reports = {one.annotated.report.id: one.annotated.report for one in ordered}
    ties = tuple(
        tie
        for one in ordered
        if not hide_credits
        for tie in find_ties(one, tuple(reports.values()))
    )
    open_to_copy = {one.annotated.report.id for one in ordered if not reports_itself(one)}
    comparisons = compare_all([find_wording(one) for one in ordered])
    links = _judge_all(comparisons, ties, open_to_copy)
    return draw(Story(reports=reports, ties=ties, links=links))


def _judge_all(
    comparisons: Sequence[Comparison], ties: Sequence[Tie], open_to_copy: set[str]
) -> tuple[Link, ...]:
    relied = {tie.report: tie.medium for tie in ties if tie.is_firm and tie.medium.is_agency}
    links: list[Link] = []
    for comparison in comparisons:
        ends = (comparison.left.report, comparison.right.report)
        tied = [end for end in ends if end in relied]
        if len({relied[end] for end in tied}) > 1:
            continue
        free = [end for end in ends if end not in relied]
        prior = len(tied) == 1 and free[0] in open_to_copy
        link = judge(comparison, prior=prior)
        if link is not None:
            links.append(link)
    return tuple(links)
