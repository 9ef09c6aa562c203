"""Verdicts about whole reports: which are of one story, and which are not."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from stemma.decide.consistency import Opinion, reconcile
from stemma.model import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Pins:
    """Reports that people put ``together`` or ``apart``, and those ``taken_out`` of their stories.

    ``overruled`` are the verdicts that a later one contradicts, with that one.
    """

    together: tuple[tuple[str, str], ...]
    apart: tuple[tuple[str, str], ...]
    taken_out: frozenset[str]
    overruled: tuple[tuple[Verdict, Verdict], ...]


def find_pins(verdicts: Iterable[Verdict], latest: Mapping[str, str]) -> Pins:
    """Give what people decided about stories.

    ``latest`` maps the reports that verdicts name to the version that stands for each now;
    verdicts about others are passed over. Where a report was taken out of a story, the reports
    that it left stay together, but for those that were parted from them as well.
    """
    opinions = [
        Opinion(verdict=one, one=latest[names[0]], others=tuple(latest[name] for name in names[1:]))
        for one in verdicts
        if one.kind in {"same_story", "different_story"}
        and (names := [anchor.span.report for anchor in one.subject])
        and all(name in latest for name in names)
    ]
    pairs, overruled = reconcile(opinions)
    gone = {verdict.id for verdict, _ in overruled}
    takings = [one for one in opinions if len(one.others) > 1 and one.verdict.id not in gone]
    left = (pair for one in takings for pair in pairwise(_stay(one.others, pairs.apart)))
    return Pins(
        together=(*pairs.together, *left),
        apart=pairs.apart,
        taken_out=frozenset(one.one for one in takings),
        overruled=overruled,
    )


def _stay(reports: Iterable[str], apart: Iterable[tuple[str, str]]) -> list[str]:
    """Leave out those that were taken away from others of the same reports."""
    known = set(reports)
    taken = {one for one, other in apart if one in known and other in known}
    return sorted(known - taken)
