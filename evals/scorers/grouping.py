"""Grouping reports into stories: B-cubed precision, recall and F1 over all reports of a corpus.

news_cluster is read as the program reads it, residue and all; ECB+ is clean, and of its topics
both like events are in, each a story of its own. One setting serves both. ``false_merges`` is
the share of pairs put together that belong apart. The peer is TF-IDF with average linkage, cut
at one similarity for both.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evals.material import annotate, make_report
from evals.outcome import Outcome, Selection, if_present
from evals.readers.ecbplus import read_ecbplus
from evals.readers.news_cluster import read_news_cluster
from evals.scorers import tfidf

from stemma import group
from stemma.model import Report

KEYS = ("news_cluster_b3_f1", "news_cluster_b3_p", "ecbplus_b3_f1")
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

    def news_cluster() -> Mapping[str, float]:
        found = read_news_cluster(selection)
        cubed = compare("news_cluster", [one.report for one in found], [one.event for one in found])
        return {KEYS[0]: cubed.f1, KEYS[1]: cubed.precision}

    def ecbplus() -> Mapping[str, float]:
        found = read_ecbplus(selection)
        reports = [make_report(one.text, name=one.name, title=one.has_title) for one in found]
        cubed = compare("ecbplus", reports, [one.event for one in found])
        details["ecbplus_b3_p"] = cubed.precision
        return {KEYS[2]: cubed.f1}

    figures = if_present(news_cluster, *KEYS[:2]) | if_present(ecbplus, KEYS[2])
    return Outcome(figures=figures, peers=peers, details=details)


def stories_of(reports: Sequence[Report]) -> list[int]:
    """Give each report the number of its story."""
    stories = group.group([annotate(report) for report in reports])
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
