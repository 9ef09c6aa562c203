"""Lineage: who took from whom, with the credits hidden; and the credits themselves.

``p`` and ``r`` are over pairs of reports of one news_cluster event. Every sign of an agency is
taken out of the articles before the program sees them. A pair belongs to one family where both
credited one agency, or where one repeats at least half of the other (runs of five words); it
does not where they credited different agencies or share next to nothing, and no chain of
reports that share a tenth or an agency ties them. All other pairs are left out: nobody can tell.

``credit_p`` and ``credit_r`` are over agencies named for reports: of news_cluster, where the
byline, the dateline, the copyright line or the site name one, and of PolNeAR, whose metadata do.
"""

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from evals.material import annotate, text_of
from evals.outcome import MissingCorpusError, Outcome, Selection, Tally, if_present
from evals.readers.agency_copy import agencies_of, canonical, without_credits
from evals.readers.news_cluster import read_record, read_records

from stemma import trace
from stemma.extract import extract

KEYS = ("p", "r", "credit_p", "credit_r")
_RUN = 5
_SAME = 0.5
_TIED = 0.1
_NOTHING = 0.01
_UNTOLD = {"", "None", "NA"}

Record = Mapping[str, Any]


def score(selection: Selection) -> Outcome:
    """Score families on news_cluster, and credits there and on PolNeAR."""
    details: dict[str, float] = {}

    def families() -> Mapping[str, float]:
        tally = Tally()
        for event in read_records(selection):
            count_families(tally, event)
        details["pairs_of_one_family"] = tally.wanted
        details["pairs_told_to_be"] = tally.given
        return {"p": tally.precision, "r": tally.recall}

    def credits_() -> Mapping[str, float]:
        tally = Tally()
        for record in (one for event in read_records(selection) for one in event):
            _count_credits(tally, record, agencies_of(record))
        details["news_cluster_credit_p"] = tally.precision
        details["news_cluster_credit_r"] = tally.recall
        try:
            polnear = list(polnear_records(selection))
        except MissingCorpusError:
            polnear = []
        for record, wire in polnear:
            _count_credits(tally, record, frozenset(wire))
        return {"credit_p": tally.precision, "credit_r": tally.recall}

    return Outcome(
        figures=if_present(families, "p", "r") | if_present(credits_, "credit_p", "credit_r"),
        details=details,
    )


def count_families(tally: Tally, records: Sequence[Record]) -> None:
    """Count the pairs of one event."""
    read = [
        (agencies_of(record), report)
        for record in records
        for report in read_record(without_credits(record))
    ]
    stemma = trace.trace(tuple(extract(annotate(report)) for _, report in read))
    family = {report: at for at, members in enumerate(stemma.families) for report in members}
    ties = Ties([credited for credited, _ in read], [report.text for _, report in read])
    for left, right in combinations(range(len(read)), 2):
        one, other = read[left][1].id, read[right][1].id
        belongs = ties.belong_together(left, right)
        if belongs is not None and one != other:
            together = one in family and family[one] == family.get(other)
            tally.add(belongs and together, together, belongs)


class Ties:
    """What ties the reports of one event, as far as one can tell from credits and copied words."""

    def __init__(self, credited: Sequence[frozenset[str]], texts: Sequence[str]) -> None:
        """Take the agencies that each report credits, and its text."""
        self._credited = credited
        self._shared = {
            (left, right): shared(texts[left], texts[right])
            for left, right in combinations(range(len(texts)), 2)
        }
        self._chain = list(range(len(texts)))
        for (left, right), share in self._shared.items():
            if share >= _TIED or credited[left] & credited[right]:
                kept, gone = self._chain[left], self._chain[right]
                self._chain = [kept if link == gone else link for link in self._chain]

    def belong_together(self, left: int, right: int) -> bool | None:
        """Tell whether two reports, the left one first, are of one family; None: unknown."""
        mine, theirs = self._credited[left], self._credited[right]
        share = self._shared[left, right]
        if mine & theirs or share >= _SAME:
            return True
        tied = self._chain[left] == self._chain[right]
        if not tied and ((mine and theirs) or share < _NOTHING):
            return False
        return None


def shared(left: str, right: str) -> float:
    """Give the share of runs of five words of the shorter text that the other has."""
    ours, theirs = _runs(left), _runs(right)
    return len(ours & theirs) / max(min(len(ours), len(theirs)), 1)


def polnear_records(selection: Selection) -> Iterable[tuple[dict[str, Any], set[str]]]:
    """Give PolNeAR's articles as records, with the agency that the metadata name.

    Raises:
        MissingCorpusError: The corpus is not there.
    """
    path = selection.folder("polnear", "metadata.tsv")
    with path.open(encoding="utf-8", newline="") as file:
        rows = {row["filename"]: row for row in csv.DictReader(file, delimiter="\t")}
    for text in _texts(selection):
        row = rows.get(text.stem)
        if row is not None and row["wire"] != "NA":
            wire = set[str]() if row["wire"] in _UNTOLD else {canonical(row["wire"])}
            yield _record(row, text_of(text)), wire


def _texts(selection: Selection) -> list[Path]:
    found: list[Path] = []
    for part in ("dev", "train"):
        try:
            found += selection.files("*.txt", "polnear", part, "text")
        except MissingCorpusError:
            continue
    return found


def _record(row: Mapping[str, str], text: str) -> dict[str, Any]:
    authors = [] if row["author"] in _UNTOLD else [row["author"]]
    title = None if row["title"] in _UNTOLD else row["title"]
    date = row["publication_date"]
    return {"title": title, "text": text, "authors": authors, "date_publish": date}


def _count_credits(tally: Tally, record: Record, wanted: frozenset[str]) -> None:
    for report in read_record(record):
        given = {canonical(one.agency) for one in report.credits if one.basis != "contribution"}
        if report.agency:
            given.add(canonical(report.agency))
        tally.add(len(given & wanted), len(given), len(wanted))


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}
