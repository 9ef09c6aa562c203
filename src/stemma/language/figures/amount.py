"""A quantity as it is written, and two that make one: "3 dollars and 50 cents"."""

import re
from dataclasses import dataclass, replace

from stemma.model.figure import Bound

_JOINT = re.compile(r"[ ](?:and[ ])?")
_PARTS_OF: dict[tuple[str | None, str | None], int] = {
    ("USD", "USD"): 1,
    ("GBP", "GBP"): 1,
    ("EUR", "EUR"): 1,
    ("ft", "in"): 12,
    ("lb", "oz"): 16,
}
_CENTS = range(10, 100)
_MOST_WITH_CENTS = 10_000
_NOTHING_AFTER = re.compile(r"\s*(?:[.,;:!?)\n]|more\b|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A quantity as it is written, ``[start, end)`` in code points.

    ``number_start`` to ``number_end`` is the number alone, with its scale word, without bound
    and unit. ``unit`` is a currency code or a symbol; a unit before the number counts too.
    """

    start: int
    end: int
    number_start: int
    number_end: int
    value: float
    high: float | None
    unit: str | None
    bound: Bound
    plain: bool
    """Whether this is a bare number, with no sign, scale or bound that makes it a quantity."""
    dashed: bool = False
    """Whether this is a range that only a dash makes, which may be a score: "7-8"."""
    lettered: bool = False
    """Whether the unit is a letter that clings to the number, which may be a name: "4C"."""


def join(text: str, whole: Quantity, rest: Quantity) -> Quantity | None:
    """Make one of "3 dollars and 50 cents", "3 dollars 50" and "5 feet 2 inches"."""
    if (
        whole.high is not None
        or rest.high is not None
        or whole.value != int(whole.value)
        or not _JOINT.fullmatch(text, whole.end, rest.start)
    ):
        return None
    parts = 100 if _are_cents(text, whole, rest) else _PARTS_OF.get((whole.unit, rest.unit))
    if parts is None or not 0 < rest.value / parts < 1:
        return None
    value = round(whole.value + rest.value / parts, 10)
    return replace(whole, end=rest.end, number_end=rest.number_end, value=value)


def _are_cents(text: str, whole: Quantity, rest: Quantity) -> bool:
    """Tell whether a bare number after a sum of money are its cents, for it counts nothing."""
    named = text[whole.end - 1].isalpha() and whole.end > whole.number_end
    return (
        named
        and (whole.unit, whole.unit) in _PARTS_OF
        and whole.value < _MOST_WITH_CENTS
        and rest.plain
        and rest.value in _CENTS
        and _NOTHING_AFTER.match(text, rest.end) is not None
    )
