"""Page residue: what stands in a text and is no part of the article."""

from stemma.read.residue.sift import Sifted, is_paragraph, sift

__all__ = ["Sifted", "is_paragraph", "sift"]
