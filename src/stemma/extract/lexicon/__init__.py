"""What is known of words before any report: those that report, speak, or tell a gender.

The tables that it reads stand in ``extract/tables``, one entry a line.
"""

from stemma.extract.lexicon.gender import MEN, WOMEN, Gender, gender_of_first_name, told_gender
from stemma.extract.lexicon.reporting_adjectives import find_adjective
from stemma.extract.lexicon.reporting_nouns import find_noun
from stemma.extract.lexicon.reporting_verbs import ReportingVerb, VerbClass, find_verb, load_verbs
from stemma.extract.lexicon.speaker_nouns import speaker_kind
from stemma.extract.lexicon.words import words

__all__ = [
    "MEN",
    "WOMEN",
    "Gender",
    "ReportingVerb",
    "VerbClass",
    "find_adjective",
    "find_noun",
    "find_verb",
    "gender_of_first_name",
    "load_verbs",
    "speaker_kind",
    "told_gender",
    "words",
]
