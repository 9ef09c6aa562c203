"""Text to tokens, sentences, syntax, names, figures, moments and vectors."""

from stemma.language.annotator import load_annotator, load_encoder
from stemma.language.inventory import NetworkFile, list_networks
from stemma.language.vectors import matrix

__all__ = ["NetworkFile", "list_networks", "load_annotator", "load_encoder", "matrix"]
