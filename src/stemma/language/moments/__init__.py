"""Dates and times in text: found without a model, resolved against a report's date.

Three layers, each usable alone:

- ``scan(text)`` finds expressions in plain text and says what their words mean, unresolved:
  weekday, day, month, year, offset ("last year" is -1 year) … (``Expression``). No reference
  date is needed; a ``"Monday (Nov 18)"`` has ``weekday=0, month=11, day=18, year=None``.
- ``resolve(expression, reference, direction=…, previous=…)`` gives the EDTF value on a given
  reference day (a ``date`` or EDTF: a day, a month, an interval; None: only absolute dates).
- ``find_moments(report, tokens, sentences)`` does both for a report, reading past or future
  from the verb that governs the expression; ``place`` is the same for any text.

``read_days(value)`` gives the first and last day that an EDTF value covers.

The types follow TIMEX3 (TimeML 1.2.1); values are EDTF, ISO 8601-2:2019 level 1: weeks,
weekends, quarters and halves are intervals, "early 2023" is 2023, the 1990s are 199X.
"""

from stemma.language.moments.dates import read_days
from stemma.language.moments.expression import Direction, Expression
from stemma.language.moments.finding import Placed, find_moments, place
from stemma.language.moments.resolving import resolve
from stemma.language.moments.scanning import scan

__all__ = [
    "Direction",
    "Expression",
    "Placed",
    "find_moments",
    "place",
    "read_days",
    "resolve",
    "scan",
]
