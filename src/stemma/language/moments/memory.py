"""The dates that a text has told so far: what "a day later" and "the quarter" go back to."""

from dataclasses import dataclass, replace
from datetime import timedelta

from stemma.language.moments.dates import read_days
from stemma.language.moments.expression import Expression

_NEAR = 300
_A_WEEK = timedelta(days=7)
_HOURS_OF_ZONES = 6
"""Hours by which a time of day may lie after the report and be told in another zone's time."""

_DAY_LENGTH = len("2024-11-05")


@dataclass(slots=True)
class Memory:
    """The last date told, and the last quarter, with where they end in the text."""

    value: str | None = None
    end: int = 0
    quarter: str | None = None
    quarter_end: int = 0

    def recall(self, expression: Expression, text: str) -> str | None:
        """Give the date that an expression goes back to; None where none was told.

        A time of day goes back to a day told shortly before, in the same paragraph.
        """
        if expression.kind == "time" and expression.unit is None:
            is_day = self.value is not None and len(self.value) == _DAY_LENGTH
            return self.value if is_day and _is_near(text, self.end, expression) else None
        if expression.unit == "quarter" or self._means_quarter(expression, text):
            return self.quarter
        return self.value if expression.base == "previous" else None

    def recall_day(self, expression: Expression, reference: str | None) -> str | None:
        """Give the day on which what happened at a time of day did, told further up or not.

        That is the last day told, where it lies in the week before the report came out, else the
        day before where the report came out earlier in the day than that.
        """
        if expression.kind != "time" or expression.unit is not None or reference is None:
            return None
        days = read_days(reference[:_DAY_LENGTH])
        if days is None or len(reference) < _DAY_LENGTH:
            return None
        printed = days[0]
        told = read_days(self.value) if self.value and len(self.value) == _DAY_LENGTH else None
        if told is not None and timedelta() < printed - told[0] <= _A_WEEK:
            return self.value
        clock = reference[_DAY_LENGTH + 1 :][:2]
        too_late = clock.isdigit() and (expression.hour or 0) - int(clock) >= _HOURS_OF_ZONES
        return (printed - timedelta(days=1)).isoformat() if too_late else None

    def year_of_month(self, expression: Expression, text: str, reference: str | None) -> str | None:
        """Give the year of the same month told shortly before: "in May 1973 ... on May 17".

        What is to come in a month has its own year, but for another day of one row.
        """
        if expression.month is None or expression.year is not None or self.value is None:
            return None
        between = text[self.end : expression.start]
        near = len(between) < _NEAR and between.count("\n") <= 1
        plain = expression.offset is None and expression.weekday is None and not expression.until
        is_day = len(self.value) == _DAY_LENGTH and "\n" not in between
        near &= is_day or reference is None or self.value < reference
        same = self.value[4:7] == f"-{expression.month:02d}" and "/" not in self.value
        return self.value[:4] if near and plain and same else None

    def read(self, expression: Expression, text: str) -> Expression:
        """Read "a year ago", told of a quarter, as that quarter a year before."""
        if self._means_quarter(expression, text):
            return replace(expression, base="previous")
        return expression

    def hear(self, expression: Expression, value: str | None) -> None:
        """Remember a date, but not one that looks back for comparison ("a year earlier")."""
        if value is None or expression.kind not in {"date", "time"}:
            return
        if expression.base == "previous" and (expression.offset or 0) < 0:
            return
        day = value.split("T")[0]
        if read_days(day):
            self.value, self.end = day, expression.end
        if expression.unit == "quarter":
            self.quarter, self.quarter_end = day, expression.end

    def _means_quarter(self, expression: Expression, text: str) -> bool:
        a_year_back = expression.step == "year" and expression.offset == -1
        comparing = expression.text.lower().endswith(("ago", "earlier", "period"))
        return (
            a_year_back
            and comparing
            and self.quarter is not None
            and _is_near(text, self.quarter_end, expression)
        )


def _is_near(text: str, end: int, expression: Expression) -> bool:
    between = text[end : expression.start]
    return len(between) < _NEAR and "\n" not in between
