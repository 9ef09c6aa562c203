"""How a report comes into a store: with the bytes that it would have been read from."""

from stemma.model import Report, Run
from stemma.stores import Ledger
from stemma.stores.raws import Arrival, name_bytes

READING = Run(method="read.v1")
NOON = "2026-03-10T12:00:00Z"
LATER = "2026-03-11T12:00:00Z"


def keep(ledger: Ledger, report: Report, *, words: str = "words", seen: str = NOON) -> bool:
    content = report.text.encode("utf-8", "surrogatepass")
    raw = name_bytes(content)
    arrival = Arrival(
        raw=raw, path=report.paths[0], url=report.url, content_type="text/plain", seen=seen
    )
    ledger.raws.keep(arrival, content)
    ledger.work.register(READING)
    return ledger.reports.keep(report, raw=raw, run=READING, words=words, seen=seen)
