"""Claims as rows, each with the reports that have it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stemma.model import Claim, Report, Statement
from stemma.tell import wording
from stemma.tell.pointing import Cite, Pointing

Appearances = Mapping[str, Sequence[Statement]]
"""A claim's statements by the id of the report that makes them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """That a report has a claim: in its own voice or not, first or not, on whose authority."""

    cite: Cite
    look: str
    told: str
    is_first: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A claim: ``words`` are those of all its appearances, ``cells`` follow the reports."""

    claim: Claim
    words: str
    cells: tuple[Cell | None, ...]


def make_row(
    claim: Claim, appearances: Appearances, reports: Sequence[Report], pointing: Pointing
) -> Row:
    """Say for each report whether it has a claim, and how."""
    first = pointing.lookup.statement(claim.first_appearance).report
    said = (appearances.get(report.id) for report in reports)
    return Row(
        claim=claim,
        words=_point_at_all(claim, pointing),
        cells=tuple(
            _cell(several[0], pointing, is_first=several[0].report == first) if several else None
            for several in said
        ),
    )


def _point_at_all(claim: Claim, pointing: Pointing) -> str:
    find = pointing.lookup.statement
    return pointing.words(span for name in claim.appearances for span in find(name).content)


def _cell(statement: Statement, pointing: Pointing, *, is_first: bool) -> Cell:
    cite = pointing.cite(statement.content[0])
    first = " first" if is_first else ""
    return Cell(
        cite=cite,
        look=("own" if statement.voice == "own" else "said") + first,
        told=f"{cite.label} has it{first}, {wording.source(statement)}",
        is_first=is_first,
    )
