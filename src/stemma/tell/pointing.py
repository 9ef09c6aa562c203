"""Where an answer points: words of reports, as links and as the page's script reads them."""

from collections.abc import Iterable
from dataclasses import dataclass

from stemma.model import Span
from stemma.tell import wording
from stemma.tell.lookup import Lookup

_MOST_CITED = 4
_LONGEST = 110
"""Code points of a passage that a line of evidence quotes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cite:
    """A link to words: of which report, where on the page, which words, the report's name."""

    report: str
    place: str
    words: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words of a report with those around them; without any around, between quotation marks."""

    before: str
    words: str
    after: str
    cite: Cite


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words that one or several reports have alike, shortened, with the first few of them."""

    text: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointing:
    """Points at words of the reports of a coverage; ``mark`` is the story's on the page."""

    lookup: Lookup
    mark: str

    def words(self, spans: Iterable[Span]) -> str:
        """Write spans as the page's script reads them: number of report, start, end."""
        number = self.lookup.number
        written = (f"{number(one.report)}.{one.start}-{one.end}" for one in spans)
        return " ".join(dict.fromkeys(written))

    def cite(self, span: Span) -> Cite:
        """Link to a span."""
        number = self.lookup.number(span.report)
        return Cite(
            report=span.report,
            place=f"{self.mark}-{number}",
            words=f"{number}.{span.start}-{span.end}",
            label=self.lookup.label(span.report),
        )

    def quote(self, span: Span) -> Quote:
        """Quote a span."""
        before, words, after = self.lookup.around(span)
        return Quote(
            before=before,
            words=words if before or after else wording.quoted(words),
            after=after,
            cite=self.cite(span),
        )

    def passages(self, spans: Iterable[Span]) -> tuple[Passage, ...]:
        """Quote evidence, what has the same words once."""
        alike: dict[str, list[Span]] = {}
        worded: dict[str, str] = {}
        for span in spans:
            words = " ".join(self.lookup.quote(span).split())
            alike.setdefault(words.casefold(), []).append(span)
            worded.setdefault(words.casefold(), words)
        return tuple(
            Passage(text=_shorten(text), cites=tuple(map(self.cite, alike[key][:_MOST_CITED])))
            for key, text in worded.items()
        )


def _shorten(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rpartition(' ')[0]} …"
