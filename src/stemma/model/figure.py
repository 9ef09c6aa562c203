"""A quantity that a report gives."""

from dataclasses import dataclass
from typing import Literal

from stemma.model.span import Span

Bound = Literal["exact", "about", "at_least", "at_most"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A quantity: ``value``, or the range ``value`` to ``high``.

    ``span`` covers the whole expression with its bound and what is counted ("up to 12,000
    troops"). ``unit`` is an ISO 4217 code for money, an SI or customary unit symbol for
    measures, a unit of time ("hour"), ``"%"``, or None for counts; ``counted`` is the noun that
    is counted, lower case singular ("troop"). ``scope`` are words that narrow what is counted
    ("in the valley"), ``as_of`` the EDTF date for which the figure holds. ``statement`` is
    the id of the statement it stands in, None until statements are known.
    """

    id: str
    span: Span
    value: float
    high: float | None = None
    unit: str | None = None
    counted: str | None = None
    bound: Bound = "exact"
    scope: str | None = None
    as_of: str | None = None
    statement: str | None = None
