"""Claims, figures and the timeline as tables for spreadsheets (RFC 4180), a row for each place.

Every row ends in the words that it rests on: the report's id, ``start`` and ``end`` in code points
of its text, and the quote. What a report says must not become a formula of whoever opens the
table: text that begins with ``=``, ``+``, ``-``, ``@`` (narrow or wide) or a control character
gets an apostrophe before it, as OWASP advises against CSV injection. Numbers stay numbers.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from io import StringIO

from stemma.model import Claim, Coverage, Span, Story
from stemma.tell import wording
from stemma.tell.extent import extent
from stemma.tell.lookup import Lookup

BYTE_ORDER_MARK = "\ufeff"
"""What files begin with, since spreadsheet programs take UTF-8 for something else without it."""

Cell = str | int | float | None

_FORMULAS = frozenset("=+-@＝＋－＠\t\r\n")

_PLACE = ("report", "outlet", "published", "start", "end", "quote")
_CLAIMS = (
    "story",
    "claim",
    "text",
    "status",
    "origins_low",
    "origins_high",
    "first",
    "statement",
    "voice",
    "speaker",
    *_PLACE,
)
_FIGURES = (
    "story",
    "claim",
    "figure",
    "value",
    "high",
    "bound",
    "unit",
    "counted",
    "scope",
    "as_of",
    *_PLACE,
)
_TIMELINE = ("story", "date", "precision", "earliest", "latest", "text", "claim", *_PLACE)


def claims_to_csv(coverage: Coverage) -> str:
    """Write every statement of every claim; ``first`` is ``yes`` where the claim appears first."""
    lookup = Lookup(coverage)
    return _write(_CLAIMS, (row for story in coverage.stories for row in _claims(story, lookup)))


def figures_to_csv(coverage: Coverage) -> str:
    """Write every figure, with the claim that it stands in."""
    lookup = Lookup(coverage)
    return _write(_FIGURES, (row for story in coverage.stories for row in _figures(story, lookup)))


def timeline_to_csv(coverage: Coverage) -> str:
    """Write every place that dates an event; ``earliest`` and ``latest`` are UTC (ISO 8601)."""
    lookup = Lookup(coverage)
    return _write(_TIMELINE, (row for story in coverage.stories for row in _events(story, lookup)))


def _claims(story: Story, lookup: Lookup) -> Iterator[tuple[Cell, ...]]:
    for claim in story.claims:
        origins = claim.counts.origins
        for name in claim.appearances:
            statement = lookup.statement(name)
            first = "yes" if name == claim.first_appearance else ""
            for span in statement.content:
                yield (
                    *(story.id, claim.id, claim.text, claim.status, origins.low, origins.high),
                    *(first, statement.id, statement.voice),
                    wording.source(statement) if statement.source else None,
                    *_place(span, lookup),
                )


def _figures(story: Story, lookup: Lookup) -> Iterator[tuple[Cell, ...]]:
    claims: dict[str | None, Claim] = {
        name: claim for claim in story.claims for name in claim.appearances
    }
    for figure in story.figures:
        claim = claims.get(figure.statement)
        yield (
            *(story.id, claim.id if claim else None, figure.id),
            *(_number(figure.value), _number(figure.high), figure.bound),
            *(figure.unit, figure.counted, figure.scope, figure.as_of),
            *_place(figure.span, lookup),
        )


def _events(story: Story, lookup: Lookup) -> Iterator[tuple[Cell, ...]]:
    for event in story.timeline:
        when = extent(event.date)
        earliest, latest = map(_moment, when) if when else (None, None)
        for span in event.spans:
            yield (
                *(story.id, event.date, event.precision, earliest, latest),
                *(event.text, event.claim),
                *_place(span, lookup),
            )


def _place(span: Span, lookup: Lookup) -> tuple[Cell, ...]:
    report = lookup.report(span.report)
    published = report.published.value if report.published else None
    quote = lookup.quote(span)
    return span.report, lookup.label(span.report), published, span.start, span.end, quote


def _number(value: float | None) -> float | None:
    return int(value) if value is not None and value.is_integer() else value


def _moment(moment: datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")


def _write(heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(heads)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return text.getvalue()


def _harmless(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in _FORMULAS and cell else cell
