"""Quantities in text: what is counted, how much of it, and how exactly it is told.

Two layers: ``find_quantities(text)`` reads numbers, ranges, bounds, currencies and units in plain
text (``Quantity``); ``find_figures(report, tokens, sentences)`` keeps those that are figures, not
dates, times, durations, scores, names or list numbers, and reads from the syntax what is counted.

What to know of the values:

- Money: ``unit`` is the ISO 4217 code; "$" alone is the United States dollar. Cents and pence are
  given in dollars and pounds.
- "5 to 10 million" is 5,000,000 to 10,000,000. "between", "from … to" and dashes make ranges.
- "dozens" is at least 24, "hundreds" at least 200, "tens of thousands" at least 20,000: a plural
  says at least two of them. "a dozen" is 12.
- "a third of", "half of" are percentages of what follows.
- "nearly" and "almost" are *about*, "up to", "as many as" and "under" *at most*.
- Ages have the unit ``year``; durations are moments, not figures; ordinals are neither.
- ``scope`` joins with "; " the words between number and noun ("North Korean"), what happened to
  the people counted (dead, injured, missing, arrested, displaced …) and the place ("in Halden").
"""

from stemma.language.figures.amount import Quantity
from stemma.language.figures.finding import find_figures
from stemma.language.figures.quantity import find_quantities

__all__ = ["Quantity", "find_figures", "find_quantities"]
