"""Reports to stories."""

from collections.abc import Collection, Iterable, Sequence

from stemma.group.adoption import adopt
from stemma.group.contrast import split
from stemma.group.features import Features, find_features
from stemma.group.linkage import Pair, link
from stemma.group.pins import NO_PINS, Pins, bring_together, keep_out, places
from stemma.group.similarity import Signals, compare_all
from stemma.group.witnesses import Witnesses, find_witnesses
from stemma.model import Annotated

_SAME_STORY = 0.43


def group(annotated: Sequence[Annotated], *, pins: Pins = NO_PINS) -> tuple[tuple[str, ...], ...]:
    """Group reports by the event that they tell: report ids, stories and members sorted.

    Reports are compared by rare words, names and the meaning of their openings, and joined by
    average linkage, in which copies of one text count as one; a cluster falls apart again where
    two camps tell events of one kind (see ``contrast``), and a lone report goes to the story that
    it is clearly nearest to. What remains alone is a story of its own. What people decided holds
    against all that. Reports without sentences (not in English) are left out. The order of input
    changes nothing.
    """
    reports = in_order(find_features(one) for one in annotated if one.sentences)
    return partition(reports, compare_all(reports), pins=pins)


def in_order(reports: Iterable[Features]) -> list[Features]:
    """Put reports in the order of their ids, in which they are compared and parted."""
    return sorted(reports, key=lambda report: report.report)


def partition(
    reports: Sequence[Features],
    signals: Signals,
    *,
    pins: Pins = NO_PINS,
    held: Sequence[Sequence[str]] = (),
) -> tuple[tuple[str, ...], ...]:
    """Part reports into stories: report ids, stories and members sorted.

    ``signals`` are of pairs of places in ``reports``, which are in the order of their ids. The
    reports of a block in ``held`` stay together, but for those that people part. Copies of one
    text count as one.
    """
    names = [report.report for report in reports]
    place = {name: at for at, name in enumerate(names)}
    apart = places(pins.apart, names)
    blocks = [_without_parted([place[name] for name in block], apart) for block in held]
    witnesses = find_witnesses(reports, signals, held=blocks, apart=apart)
    parted = _part(
        witnesses,
        held=[witnesses.of(block) for block in blocks],
        apart={(left, right) for left, right in map(witnesses.of, apart)},
        taken_out=witnesses.of(place[name] for name in pins.taken_out if name in place),
    )
    copied = [[at for one in story for at in witnesses.copies[one]] for story in parted]
    stories = bring_together(copied, places(pins.together, names), apart)
    return tuple(sorted(tuple(names[at] for at in sorted(story)) for story in stories))


def _without_parted(block: Sequence[int], apart: Sequence[Pair]) -> list[int]:
    """Leave out the reports that are not to be with others of a block."""
    present = set(block)
    parted = {at for pair in apart if present.issuperset(pair) for at in pair}
    return [at for at in block if at not in parted]


def _part(
    witnesses: Witnesses,
    *,
    held: Sequence[Sequence[int]],
    apart: Collection[Pair],
    taken_out: Collection[int],
) -> list[list[int]]:
    """Link witnesses, split what two camps contradict, and give lone ones to a story."""
    reports, scores = witnesses.reports, witnesses.scores
    if taken_out:
        scores = keep_out(scores, taken_out, apart)
    pairs = ((left, right, score) for (left, right), score in scores.items())
    clusters = link(len(reports), pairs, threshold=_SAME_STORY, held=held, apart=apart)
    parted = [part for cluster in clusters for part in split(cluster, reports, scores, held=held)]
    return adopt(parted, scores, [report.day for report in reports], apart=apart)
