"""The dates that a text has told so far: what "a day later" and "the quarter" go back to."""

from dataclasses import dataclass, replace

from stemma.language.moments.dates import read_days
from stemma.language.moments.expression import Expression

_NEAR = 300
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
