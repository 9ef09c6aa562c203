"""A rule of the grammar: a pattern, and what its words mean."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

Meaning = dict[str, Any]
"""Fields of ``Expression``, without the place; ``until`` is a meaning in turn."""

_SHORT_YEAR_PIVOT = 69


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A pattern (verbose, upper and lower case alike) and the reading of its named groups.

    ``read`` gives the fields of the expression, or None where the match is no date after all.
    """

    name: str
    pattern: str
    read: Callable[[re.Match[str]], Meaning | None]

    @property
    def compiled(self) -> re.Pattern[str]:
        """The pattern, compiled when it is first needed: few texts need all."""
        return _compile(self.pattern)

    @property
    def bare(self) -> str:
        """The pattern without group names, to stand in an alternation."""
        return re.sub(r"\(\?P<\w+>", "(?:", self.pattern)


@cache
def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.VERBOSE)


def full_year(digits: str) -> int:
    """Tell the year that four or two digits mean (two: 1969 to 2068, as POSIX has it)."""
    year = int(digits)
    if len(digits) > len("24"):
        return year
    return year + (1900 if year >= _SHORT_YEAR_PIVOT else 2000)
