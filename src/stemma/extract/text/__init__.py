"""The text of one report, ready to be walked: trees, phrases, quotations, denials, tags.

All places are indices into ``Annotated.tokens``, but in ``quotation_marks``, which reads text.
"""

from stemma.extract.text.negations import EMPTY_SUBJECTS, find_negation
from stemma.extract.text.phrases import cue_tokens, find_subject, is_told_of_noun, noun_phrase
from stemma.extract.text.quoted import Quoted
from stemma.extract.text.syntax import Syntax
from stemma.extract.text.tagging import Tagging, read_tagging

__all__ = [
    "EMPTY_SUBJECTS",
    "Quoted",
    "Syntax",
    "Tagging",
    "cue_tokens",
    "find_negation",
    "find_subject",
    "is_told_of_noun",
    "noun_phrase",
    "read_tagging",
]
