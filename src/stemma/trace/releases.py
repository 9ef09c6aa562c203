"""The makers of news: reports that stand on the site of an institution of the story itself."""

import re
from collections.abc import Iterable, Sequence

from stemma.model import Extracted, Report, Source
from stemma.press.addresses import host_of
from stemma.press.outlets import is_known_outlet

_INSTITUTION = re.compile(r"\.(?:edu|gov|mil|int|gouv|govt|gob|ac|nhs|police)(?:\.[a-z]{2})?$")
_NO_WORD = re.compile(r"[\W_]+")
_PLAIN_LABELS = frozenset(
    {"about", "ac", "blog", "blogs", "co", "com", "corporate", "gov", "info", "investors", "media",
     "net", "news", "newsroom", "org", "press", "pressroom", "www"}
)  # fmt: skip
_SHORTEST_LABEL = 3


def find_releases(story: Sequence[Extracted]) -> frozenset[str]:
    """Find the reports (ids) that an institution of the story publishes about itself.

    That is a host of universities, authorities or courts ("news.quaymouth.ac.uk"), or one named
    like an organisation that another report quotes ("blog.ostworks.example"). Known outlets are
    no institutions of a story.
    """
    speakers = [
        (one.annotated.report.id, statement.source)
        for one in story
        for statement in one.statements
        if statement.source is not None
    ]
    return frozenset(
        report.id
        for report in (one.annotated.report for one in story)
        if _is_institution(report)
        or any(teller != report.id and speaks_for(report, source) for teller, source in speakers)
    )


def speaks_for(report: Report, source: Source) -> bool:
    """Tell whether a report stands on the site of an organisation that is quoted."""
    labels = _labels(report)
    if source.kind != "organisation" or not labels:
        return False
    words = [_NO_WORD.sub("", word) for word in source.name.casefold().split()]
    if "".join(words) in labels:
        return True
    return _is_institution(report) and any(word in labels for word in words)


def _is_institution(report: Report) -> bool:
    host = host_of(report.url or "")
    return bool(host and _INSTITUTION.search(host)) and not _is_press(report)


def _labels(report: Report) -> frozenset[str]:
    """Give the telling parts of a host name; none for the press."""
    host = host_of(report.url or "")
    if not host or _is_press(report):
        return frozenset()
    labels: Iterable[str] = (label.replace("-", "") for label in host.split("."))
    return frozenset(
        label for label in labels if len(label) >= _SHORTEST_LABEL and label not in _PLAIN_LABELS
    )


def _is_press(report: Report) -> bool:
    return report.agency is not None or is_known_outlet(report.outlet or "")
