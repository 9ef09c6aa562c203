"""Who says what in one report: statements, their sources, their figures and moments."""

from stemma.extract.statements import extract

__all__ = ["extract"]
