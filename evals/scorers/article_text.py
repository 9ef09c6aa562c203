"""What is read from web pages: the body, the date and the authors.

``token_f1`` compares runs of four words of the body (counted as often as they occur), precision
and recall averaged over pages before the F1 is taken, as in the article extraction benchmark of
Scrapinghub. The headline and the byline are not body. ``date``: the day is right, of the pages
that have one. ``authors``: exactly the same names, of the pages that have some. The peer is
trafilatura with ``favor_precision`` for the body, with its defaults for date and authors.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import trafilatura
from evals.material import read_bytes
from evals.outcome import Outcome, Selection, Tally
from evals.readers.andy import Page, read_andy

from stemma.model import Report

KEYS = ("token_f1", "date", "authors", "peer_token_f1")
_RUN = 4
_BODY = frozenset({"body", "subhead", "standfirst", "dateline"})


@dataclass(slots=True)
class Overlap:
    """Precision and recall of runs of words, a page at a time."""

    precisions: list[float] = field(default_factory=list[float])
    recalls: list[float] = field(default_factory=list[float])

    def add(self, found: str, wanted: str) -> None:
        """Count one page."""
        left, right = runs(found), runs(wanted)
        shared = sum((left & right).values())
        self.precisions.append(shared / max(left.total(), 1))
        self.recalls.append(shared / max(right.total(), 1))

    @property
    def f1(self) -> float:
        """The F1 of the mean precision and the mean recall."""
        precision, recall = mean(self.precisions), mean(self.recalls)
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def score(selection: Selection) -> Outcome:
    """Score the pages."""
    ours, theirs = Overlap(), Overlap()
    dates, authors, peer_dates, titles = Tally(), Tally(), Tally(), Tally()
    for page in read_andy(selection):
        reports = read_bytes(page.html, path=page.path.name)
        report = reports[0] if reports else None
        ours.add(body_of(report) if report else "", page.body)
        theirs.add(_peer_body(page), page.body)
        titles.add(bool(report) and _plain(report.title or "") == _plain(page.title), 0, 1)
        if page.date is not None:
            published = report.published.value if report and report.published else ""
            dates.add(published.startswith(page.date), 0, 1)
            peer_dates.add(_peer_date(page) == page.date, 0, 1)
        if page.authors:
            authors.add(bool(report) and same_names(report.authors, page.authors), 0, 1)
    return Outcome(
        figures={
            "token_f1": ours.f1,
            "date": dates.recall,
            "authors": authors.recall,
            "peer_token_f1": theirs.f1,
        },
        peers={"token_f1": theirs.f1, "date": peer_dates.recall},
        details={
            "token_p": mean(ours.precisions),
            "token_r": mean(ours.recalls),
            "title": titles.recall,
        },
    )


def runs(text: str) -> "Counter[tuple[str, ...]]":
    """Count the runs of four words; a shorter text is one run."""
    words = re.findall(r"\w+", text)
    starts = range(max(1, len(words) - _RUN + 1)) if words else range(0)
    return Counter(tuple(words[at : at + _RUN]) for at in starts)


def body_of(report: Report) -> str:
    """Give the text without headline, byline and sign-off."""
    parts = [part for part in report.parts if part.kind in _BODY]
    return "\n".join(report.text[part.start : part.end] for part in parts)


def same_names(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Compare names whatever their case, marks and order."""
    return {_plain(name) for name in ours} == {_plain(name) for name in theirs}


def mean(values: Sequence[float]) -> float:
    """Give the mean; 0 of nothing."""
    return sum(values) / len(values) if values else 0.0


def _peer_body(page: Page) -> str:
    markup = page.html.decode("utf-8", errors="replace")
    return trafilatura.extract(markup, favor_precision=True, include_comments=False) or ""


def _peer_date(page: Page) -> str | None:
    markup = page.html.decode("utf-8", errors="replace")
    return trafilatura.extract_metadata(markup).date


def _plain(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.lower()))
