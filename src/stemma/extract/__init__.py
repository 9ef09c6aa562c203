"""Who says what in one report: statements, their sources, their figures and moments."""
