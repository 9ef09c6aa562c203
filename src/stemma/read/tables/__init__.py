"""Small tables in package data: one entry a line, columns divided by tabs, ``#`` for remarks."""

from importlib.resources import files


def read_table(name: str, *, columns: int = 0) -> tuple[tuple[str, ...], ...]:
    """Give the rows of ``read/tables/<name>``, each cell trimmed, in the order of the file.

    Rows with fewer cells than ``columns`` are filled up with empty ones.
    """
    text = files("stemma.read").joinpath("tables", name).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    rows = ([cell.strip() for cell in line.split("\t")] for line in lines)
    return tuple((*row, *[""] * (columns - len(row))) for row in rows)


def split_cell(cell: str) -> tuple[str, ...]:
    """Give the entries of a cell that lists several: ``AP|The Associated Press``."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())
