"""Claims: what the statements of several reports say alike."""

from stemma.align.claims.aligned import align

__all__ = ["align"]
