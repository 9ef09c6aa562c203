"""Page residue: what stands in a text and is no part of the article."""

from stemma.read.residue.sift import Sifted, sift

__all__ = ["Sifted", "sift"]
