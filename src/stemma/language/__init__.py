"""Text to tokens, sentences, syntax, names, figures, moments and vectors."""

from stemma.language.annotator import load_annotator, load_encoder
from stemma.language.choosing import (
    BUILT_IN,
    check_choices,
    choose_annotator,
    choose_encoder,
)
from stemma.language.inventory import NetworkFile, list_networks
from stemma.language.vectors import matrix

__all__ = [
    "BUILT_IN",
    "NetworkFile",
    "check_choices",
    "choose_annotator",
    "choose_encoder",
    "list_networks",
    "load_annotator",
    "load_encoder",
    "matrix",
]
