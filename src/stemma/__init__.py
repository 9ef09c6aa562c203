"""Stemma: who knows what, from whom, and how many of them really know it."""

from stemma.version import __version__

__all__ = ["__version__"]
