"""Scores of names to names: decode each sentence, shape each name, let all mentions agree."""

from stemma.language.names.finding import find_names

__all__ = ["find_names"]
