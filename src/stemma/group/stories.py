"""Reports to stories."""

from collections.abc import Sequence

from stemma.group.adoption import adopt
from stemma.group.contrast import split
from stemma.group.features import Features, find_features
from stemma.group.linkage import link
from stemma.group.pins import NO_PINS, Pins, bring_together, places
from stemma.group.similarity import compare_all
from stemma.group.spread import Spread
from stemma.model import Annotated

_SAME_STORY = 0.43


def group(annotated: Sequence[Annotated], *, pins: Pins = NO_PINS) -> tuple[tuple[str, ...], ...]:
    """Group reports by the event that they tell: report ids, stories and members sorted.

    Reports are compared by rare words, names and the meaning of their openings, and joined by
    average linkage; a cluster falls apart again where two camps tell events of one kind (see
    ``contrast``), and a lone report goes to the story that it is clearly nearest to. What remains
    alone is a story of its own. What people decided holds against all that. Reports without
    sentences (not in English) are left out. The order of input changes nothing.
    """
    return partition([find_features(one) for one in annotated if one.sentences], pins=pins)


def partition(
    reports: Sequence[Features],
    *,
    spread: Spread | None = None,
    pins: Pins = NO_PINS,
    held: Sequence[Sequence[str]] = (),
) -> tuple[tuple[str, ...], ...]:
    """Part reports into stories: report ids, stories and members sorted.

    ``spread`` counts the words of the collection that the reports are from, where they are not
    all of it. The reports of a block in ``held`` stay together.
    """
    reports = sorted(reports, key=lambda report: report.report)
    names = [report.report for report in reports]
    place = {name: at for at, name in enumerate(names)}
    blocks = [[place[name] for name in block] for block in held]
    apart = places(pins.apart, names)
    scores = compare_all(reports, spread=spread).scores
    clusters = link(
        len(reports),
        ((left, right, score) for (left, right), score in scores.items()),
        threshold=_SAME_STORY,
        held=blocks,
        apart=apart,
    )
    parted = [part for cluster in clusters for part in split(cluster, reports, scores, held=blocks)]
    adopted = adopt(parted, scores, [report.day for report in reports], apart=apart)
    stories = bring_together(adopted, places(pins.together, names), apart)
    return tuple(sorted(tuple(names[at] for at in sorted(story)) for story in stories))
