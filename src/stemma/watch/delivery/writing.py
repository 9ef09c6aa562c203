"""An alert as JSON and as plain text."""

from typing import Any

from stemma.model import Alert
from stemma.model.alert import AlertKind

LABELS: dict[AlertKind, str] = {
    "new_story": "New story",
    "second_origin": "Second independent origin",
    "new_conflict": "New conflict",
    "changed_figure": "Changed figure",
    "revised_report": "Revised report",
}


def to_object(alert: Alert) -> dict[str, Any]:
    """Give an alert as JSON has it: every piece of evidence with its words."""
    return {
        "id": alert.id,
        "kind": alert.kind,
        "story": alert.story,
        "at": alert.at,
        "message": alert.message,
        "evidence": [
            {"report": span.report, "start": span.start, "end": span.end, "text": quote}
            for span, quote in zip(alert.evidence, alert.quotes, strict=True)
        ],
    }


def to_title(alert: Alert) -> str:
    """Give an alert in a line."""
    return " ".join(f"{LABELS[alert.kind]}: {alert.message}".split())


def to_text(alert: Alert) -> str:
    """Give an alert with its quotes, each with the place of its words."""
    lines = [to_title(alert)]
    lines += [
        f"  “{' '.join(quote.split())}”  [{span.report} {span.start}–{span.end}]"
        for span, quote in zip(alert.evidence, alert.quotes, strict=True)
    ]
    return "\n".join([*lines, f"  {alert.at}  {alert.story}"])
