"""Grouping reports into stories: B-cubed precision, recall and F1 over all reports of a corpus.

news_cluster is read as the program reads it, residue and all; ECB+ is clean, and of its topics
both like events are in, each a story of its own. One setting serves both. ``false_merges`` is
the share of pairs put together that belong apart. The peer is TF-IDF with average linkage, cut
at one similarity for both.

``arriving`` is the same where reports come one by one, in several random orders: the worst of them.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from evals.material import annotate, make_report
from evals.outcome import Outcome, Selection, if_present
from evals.readers.ecbplus import read_ecbplus
from evals.readers.news_cluster import read_news_cluster
from evals.scorers import tfidf

from stemma import group
from stemma.model import Report

KEYS = (
    "news_cluster_b3_f1",
    "news_cluster_b3_p",
    "news_cluster_arriving_b3_f1",
    "ecbplus_b3_f1",
    "ecbplus_arriving_b3_f1",
)
_NEWS, _SHORT = KEYS[:3], KEYS[3:]
ORDERS = 4
_FIRST_SEEN = 730_000
"""The day on which all reports are first seen, which stands in for dates that they do not have."""

PEER_LEAST = 0.18
"""The similarity that serves the peer best on both corpora together."""


@dataclass(frozen=True, slots=True)
class Cubed:
    """B-cubed precision and recall (Bagga and Baldwin, 1998)."""

    precision: float
    recall: float
    false_merges: float

    @property
    def f1(self) -> float:
        """The harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def score(selection: Selection) -> Outcome:
    """Score both corpora."""
    peers: dict[str, float] = {}
    details: dict[str, float] = {}

    def compare(corpus: str, reports: Sequence[Report], events: Sequence[str]) -> Cubed:
        theirs = b_cubed(events, tfidf.group([report.text for report in reports], least=PEER_LEAST))
        ours = b_cubed(events, stories_of(reports))
        peers[f"{corpus}_b3_f1"] = theirs.f1
        peers[f"{corpus}_b3_p"] = theirs.precision
        details[f"{corpus}_b3_r"] = ours.recall
        details[f"{corpus}_false_merges"] = ours.false_merges
        return ours

    def worst_arriving(corpus: str, reports: Sequence[Report], events: Sequence[str]) -> float:
        scores = [b_cubed(events, arrive(reports, order=order)).f1 for order in range(ORDERS)]
        details[f"{corpus}_arriving_b3_f1_best"] = max(scores)
        return min(scores)

    def news_cluster() -> Mapping[str, float]:
        found = read_news_cluster(selection)
        found_reports, events = [one.report for one in found], [one.event for one in found]
        cubed = compare("news_cluster", found_reports, events)
        arriving = worst_arriving("news_cluster", found_reports, events)
        return dict(zip(_NEWS, (cubed.f1, cubed.precision, arriving), strict=True))

    def ecbplus() -> Mapping[str, float]:
        found = read_ecbplus(selection)
        reports = [make_report(one.text, name=one.name, title=one.has_title) for one in found]
        events = [one.event for one in found]
        cubed = compare("ecbplus", reports, events)
        details["ecbplus_b3_p"] = cubed.precision
        arriving = worst_arriving("ecbplus", reports, events)
        return dict(zip(_SHORT, (cubed.f1, arriving), strict=True))

    figures = if_present(news_cluster, *_NEWS) | if_present(ecbplus, *_SHORT)
    return Outcome(figures=figures, peers=peers, details=details)


def stories_of(reports: Sequence[Report]) -> list[int]:
    """Give each report the number of its story."""
    return _number(reports, group.group([annotate(report) for report in reports]))


def arrive(reports: Sequence[Report], *, order: int) -> list[int]:
    """Let reports come one by one in a random order; give each the number of its story."""
    index = group.MemoryIndex()
    spread: group.Spread | None = None
    annotated = [found for report in reports if (found := annotate(report)).sentences]
    Random(order).shuffle(annotated)  # noqa: S311 - an order, not a secret
    for one in annotated:
        features = group.find_features(one)
        spread = group.count_common(index, spread)
        change = group.arrive(features, index=index, seen=_FIRST_SEEN, spread=spread)
        group.add(features, index=index, seen=_FIRST_SEEN)
        index.apply(change)
    return _number(reports, list(index.stories().values()))


def _number(reports: Sequence[Report], stories: Sequence[Sequence[str]]) -> list[int]:
    number = {report: at for at, members in enumerate(stories) for report in members}
    alone = len(stories)
    return [number.get(report.id, alone + at) for at, report in enumerate(reports)]


def b_cubed(wanted: Sequence[str], given: Sequence[int]) -> Cubed:
    """Compare groups: for each report, how much of its group is right and how much is there."""
    size = Counter(given)
    true_size = Counter(wanted)
    both = Counter(zip(wanted, given, strict=True))
    number = max(len(wanted), 1)
    pairs = sum(count * (count - 1) // 2 for count in size.values())
    right = sum(count * (count - 1) // 2 for count in both.values())
    return Cubed(
        precision=sum(count * count / size[cell[1]] for cell, count in both.items()) / number,
        recall=sum(count * count / true_size[cell[0]] for cell, count in both.items()) / number,
        false_merges=(pairs - right) / pairs if pairs else 0.0,
    )
