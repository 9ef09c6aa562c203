"""A report: one version of one article by one outlet, as it was read."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Literal

from stemma.model.span import Span

PartKind = Literal["headline", "standfirst", "byline", "dateline", "subhead", "body", "credit"]
"""What a part of a report is; ``credit`` is a sign-off ("Reporting by …", "© 2017 AFP")."""

CreditBasis = Literal[
    "dateline", "byline", "sign-off", "copyright", "contribution", "metadata", "address"
]
"""Where a report says that its copy is an agency's; for ``contribution``, only a part of it."""

Precision = Literal["second", "minute", "day", "month", "year", "unknown"]

_DAY_OR_FINER = frozenset({"day", "minute", "second"})
_ISO_DAY = len("2024-11-18")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A piece of the layout: ``[start, end)`` in code points of the report's text.

    Parts are in order and do not overlap; each lies within one line, and all of them together
    cover everything but line breaks and the blanks beside a dateline.
    """

    kind: PartKind
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A piece that was taken out as page residue, with the reason in plain English.

    ``at`` is the offset in the report's text (code points) where the piece stood.
    """

    text: str
    reason: str
    at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """A sign that the copy is an agency's; ``span`` is None where only metadata say so."""

    agency: str
    basis: CreditBasis
    span: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """When a report came out.

    ``value`` is EDTF level 1: ``2024-11-18``, ``2024-11-18T09:30:00Z``, ``2024-11``,
    ``2024-11-18/2024-11-19``; with its offset where it was another day in UTC
    (``2024-11-18T22:30:00-05:00``). ``basis`` says in plain English what the date rests on;
    ``span`` gives the words, where the report's own words are the evidence.
    """

    value: str
    precision: Precision
    basis: str
    span: Span | None = None

    @property
    def day(self) -> date | None:
        """The day where it came out, the first of several; None where not known to the day."""
        if self.precision not in _DAY_OR_FINER:
            return None
        try:
            return date.fromisoformat(self.value[:_ISO_DAY])
        except ValueError:
            return None

    @property
    def universal(self) -> str:
        """The value, a clock time with an offset in UTC: what puts reports in order."""
        clock = self.value.partition("T")[2]
        if "/" in self.value or not ("+" in clock or "-" in clock):
            return self.value
        moment = datetime.fromisoformat(self.value).astimezone(UTC)
        return moment.replace(tzinfo=None).isoformat() + "Z"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One version of one article by one outlet.

    ``text`` is normalised once on reading (NFC, one line per paragraph, a line feed between) and
    never changes; it begins with the headline where there is one. ``paths`` are all the inputs
    that folded into this report, sorted. ``language`` is an ISO 639-1 code. ``agency`` is set
    where the outlet is itself a wire service.
    """

    id: str
    article_id: str
    paths: tuple[str, ...]
    url: str | None
    outlet: str | None
    family: str | None
    agency: str | None
    title: str | None
    authors: tuple[str, ...]
    published: Published | None
    language: str
    parts: tuple[Part, ...]
    credits: tuple[Credit, ...]
    text: str
    cut: tuple[Cut, ...]

    @property
    def name(self) -> str:
        """A short name for people: the outlet, or else the file, as far as it is UTF-8."""
        file = self.paths[0].rsplit("/", 1)[-1]
        return self.outlet or file.encode("utf-8", "backslashreplace").decode("utf-8")

    @property
    def day(self) -> date | None:
        """The day on which it came out, None where that is not known to the day."""
        return None if self.published is None else self.published.day

    def span(self, start: int, end: int) -> Span:
        """Point at a stretch of this report's text."""
        return Span(report=self.id, start=start, end=end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A source that could not be read: which, the class of the error, and what to do."""

    path: str
    error: str
    message: str
