"""Lineage: who took from whom, with the credits hidden; and the credits themselves.

``p`` and ``r`` are over pairs of reports of one news_cluster event. Every sign of an agency is
taken out of the articles before the program sees them. A pair belongs to one family where both
credited one agency, or where one repeats at least half of the other (runs of five words); it
does not where both credited different agencies, or where they share next to nothing and do not
credit the same one. All other pairs are left out: nobody can tell.

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
    for (mine, left), (theirs, right) in combinations(read, 2):
        belongs = belong_together(mine, theirs, shared(left.text, right.text))
        if belongs is None or left.id == right.id:
            continue
        together = left.id in family and family[left.id] == family.get(right.id)
        tally.add(belongs and together, together, belongs)


def belong_together(mine: frozenset[str], theirs: frozenset[str], copied: float) -> bool | None:
    """Tell whether two reports are of one family, by agencies and copied share; None: unknown."""
    if mine & theirs or copied >= _SAME:
        return True
    if (mine and theirs) or copied < _NOTHING:
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
