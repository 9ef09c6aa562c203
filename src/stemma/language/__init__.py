"""Text to tokens, sentences, syntax, names, figures, moments and vectors."""

from stemma.language.annotator import load_annotator, load_encoder
from stemma.language.vectors import matrix

__all__ = ["load_annotator", "load_encoder", "matrix"]
