import io
import json
from pathlib import Path

import pytest

from stemma.model import Alert
from stemma.watch.delivery import AtomFile, DeliveryError, Lines, Printed


def test_a_printed_alert_quotes_its_evidence(alert: Alert):
    stream = io.StringIO()
    Printed(stream=stream).deliver(alert)
    assert stream.getvalue().startswith("New conflict: Gate fails: The figures differ")
    assert "“four dead”  [report:one 10–19]" in stream.getvalue()


def test_a_line_is_an_alert_with_the_words_of_every_span(alert: Alert, tmp_path: Path):
    path = tmp_path / "alerts.jsonl"
    channel = Lines(path=path)
    channel.deliver(alert)
    channel.deliver(alert)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) == 2
    assert json.loads(lines[0]) == {
        "id": alert.id,
        "kind": "new_conflict",
        "story": alert.story,
        "at": "2026-01-14T06:00:00Z",
        "message": alert.message,
        "evidence": [
            {"report": "report:one", "start": 10, "end": 19, "text": "four dead"},
            {"report": "report:two", "start": 0, "end": 11, "text": "five & more"},
        ],
    }


def test_a_feed_is_replaced_as_a_whole_and_leaves_nothing_beside_it(alert: Alert, tmp_path: Path):
    path = tmp_path / "alerts.xml"
    path.write_text("what was there before", encoding="utf-8")
    AtomFile(path=path, latest=lambda: [alert]).deliver(alert)
    assert path.read_text(encoding="utf-8").startswith("<?xml")
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("kind", ["lines", "atom"])
def test_a_file_that_cannot_be_written_is_tried_later(alert: Alert, tmp_path: Path, kind: str):
    path = tmp_path / "nowhere" / "alerts"
    channel = Lines(path=path) if kind == "lines" else AtomFile(path=path, latest=list)
    with pytest.raises(DeliveryError, match="cannot be written: No such file"):
        channel.deliver(alert)
