"""Reports to stories."""

from collections.abc import Sequence

from stemma.group.adoption import adopt
from stemma.group.contrast import split
from stemma.group.features import find_features
from stemma.group.linkage import link
from stemma.group.similarity import compare_all
from stemma.model import Annotated

_SAME_STORY = 0.43


def group(annotated: Sequence[Annotated]) -> tuple[tuple[str, ...], ...]:
    """Group reports by the event that they tell: report ids, stories and members sorted.

    Reports are compared by rare words, names and the meaning of their openings, and joined by
    average linkage; a cluster falls apart again where two camps tell events of one kind (see
    ``contrast``), and a lone report goes to the story that it is clearly nearest to. What remains
    alone is a story of its own. Reports without sentences
    (not in English) are left out. The order of input changes nothing.
    """
    reports = sorted(
        (find_features(one) for one in annotated if one.sentences), key=lambda one: one.report
    )
    scores = {(left, right): signals.probability for left, right, signals in compare_all(reports)}
    pairs = ((left, right, score) for (left, right), score in scores.items())
    clusters = link(len(reports), pairs, threshold=_SAME_STORY)
    parted = [part for cluster in clusters for part in split(cluster, reports, scores)]
    stories = adopt(parted, scores, [report.day for report in reports])
    return tuple(sorted(tuple(reports[at].report for at in sorted(story)) for story in stories))
