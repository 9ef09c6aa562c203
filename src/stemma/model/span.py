"""A stretch of one report's text: what every answer points at."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """Half-open range ``[start, end)`` of Unicode code points in the text of one report."""

    report: str
    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse a range that runs backwards."""
        if not 0 <= self.start <= self.end:
            message = f"a span runs forwards from 0, not {self.start}..{self.end}"
            raise ValueError(message)

    def __len__(self) -> int:
        """Give the length in code points."""
        return self.end - self.start

    def of(self, text: str) -> str:
        """Quote the words: ``text`` is the text of the span's report."""
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        """Tell whether ``other`` lies wholly inside this span."""
        return self.report == other.report and self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share at least one code point."""
        return self.report == other.report and self.start < other.end and other.start < self.end
