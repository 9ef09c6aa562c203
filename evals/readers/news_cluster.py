"""News articles labelled with their event: JSON records as scrapers write them."""

import json
from dataclasses import dataclass, replace
from pathlib import Path

from evals.material import read_bytes, text_of
from evals.outcome import Selection

from stemma.model import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class EventReport:
    """A report as the program reads it, its event, and the corpus's id of it."""

    key: str
    event: str
    report: Report


def read_news_cluster(selection: Selection) -> list[EventReport]:
    """Read the labelled articles; a sample takes whole events, in the order of their numbers.

    Raises:
        MissingCorpusError: The corpus is not there.
    """
    files = Selection(corpora=selection.corpora).files("*.json", "news_cluster", "news_cluster")
    found = [one for path in files for one in _read(path)]
    found.sort(key=lambda one: (int(one.event), one.key))
    if selection.sample is None or selection.sample >= len(found):
        return found
    last = found[selection.sample - 1].event
    return [one for one in found if int(one.event) <= int(last)]


def _read(path: Path) -> list[EventReport]:
    record = json.loads(text_of(path))
    event = str(record["newsCluster"]["EventId"])
    return [
        EventReport(
            key=record["dId"],
            event=event,
            report=replace(report, paths=(f"{path.name}",)),
        )
        for report in read_bytes(path.read_bytes(), path=path.name)
    ]
