"""Stand-off truths about events of news_cluster: offsets and labels, never the words.

``evals/annotations/README.md`` gives the layout. A truth is read into the form that the truth
about ``examples/`` has, so that one scorer serves both.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.examples import Entry, Told
from evals.material import text_of
from evals.outcome import MissingCorpusError, Selection

from stemma import app
from stemma.model import Report

FOLDER = Path(__file__).resolve().parents[1] / "annotations"


class StaleAnnotationError(Exception):
    """An annotation belongs to another version of a text than the one at hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    path: Path
    words: str


def told_of_events(selection: Selection, *, folder: Path = FOLDER) -> list[Told]:
    """Run over each annotated event, and give what was told with the truth beside it.

    Events whose articles are not all at hand are left out, and all of them where a sample will
    do: an event cannot be taken in part.

    Raises:
        StaleAnnotationError: The text of an article is not the one that was annotated.
    """
    found: list[Told] = []
    if selection.sample is not None:
        return found
    for path in sorted(folder.glob("*.json")):
        annotation = json.loads(text_of(path))
        try:
            texts = _texts(selection, annotation)
        except MissingCorpusError:
            continue
        found.append(_tell(annotation, texts))
    return found


def _texts(selection: Selection, annotation: Mapping[str, Any]) -> dict[str, _Text]:
    texts: dict[str, _Text] = {}
    for key, expected in annotation["reports"].items():
        path = selection.folder("news_cluster", "news_cluster", f"{key}.json")
        words = str(json.loads(text_of(path))["text"])
        if hashlib.sha256(words.encode()).hexdigest() != expected:
            message = f"{path.name} is not the text that was annotated"
            raise StaleAnnotationError(message)
        texts[key] = _Text(path=path, words=words)
    return texts


def _tell(annotation: Mapping[str, Any], texts: Mapping[str, _Text]) -> Told:
    coverage = app.report([str(text.path) for text in texts.values()])
    reports: dict[str, Report] = {
        key: report
        for key, text in texts.items()
        for report in coverage.reports
        if str(text.path) in report.paths
    }
    key = str(annotation["event"])
    story: Entry = {"id": key, "reports": list(texts), "origins": annotation["origins"]}
    findings = [
        {"kind": one["kind"], "sides": [_quotes(side, texts) for side in one["sides"]]}
        for one in annotation["findings"]
    ]
    return Told(
        truth={"stories": [story], "findings": findings},
        reports=reports,
        stories=coverage.stories,
    )


def _quotes(side: list[list[Any]], texts: Mapping[str, _Text]) -> list[Entry]:
    return [{"report": key, "text": texts[key].words[start:end]} for key, start, end in side]
