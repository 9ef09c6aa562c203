"""Small tables in package data that anybody can extend: one entry a line, ``#`` for remarks."""

from importlib.resources import files


def read_lines(folder: str, name: str) -> tuple[str, ...]:
    """Give the lines of ``<folder>/tables/<name>``, trimmed, in the order of the file.

    ``folder`` is a package: ``"stemma.read"``.
    """
    text = files(folder).joinpath("tables", name).read_text(encoding="utf-8")
    lines = (line.strip() for line in text.splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))


def read_table(folder: str, name: str, *, columns: int = 0) -> tuple[tuple[str, ...], ...]:
    """Give the rows of a table whose columns are divided by tabs, each cell trimmed.

    Rows with fewer cells than ``columns`` are filled up with empty ones.
    """
    text = files(folder).joinpath("tables", name).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    rows = ([cell.strip() for cell in line.split("\t")] for line in lines)
    return tuple((*row, *[""] * (columns - len(row))) for row in rows)


def split_cell(cell: str) -> tuple[str, ...]:
    """Give the entries of a cell that lists several: ``AP|The Associated Press``."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())
