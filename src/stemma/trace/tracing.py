"""A story's reports to its stemma."""

from collections.abc import Collection, Mapping, Sequence

from stemma.model import Extracted, Stemma
from stemma.trace.borrowing import Link, judge
from stemma.trace.comparing import Comparison, compare_all
from stemma.trace.credits import find_credit_ties
from stemma.trace.echoes import find_echoes
from stemma.trace.media import Media, know_media
from stemma.trace.mentions import find_mentions, lead_end
from stemma.trace.own_reporting import Signs, count_grams, find_signs
from stemma.trace.releases import find_releases
from stemma.trace.shared_text import Story
from stemma.trace.ties import Tie
from stemma.trace.tree import draw
from stemma.trace.wording import find_wording

_MOSTLY_COPIED = 0.4


def trace(story: Sequence[Extracted], *, hide_credits: bool = False) -> Stemma:
    """Draw the family tree of the copies of one story.

    Edges go from what was taken from to what took: credits and citations as the reports say
    them, borrowings as shared passages show them. Where nothing tells which of two reports
    took from the other, both took from a lost copy. ``hide_credits`` hides what the reports
    say about whom they rely on: shared passages alone speak. The order of reports changes
    nothing.
    """
    ordered = sorted(story, key=lambda one: one.annotated.report.id)
    wordings = [find_wording(one) for one in ordered]
    media = know_media(one.annotated.report for one in ordered)
    grams = count_grams(wordings)
    signs = {
        wording.report: find_signs(one, wording, grams, media)
        for one, wording in zip(ordered, wordings, strict=True)
    }
    lone = {report for report, found in signs.items() if not found.any}
    told = [] if hide_credits else ordered
    ties = tuple(tie for one in told for tie in _find_ties(one, signs, media))
    comparisons = compare_all(wordings)
    return draw(
        Story(
            reports={one.annotated.report.id: one.annotated.report for one in ordered},
            ties=ties,
            links=_find_links(comparisons, ties, lone) + find_echoes(ordered, ties),
            releases=find_releases(ordered),
            voiced=_find_voiced(comparisons, ties, signs),
        )
    )


def _find_voiced(
    comparisons: Sequence[Comparison], ties: Sequence[Tie], signs: Mapping[str, Signs]
) -> frozenset[str]:
    """Find the reports that quote several people of their own and are nobody's copy as a whole."""
    copies = {tie.report for tie in ties if tie.kind == "credit" and tie.is_firm}
    for comparison in comparisons:
        shared = sum(run.own for run in comparison.runs)
        for side in (comparison.left, comparison.right):
            if shared >= _MOSTLY_COPIED * max(1, side.own_words):
                copies.add(side.report)
    return frozenset(
        report for report, found in signs.items() if found.quotes_people and report not in copies
    )


def _find_ties(extracted: Extracted, signs: Mapping[str, Signs], media: Media) -> tuple[Tie, ...]:
    """Find whom one report relies on; a credit says more than a mention."""
    report = extracted.annotated.report
    given = find_credit_ties(report, media)
    credited = {tie.medium for tie in given}
    mentions = [one for one in find_mentions(extracted, media) if one.medium not in credited]
    only = not given and len(mentions) == 1
    lead = lead_end(extracted)
    mentioned = [
        tie
        for mention in mentions
        for tie in mention.ties(signs=signs[report.id], only=only, lead=lead)
    ]
    return (*given, *mentioned)


def _find_links(
    comparisons: Sequence[Comparison], ties: Sequence[Tie], lone: Collection[str]
) -> tuple[Link, ...]:
    """Judge every two reports but those that are the copies of two different agencies.

    ``lone`` are the reports without signs of reporting of their own.
    """
    relied = {tie.report: tie.medium for tie in ties if tie.is_firm and tie.medium.is_agency}
    links: list[Link] = []
    for comparison in comparisons:
        ends = (comparison.left.report, comparison.right.report)
        tied = [end for end in ends if end in relied]
        if len({relied[end] for end in tied}) > 1:
            continue
        free = [end for end in ends if end not in relied]
        link = judge(comparison, prior=len(tied) == 1 and free[0] in lone)
        if link is not None:
            links.append(link)
    return tuple(links)
