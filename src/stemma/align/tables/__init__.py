"""Small tables that anybody can extend: one entry a line."""

from importlib.resources import files


def lines(name: str) -> list[str]:
    """Give the entries of a table, without blank lines and those that begin with ``#``."""
    text = files("stemma.align.tables").joinpath(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
