"""News articles labelled with their event: JSON records as scrapers write them."""

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from evals.material import read_bytes, text_of
from evals.outcome import Selection

from stemma.model import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class EventReport:
    """A report as the program reads it, and its event."""

    event: str
    report: Report


def read_records(selection: Selection) -> list[list[dict[str, Any]]]:
    """Give the labelled records event by event; a sample takes whole events, by number.

    Raises:
        MissingCorpusError: The corpus is not there.
    """
    by_event: defaultdict[int, list[dict[str, Any]]] = defaultdict(list)
    files = Selection(corpora=selection.corpora).files("*.json", "news_cluster", "news_cluster")
    for path in files:
        record = json.loads(text_of(path))
        by_event[int(record["newsCluster"]["EventId"])].append(record)
    found: list[list[dict[str, Any]]] = []
    for _, records in sorted(by_event.items()):
        if selection.sample is None or sum(map(len, found)) < selection.sample:
            found.append(sorted(records, key=lambda one: str(one["dId"])))
    return found


def read_news_cluster(selection: Selection) -> list[EventReport]:
    """Read the labelled articles as the program reads them.

    Raises:
        MissingCorpusError: The corpus is not there.
    """
    return [
        EventReport(event=str(record["newsCluster"]["EventId"]), report=report)
        for records in read_records(selection)
        for record in records
        for report in read_record(record)
    ]


def read_record(record: Mapping[str, Any]) -> tuple[Report, ...]:
    """Read one record as the program reads it; nothing where it cannot be read."""
    name = f"{record.get('dId') or 'record'}.json"
    return read_bytes(json.dumps(dict(record)).encode(), path=name)[:1]
