"""What one report says: the result of reading it with language and extraction."""

from dataclasses import dataclass

from stemma.model.annotated import Annotated
from stemma.model.figure import Figure
from stemma.model.moment import Moment
from stemma.model.statement import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """One report with its statements, and its figures and moments tied to them.

    All three are in text order. ``moments`` run parallel to no other list; a moment belongs to
    the statement whose content holds its span.
    """

    annotated: Annotated
    statements: tuple[Statement, ...]
    figures: tuple[Figure, ...]
    moments: tuple[Moment, ...]
