"""Who and what a story's reports name, however they spell it."""

from stemma.align.entities.found import find_entities
from stemma.align.entities.sources import name_sources

__all__ = ["find_entities", "name_sources"]
