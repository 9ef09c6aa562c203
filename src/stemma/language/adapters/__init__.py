"""Language parts that users bring, made to fit the ports."""

from stemma.language.adapters.sentence_transformer import (
    TransformerEncoder,
    load_sentence_transformer,
)
from stemma.language.adapters.spacy_pipeline import SpacyAnnotator, load_spacy

__all__ = ["SpacyAnnotator", "TransformerEncoder", "load_sentence_transformer", "load_spacy"]
