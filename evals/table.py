"""The table of figures."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from evals.outcome import Figure, Outcome
from rich.console import Console
from rich.table import Table

_HEIGHTS = Path(__file__).with_name("heights.tsv")
_NONE = "-"
_WIDTH = 126
"""Columns that the table needs, whatever the terminal has."""


@dataclass(frozen=True, slots=True)
class Height:
    """What a figure is to reach, what others reached, and where that was read."""

    to_reach: str
    reached: str
    source: str


def read_heights(path: Path = _HEIGHTS) -> dict[tuple[str, str], Height]:
    """Give the heights by task and figure."""
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {(task, figure): Height(*rest) for task, figure, *rest in rows}


def show(outcomes: Mapping[str, Outcome], floors: Mapping[str, Mapping[str, float]]) -> None:
    """Print the table, where its heights come from, and the details of each task."""
    heights = read_heights()
    sources: list[str] = []
    table = Table()
    for column in ("task", "figure", "here", "floor", "peer here", "to reach", "elsewhere"):
        table.add_column(
            column, justify="left" if column in {"task", "figure"} else "right", no_wrap=True
        )
    for task, outcome in outcomes.items():
        for at, (figure, value) in enumerate(outcome.figures.items()):
            height = heights.get((task, figure), Height(_NONE, _NONE, _NONE))
            reached = height.reached
            if height.source != _NONE:
                sources.append(height.source)
                reached += f" ({len(sources)})"
            table.add_row(
                "" if at else task,
                figure,
                written(value),
                written(floors.get(task, {}).get(figure, _NONE)),
                written(outcome.peers.get(figure, _NONE)),
                height.to_reach,
                reached,
            )
        table.add_section()
    console = Console(highlight=False, width=max(Console().width, _WIDTH))
    console.print(table)
    for at, source in enumerate(sources, start=1):
        console.print(f"({at}) {source}", markup=False, soft_wrap=True)
    for task, outcome in outcomes.items():
        further = ", ".join(f"{key} {written(value)}" for key, value in outcome.details.items())
        if further:
            console.print(f"{task}: {further}", soft_wrap=True)


def written(value: Figure) -> str:
    """Write a figure: a share with three digits, a count as it is, a reason in words."""
    if isinstance(value, str):
        return value
    return f"{value:.0f}" if value > 1 and value == int(value) else f"{value:.3f}"
